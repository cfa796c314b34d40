package org.yizhan.settlement.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.eligibility.Coverage.Mark;
import org.yizhan.settlement.bill.Admission;
import org.yizhan.settlement.coverage.CoverageOnStay;
import org.yizhan.settlement.coverage.MarkOnStay;
import org.yizhan.settlement.payerchain.PayerChain.Prospect;

/**
 * Says in words what keeps an enrolled person from a payer's money.
 *
 * @param categories the marks that count
 */
record Reasons(Admission admission, CoverageOnStay coverage, List<MarkOnStay> categories) {

  /** While the chain has not started, nothing else matters. */
  List<String> before(LocalDate start) {
    return List.of(
        "One-stop settlement in city %s starts with discharges on %s."
            .formatted(coverage.city(), start));
  }

  List<String> inForce(List<Prospect> prospects) {
    var said = new ArrayList<String>();
    if (categories.isEmpty()) {
      said.add(
          "No identity mark counts on the admission date, %s."
              .formatted(admission.admissionDate()));
    }
    marks().forEach(said::add);
    payers(prospects).forEach(said::add);
    return said;
  }

  /** A mark whose category counts by another entry needs no word. */
  private Stream<String> marks() {
    return Objects.requireNonNull(admission.facts().coverage()).marks().stream()
        .filter(
            mark -> categories.stream().noneMatch(one -> one.category().equals(mark.category())))
        .map(this::whyNot);
  }

  private String whyNot(Mark mark) {
    var day = admission.admissionDate();
    var named = "The mark %s of county %s ".formatted(mark.category(), mark.county());
    if (!CoverageOnStay.confirmedInCity(mark, Objects.requireNonNull(admission.enrolment()))) {
      return named
          + "counts only in that county's city; the person is enrolled in city %s."
              .formatted(coverage.city());
    }
    if (mark.effectiveFrom().isAfter(day)) {
      return named + "counts for discharges from %s on.".formatted(mark.effectiveFrom());
    }
    return mark.isInForceOn(day)
        ? named + "is of no category that a payer of city %s asks for.".formatted(coverage.city())
        : named + "ended on %s.".formatted(mark.effectiveTo());
  }

  /** One sentence for all payers that one reason keeps away. */
  private Stream<String> payers(List<Prospect> prospects) {
    var away = new LinkedHashMap<String, List<String>>();
    for (var prospect : prospects) {
      var reason = whyNothing(prospect);
      if (reason != null) {
        away.computeIfAbsent(reason, _ -> new ArrayList<>()).add(prospect.payer().name());
      }
    }
    return away.entrySet().stream().map(Reasons::sentence);
  }

  private static String sentence(Map.Entry<String, List<String>> away) {
    return "Nothing will come from %s: %s."
        .formatted(String.join(" and ", away.getValue()), away.getKey());
  }

  private static @Nullable String whyNothing(Prospect prospect) {
    if (prospect.closed() != null) {
      return prospect.closed();
    }
    return prospect.asksForMark() && prospect.marks().isEmpty()
        ? "no entitling mark counts on the admission date"
        : null;
  }
}
