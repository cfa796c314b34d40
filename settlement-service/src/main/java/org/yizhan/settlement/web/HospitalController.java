package org.yizhan.settlement.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.settlement.settling.ReferenceData;

/** The hospitals that settlement knows; 404 until then. */
@RestController
class HospitalController {

  private final ReferenceData data;

  HospitalController(ReferenceData data) {
    this.data = data;
  }

  record HospitalView(String hospitalCode, String name, List<DesignationView> designations) {}

  record DesignationView(LocalDate from, @Nullable LocalDate to, int level, String division) {}

  @GetMapping("/api/hospitals/{code}")
  HospitalView hospital(@PathVariable String code) {
    var known =
        data.hospital(code)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            404,
                            "unknown-hospital",
                            "The hospital is not known",
                            "No hospital is registered under " + code + ".",
                            new FieldError(
                                "hospitalCode", code, "must be a registered hospital"))));
    return new HospitalView(
        code,
        known.name(),
        known.hospital().designations().stream()
            .map(d -> new DesignationView(d.from(), d.to(), d.level(), d.division()))
            .toList());
  }
}
