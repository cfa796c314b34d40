package org.yizhan.ledger.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.ParameterLookup;
import org.yizhan.chassis.parameter.Unit;
import org.yizhan.chassis.parameter.ValueUsed;
import org.yizhan.contracts.fund.PrepaymentKind;

/**
 * The law of one city, put together from its parameters: each rule by the days since which it holds
 * as it stands.
 */
final class CityLaw {

  private final ParameterLookup parameters;
  private final String name;
  private final SortedMap<String, String> counties = new TreeMap<>();
  private final Map<PrepaymentKind, NavigableMap<LocalDate, PrepaymentRule>> prepayments =
      new EnumMap<>(PrepaymentKind.class);
  private final Map<PrepaymentKind, NavigableMap<LocalDate, RunwayRule>> runways =
      new EnumMap<>(PrepaymentKind.class);
  private final NavigableMap<LocalDate, ImprestRule> imprest;

  /**
   * @throws BadParameterFile when a rule lacks a parameter, or a parameter belongs to no rule
   */
  CityLaw(ParameterLookup parameters) {
    this.parameters = parameters;
    this.name = name("funds/city");
    for (var list : parameters.keysBelow("funds/counties")) {
      for (var code : parameters.keysBelow("funds/counties/" + list)) {
        counties.put(code, name("funds/counties/" + list + '/' + code));
      }
    }
    for (var kind : PrepaymentKind.values()) {
      var word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      prepayments.put(kind, prepayment(kind, "funds/prepayment/" + word));
      runways.put(kind, runway("funds/runway/" + word));
    }
    this.imprest = imprest("funds/imprest");
    parameters.requireEverythingAsked();
  }

  private String name(String path) {
    var rows = parameters.get(path, Unit.TEXT).rows();
    if (rows.size() != 1) {
      throw wrong(path, "must have one value, has " + rows.size());
    }
    return rows.getFirst().value();
  }

  private NavigableMap<LocalDate, PrepaymentRule> prepayment(PrepaymentKind kind, String folder) {
    var fund = parameters.get(folder + "/fund", FundUnits.PAYER);
    var assessedIn = parameters.get(folder + "/assessed-in", FundUnits.MONTH);
    var share = parameters.get(folder + "/share", Unit.RATIO);
    var reduces = parameters.get(folder + "/balance-reduces-it", Unit.YES_NO);
    var dueWithin = parameters.get(folder + "/due-within-months", Unit.NUMBER);
    var firstDueOn = parameters.find(folder + "/first-due-on", Unit.DATE);
    var regions = parameters.find(folder + "/regions", FundUnits.REGIONS);
    var parts = new ArrayList<Dated<?>>(List.of(fund, assessedIn, share, reduces, dueWithin));
    if (firstDueOn != null) {
      parts.add(firstDueOn);
    }
    if (regions != null) {
      parts.add(regions);
    }
    return rule(
        folder,
        parts,
        day ->
            new PrepaymentRule(
                kind,
                fund.on(day).value(),
                assessedIn.on(day).value(),
                share.on(day).value(),
                reduces.on(day).value(),
                dueWithin.on(day).value(),
                firstDueOn == null ? null : firstDueOn.on(day).value(),
                regions == null ? theCity() : known(regions.on(day).value())));
  }

  private SortedSet<String> theCity() {
    return new TreeSet<>(List.of(parameters.city()));
  }

  private SortedSet<String> known(SortedSet<String> regions) {
    for (var code : regions) {
      if (!counties.containsKey(code)) {
        throw new IllegalArgumentException("region " + code + " is not among the counties");
      }
    }
    return regions;
  }

  private NavigableMap<LocalDate, ImprestRule> imprest(String folder) {
    var fund = parameters.get(folder + "/fund", FundUnits.PAYER);
    var insurer = parameters.get(folder + "/insurer", Unit.TEXT);
    var full = parameters.get(folder + "/full", Unit.YUAN);
    var refill = parameters.get(folder + "/refill-working-days", Unit.NUMBER);
    var askedBy = parameters.get(folder + "/asked-by-day", Unit.NUMBER);
    return rule(
        folder,
        List.of(fund, insurer, full, refill, askedBy),
        day ->
            new ImprestRule(
                fund.on(day).value(),
                insurer.on(day).value(),
                full.on(day).value(),
                refill.on(day).value(),
                askedBy.on(day).value()));
  }

  private NavigableMap<LocalDate, RunwayRule> runway(String folder) {
    var months = parameters.get(folder + "/months", Unit.NUMBER);
    var meanOver = parameters.get(folder + "/mean-over", Unit.NUMBER);
    var topUp = parameters.get(folder + "/top-up-days", Unit.NUMBER);
    var reminders = parameters.get(folder + "/reminder-days", Unit.RISING_NUMBERS);
    var bureau = parameters.get(folder + "/bureau", Unit.TEXT);
    return rule(
        folder,
        List.of(months, meanOver, topUp, reminders, bureau),
        day ->
            new RunwayRule(
                months.on(day).value(),
                meanOver.on(day).value(),
                topUp.on(day).value(),
                reminders.on(day).value(),
                bureau.on(day).value()));
  }

  /**
   * The rule as it stands since each day on which one of its parts changes; empty when the city has
   * none of the parts. Half a rule is refused: else it would be found out on the day on which
   * somebody must pay.
   */
  private <R> NavigableMap<LocalDate, R> rule(
      String folder, List<Dated<?>> parts, Function<LocalDate, R> on) {
    var versions = new TreeMap<LocalDate, R>();
    var days = new TreeSet<LocalDate>();
    for (var part : parts) {
      part.rows().stream().map(ValueUsed::from).forEach(days::add);
    }
    if (days.isEmpty()) {
      return versions;
    }
    var start = days.first();
    for (var part : parts) {
      if (!start.equals(part.firstDay())) {
        throw new BadParameterFile(
            parameters.city() + "/funds.yaml, " + part.name(),
            "must have a value from " + start + ", as other parts of " + folder + " have");
      }
    }
    days.forEach(day -> versions.put(day, on(folder, day, on)));
    return versions;
  }

  private <R> R on(String folder, LocalDate day, Function<LocalDate, R> rule) {
    try {
      return rule.apply(day);
    } catch (IllegalArgumentException senseless) {
      throw wrong(folder + ", " + day, String.valueOf(senseless.getMessage()));
    }
  }

  private BadParameterFile wrong(String where, String rule) {
    return new BadParameterFile(
        parameters.city() + "/funds.yaml, " + parameters.city() + '/' + where, rule);
  }

  Optional<PrepaymentRule> prepayment(PrepaymentKind kind, LocalDate day) {
    return Optional.ofNullable(prepayments.get(kind)).flatMap(rule -> on(rule, day));
  }

  Optional<RunwayRule> runway(PrepaymentKind kind, LocalDate day) {
    return Optional.ofNullable(runways.get(kind)).flatMap(rule -> on(rule, day));
  }

  Optional<ImprestRule> imprest(LocalDate day) {
    return on(imprest, day);
  }

  private static <R> Optional<R> on(NavigableMap<LocalDate, R> rule, LocalDate day) {
    return Optional.ofNullable(rule.floorEntry(day)).map(Map.Entry::getValue);
  }

  /** Of the city itself or one of its counties; null for any other code. */
  @Nullable String nameOf(String code) {
    return code.equals(parameters.city()) ? name : counties.get(code);
  }

  SortedSet<String> counties() {
    return new TreeSet<>(counties.keySet());
  }
}
