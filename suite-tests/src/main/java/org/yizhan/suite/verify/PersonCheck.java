package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.suite.verify.Hospitals.Designation;
import tools.jackson.databind.JsonNode;

/**
 * Holds what a settlement says of the person against what eligibility had said by then: enrolment
 * and filing on the admission date, marks on the discharge date.
 */
record PersonCheck(JsonNode coverage, JsonNode settlement, Findings findings) {

  /**
   * @return every mark that counts for the stay
   */
  List<Mark> marks(Optional<Designation> hospital) {
    var enrolment = enrolment();
    if (enrolment.isEmpty()) {
      findings.say("the person was not enrolled on the admission date");
      return List.of();
    }
    same("city", enrolment.get(), "city");
    same("county", enrolment.get(), "county");
    same("scheme", enrolment.get(), "scheme");
    same("employment", enrolment.get(), "status");
    same("maskedId", coverage, "maskedId");
    hospital.ifPresent(this::place);
    var marks = marksOf(enrolment.get());
    settlement.path("shares").forEach(share -> requireMark(share, marks));
    return marks;
  }

  /** A later enrolment ends the one before it. */
  private Optional<JsonNode> enrolment() {
    JsonNode latest = null;
    for (var one : coverage.path("enrolments")) {
      if (!day(one, "from").isAfter(admission())
          && (latest == null || day(one, "from").isAfter(day(latest, "from")))) {
        latest = one;
      }
    }
    return Optional.ofNullable(latest).filter(one -> holds(one, "from", "to", admission()));
  }

  private void place(Designation hospital) {
    var inCity = inOneCity(hospital.division(), text(settlement, "city"));
    var filed = false;
    for (var filing : coverage.path("filings")) {
      filed |= holds(filing, "from", "to", admission()) && isFor(filing, hospital);
    }
    findings.same(
        "place", text(settlement, "place"), inCity ? "IN_CITY" : filed ? "FILED" : "UNFILED");
  }

  /** A division covers what begins with it, its trailing pairs of zeros left away. */
  private boolean isFor(JsonNode filing, Designation hospital) {
    var destination = text(filing, "destination");
    return destination.startsWith("H")
        ? destination.equals(text(settlement, "hospitalCode"))
        : hospital.division().startsWith(destination.replaceAll("(00)+$", ""));
  }

  /** A mark counts once the enrolment has begun, and only in the city that confirmed it. */
  private List<Mark> marksOf(JsonNode enrolment) {
    var day = day(settlement, "dischargeDate");
    var marks = new ArrayList<Mark>();
    for (var mark : coverage.path("marks")) {
      var county = text(mark, "county");
      if (holds(mark, "effectiveFrom", "effectiveTo", day)
          && inOneCity(county, text(enrolment, "city"))) {
        marks.add(new Mark(text(mark, "category"), county, own(mark.path("standardPercent"))));
      }
    }
    return marks;
  }

  private static @Nullable BigDecimal own(JsonNode percent) {
    return percent.isNumber()
        ? percent.decimalValue().setScale(2, RoundingMode.HALF_UP).movePointLeft(2)
        : null;
  }

  private void requireMark(JsonNode share, List<Mark> marks) {
    var category = text(share, "category");
    var county = text(share, "categoryCounty");
    if (!category.isEmpty()
        && marks.stream()
            .noneMatch(one -> one.category().equals(category) && one.county().equals(county))) {
      findings.say("the person has no mark %s of county %s".formatted(category, county));
    }
  }

  private void same(String member, JsonNode known, String name) {
    findings.same(member, text(settlement, member), text(known, name));
  }

  private LocalDate admission() {
    return day(settlement, "admissionDate");
  }

  private static boolean holds(JsonNode interval, String from, String to, LocalDate day) {
    return !day.isBefore(day(interval, from))
        && (text(interval, to).isEmpty() || !day.isAfter(day(interval, to)));
  }

  private static LocalDate day(JsonNode holder, String member) {
    return LocalDate.parse(text(holder, member));
  }

  /** The first four digits name the city. */
  private static boolean inOneCity(String division, String other) {
    return division.regionMatches(0, other, 0, 4);
  }

  private static String text(JsonNode holder, String member) {
    var value = holder.path(member);
    return value.isNull() ? "" : value.asString("");
  }
}
