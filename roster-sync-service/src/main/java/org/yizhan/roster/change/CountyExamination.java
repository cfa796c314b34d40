package org.yizhan.roster.change;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.roster.reference.Division;
import org.yizhan.roster.reference.ReferenceData;

/** Counties: known, of a served city, and in force. */
final class CountyExamination {

  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final ReferenceData reference;
  private final Findings findings;

  CountyExamination(ReferenceData reference, Findings findings) {
    this.reference = reference;
    this.findings = findings;
  }

  /** The division as far as it is known, even when a later rule finds its code out of force. */
  Optional<Division> county(@Nullable String value) {
    var code = findings.required("county", value);
    if (code == null) {
      return Optional.empty();
    }
    if (!CODE.matcher(code).matches()) {
      findings.refuse("county", code, "must be a division code of 6 digits (GB/T 2260)");
      return Optional.empty();
    }
    var division = reference.division(code);
    if (division.isEmpty()) {
      findings.refuse("county", code, "must be a county of a served city (" + cities() + ")");
    }
    return division;
  }

  void mustBeInForce(@Nullable String code, Optional<Division> county, @Nullable LocalDate day) {
    if (day == null || county.isEmpty() || county.get().isInForceOn(day)) {
      return;
    }
    var division = county.get();
    var rule =
        division.to() != null && day.isAfter(division.to())
            ? "the code ended on " + division.to()
            : "the code began on " + division.from();
    findings.refuse("county", code, rule + ", the change is effective from " + day);
  }

  void city(@Nullable String value, Optional<Division> county) {
    var code = findings.required("city", value);
    if (code == null) {
      return;
    }
    if (!reference.cities().contains(code)) {
      findings.refuse("city", code, "must be a served city (" + cities() + ")");
    } else if (county.isPresent() && !county.get().city().equals(code)) {
      findings.refuse("city", code, "must be the city of the county, " + county.get().city());
    }
  }

  private String cities() {
    return String.join(", ", reference.cities());
  }
}
