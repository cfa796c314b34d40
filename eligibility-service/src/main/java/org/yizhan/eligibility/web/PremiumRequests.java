package org.yizhan.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.Money;
import org.yizhan.eligibility.premium.Premium;
import org.yizhan.eligibility.premium.Premium.State;
import org.yizhan.eligibility.premium.Premiums;
import org.yizhan.eligibility.premium.Premiums.Question;

/** What the agency reads of the premiums it owes (H15). */
@RestController
final class PremiumRequests {

  private final Premiums premiums;
  private final Clock clock;

  PremiumRequests(Premiums premiums, Clock clock) {
    this.premiums = premiums;
    this.clock = clock;
  }

  /**
   * @param next what to continue after; absent on the last page
   */
  record Page(
      List<Row> premiums, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}

  /**
   * @param from the first day on which enrolment and mark both hold
   * @param parameter where the amount stands in the law
   */
  record Row(
      UUID obligationId,
      String personNumber,
      String city,
      String county,
      int year,
      LocalDate from,
      Money amount,
      Parameter parameter,
      String category,
      String agency,
      LocalDate knownOn,
      LocalDate dueOn,
      State state,
      @Nullable LocalDate paidOn) {}

  record Parameter(LocalDate from, String status, String reference) {}

  /**
   * A page of a city's premiums, in the order of their ids; 400 {@code malformed} for what is no
   * city, state, id or limit.
   *
   * @param state OWED, PAID or OVERDUE; all when absent
   */
  @GetMapping("/api/premiums")
  Page premiums(
      @RequestParam(required = false) @Nullable String city,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") String limit) {
    require(city != null && city.matches("[0-9]{6}"), "city", city, "must be six digits");
    require(after.matches("[0-9a-f-]{36}|"), "after", after, "must be next of the page before");
    var today = LocalDate.now(clock);
    int size = Parameters.limit(limit);
    var found =
        premiums.list(new Question(String.valueOf(city), stateOf(state), today, after, size + 1));
    var page = found.subList(0, Math.min(size, found.size()));
    return new Page(
        page.stream().map(premium -> row(premium, today)).toList(),
        found.size() > size ? page.getLast().obligation().id().toString() : null);
  }

  private static @Nullable State stateOf(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var named = Arrays.stream(State.values()).filter(one -> one.name().equals(text)).findFirst();
    require(named.isPresent(), "state", text, "must be one of OWED, PAID, OVERDUE");
    return named.orElseThrow();
  }

  private static void require(boolean holds, String field, @Nullable String value, String rule) {
    if (!holds) {
      throw Parameters.malformed(field, value, rule);
    }
  }

  private static Row row(Premium premium, LocalDate today) {
    var owed = premium.obligation();
    var subsidy = owed.subsidy();
    return new Row(
        owed.id(),
        owed.personNumber(),
        owed.city(),
        owed.county(),
        owed.year(),
        owed.from(),
        subsidy.amount(),
        new Parameter(subsidy.from(), subsidy.status(), subsidy.reference()),
        owed.category(),
        owed.agency(),
        owed.knownOn(),
        owed.dueOn(),
        premium.stateOn(today),
        premium.paidOn());
  }
}
