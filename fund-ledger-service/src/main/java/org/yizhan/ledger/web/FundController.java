package org.yizhan.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.ledger.fund.FundState;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.Outlook;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.web.FundParameters.FundName;
import org.yizhan.ledger.web.FundViews.FundView;
import org.yizhan.ledger.web.FundViews.FundsView;
import org.yizhan.ledger.web.FundViews.ImprestView;
import org.yizhan.ledger.web.FundViews.PrepaymentsView;
import org.yizhan.ledger.web.FundViews.RunwayView;
import org.yizhan.ledger.web.FundViews.WarningsView;

/** How funds stand: for finance, agency, veterans bureaus and the insurer. */
@RestController
@RequestMapping("/api/funds")
final class FundController {

  private final Funds funds;
  private final FundLaw law;
  private final Outlook outlook;
  private final FundParameters parameters;
  private final FundViews views;
  private final Clock clock;

  FundController(
      Funds funds,
      FundLaw law,
      Outlook outlook,
      FundParameters parameters,
      FundViews views,
      Clock clock) {
    this.funds = funds;
    this.law = law;
    this.outlook = outlook;
    this.parameters = parameters;
    this.views = views;
    this.clock = clock;
  }

  /** H16: every fund of every city. */
  @GetMapping
  FundsView all() {
    return new FundsView(everyFund().map(views::row).toList());
  }

  /** One fund with all it knows. */
  @GetMapping("/{city}/{fund}")
  FundView one(@PathVariable String city, @PathVariable String fund) {
    var state = stateOf(parameters.fund(city, fund));
    return views.whole(state, outlook.of(state, dayOf(state)));
  }

  /**
   * H18, H19, W5.
   *
   * @param year every one when absent
   */
  @GetMapping("/{city}/{fund}/prepayments")
  PrepaymentsView prepayments(
      @PathVariable String city,
      @PathVariable String fund,
      @RequestParam(required = false) @Nullable String year) {
    var asked = year == null ? null : parameters.year(year);
    var state = stateOf(parameters.fund(city, fund));
    return new PrepaymentsView(
        state.city(),
        state.fund(),
        FundViews.prepayments(
            state.prepayments().stream()
                .filter(one -> asked == null || one.year() == asked)
                .toList()));
  }

  /** H20, H22; 404 {@code unknown-imprest} where no insurer keeps one. */
  @GetMapping("/{city}/{fund}/imprest")
  ImprestView imprest(@PathVariable String city, @PathVariable String fund) {
    var state = stateOf(parameters.fund(city, fund));
    return law.imprest(state.city(), dayOf(state))
        .filter(_ -> state.fund() == Payer.POVERTY)
        .map(rule -> FundViews.imprest(state, rule))
        .orElseThrow(
            () ->
                FundParameters.notFound(
                    "unknown-imprest",
                    "Unknown imprest",
                    "fund",
                    city + '/' + fund,
                    "must be a fund in which an insurer keeps an imprest"));
  }

  /**
   * W6: what this fund is warned of.
   *
   * @param state of the warnings, every one when absent
   */
  @GetMapping("/{city}/{fund}/warnings")
  WarningsView warnings(
      @PathVariable String city,
      @PathVariable String fund,
      @RequestParam(required = false) @Nullable String state) {
    return warningsOf(Stream.of(stateOf(parameters.fund(city, fund))), parameters.state(state));
  }

  /** As above, over all funds. */
  @GetMapping("/warnings")
  WarningsView warnings(@RequestParam(required = false) @Nullable String state) {
    return warningsOf(everyFund(), parameters.state(state));
  }

  private static WarningsView warningsOf(
      Stream<FundState> states, FundWarning.@Nullable State state) {
    return new WarningsView(
        states
            .flatMap(one -> one.warnings().stream())
            .filter(warning -> state == null || warning.state() == state)
            .toList());
  }

  /** W6: how long prepaid money lasts. */
  @GetMapping("/{city}/{fund}/runway")
  RunwayView runway(@PathVariable String city, @PathVariable String fund) {
    var state = stateOf(parameters.fund(city, fund));
    return FundViews.runway(state, outlook.of(state, dayOf(state)));
  }

  private Stream<FundState> everyFund() {
    var names =
        law.cities().stream()
            .flatMap(city -> Stream.of(Payer.values()).map(fund -> new FundName(city, fund)))
            .toList();
    var kept = funds.find(names.stream().map(FundName::key).toList());
    return names.stream()
        .map(
            name -> {
              var known = kept.get(name.key());
              return known == null
                  ? FundState.empty(name.city(), name.fund())
                  : known.now().state();
            });
  }

  private FundState stateOf(FundName name) {
    return funds.find(name.key()).orElseGet(() -> FundState.empty(name.city(), name.fund()));
  }

  private LocalDate dayOf(FundState state) {
    return Objects.requireNonNullElseGet(state.today(), () -> LocalDate.now(clock));
  }
}
