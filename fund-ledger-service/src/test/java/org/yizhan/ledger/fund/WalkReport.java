package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.DistrictsStated;
import org.yizhan.contracts.ledger.LedgerEvent.HospitalPaid;
import org.yizhan.contracts.ledger.LedgerEvent.ImprestDemanded;
import org.yizhan.contracts.ledger.LedgerEvent.PaymentRefused;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.contracts.ledger.LedgerEvent.PrepaymentChanged;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.contracts.ledger.LedgerEvent.WarningChanged;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.ledger.journal.JournalEntry;

/** One line for each fact, and for each entry that has no fact of its own. */
final class WalkReport {

  private static final Set<String> TOLD_BY_FACTS =
      Set.of("hospital-paid", "prepayment-funded", "premium-paid");

  private final List<String> lines = new ArrayList<>();

  void add(LocalDate day, FundState fund, Decision decision) {
    var whose = day + " | " + fund.city() + " " + fund.fund() + " | ";
    decision.entries().stream()
        .filter(entry -> !TOLD_BY_FACTS.contains(entry.reason()))
        .forEach(entry -> lines.add(whose + lineOf(fund.city(), entry)));
    decision.facts().forEach(fact -> lines.add(whose + lineOf(fact)));
    var refusal = decision.refusal();
    if (refusal != null) {
      lines.add(whose + "refused: " + refusal.detail() + " | " + refusal.code());
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String lineOf(String city, JournalEntry entry) {
    var postings =
        entry.postings().stream()
            .map(one -> "%s ← %s %s".formatted(one.debit(), one.credit(), one.amount()))
            .map(text -> text.replaceAll("\\[city=" + city + "]|,?city=" + city, ""))
            .map(text -> text.replace("[,", "["))
            .collect(Collectors.joining("; "));
    var clause =
        switch (entry.reason()) {
          case "income-received" ->
              postings.contains("4302") ? "H17" : postings.contains("4001") ? "H15" : "H16";
          case "moved-to-expenditure" -> "H17";
          case "advance-received" -> postings.contains("insurer") ? "H20 H22" : "W5 W6";
          case "manual-reimbursement" -> "H10";
          case "refund-received" -> "H21";
          case "year-closed" -> "row 18";
          default -> throw new IllegalStateException("no clause for " + entry.reason());
        };
    return entry.reason() + ", booked on " + entry.bookedOn() + ": " + postings + " | " + clause;
  }

  private static String lineOf(Fact fact) {
    return switch (fact) {
      case Fact.Said(var _, var event) -> lineOf(event);
      case Fact.FunctionChanged(var _, var event) ->
          "off-site function %s, %s | H19".formatted(event.state(), event.reason());
      case Fact.Asks(var command) -> "asks " + DecidingFunds.keyOf(command) + " to book it | H15";
    };
  }

  private static String lineOf(LedgerEvent event) {
    return switch (event) {
      case PremiumPaid paid ->
          "premium of %s, due on %s: %s | H15"
              .formatted(paid.category(), paid.dueOn(), paid.amount());
      case HospitalPaid paid ->
          "hospital %s paid for %s, %s: %s | %s"
              .formatted(
                  paid.hospitalCode(),
                  paid.month(),
                  paid.purpose(),
                  paid.amount(),
                  switch (paid.fund()) {
                    case POVERTY -> "H22";
                    case SPECIAL_CARE -> "W7";
                    case BASIC, CATASTROPHIC, SUPPLEMENTARY, ASSISTANCE -> "H17 H21";
                  });
      case PaymentRefused refused ->
          "not covered: %s of %s out of %s lacks %s | H17"
              .formatted(refused.payment(), refused.amount(), refused.account(), refused.missing());
      case LedgerEvent.DaySealed _ -> throw new IllegalArgumentException("not said by a fund");
      case PrepaymentChanged(var prepayment) -> lineOf(prepayment);
      case ImprestDemanded(var demand) -> lineOf(demand);
      case WarningChanged(var warning) -> lineOf(warning);
      case RunwayForecast runway ->
          "runway %s at the close of %s: %s left, %s | W6"
              .formatted(
                  runway.kind(),
                  runway.month(),
                  runway.balance(),
                  runway.exhaustedOn() == null
                      ? "nothing spent yet"
                      : runway.meanMonthlySpending()
                          + " a month, used up on "
                          + runway.exhaustedOn());
      case DistrictsStated stated ->
          "districts' month %s: %s | W7"
              .formatted(
                  stated.month(),
                  stated.districts().stream()
                      .map(
                          one ->
                              "%s received %s, spent %s, left %s, owes %s"
                                  .formatted(
                                      one.district(),
                                      one.received(),
                                      one.spent(),
                                      one.balance(),
                                      one.owed()))
                      .collect(Collectors.joining("; ")));
      case LedgerEvent.Unrecognised _ -> throw new IllegalStateException("never said");
    };
  }

  private static String lineOf(Prepayment one) {
    var text = new StringBuilder("prepayment %s".formatted(one.kind()));
    text.append(one.region() == null ? "" : " of " + one.region());
    text.append(
        " for %d %s: %d %% of %s, %s carried, %s requested, %s funded, due on %s"
            .formatted(
                one.year(),
                one.state(),
                one.share().basisPoints() / 100,
                one.lastYear(),
                one.carried(),
                one.requested(),
                one.funded(),
                one.dueOn()));
    text.append(one.maker() == null ? "" : ", maker " + one.maker());
    text.append(one.checker() == null ? "" : ", checker " + one.checker());
    text.append(one.reason() == null ? "" : ", because " + one.reason());
    text.append(one.carriedOver() == null ? "" : ", carried over " + one.carriedOver());
    return text + " | " + clauseOf(one.kind());
  }

  private static String clauseOf(PrepaymentKind kind) {
    return switch (kind) {
      case IN_CITY -> "H18";
      case OFF_SITE_IN_PROVINCE, OFF_SITE_CROSS_PROVINCE -> "H19";
      case SPECIAL_CARE -> "W5";
    };
  }

  private static String lineOf(ImprestDemand one) {
    return "imprest of %s %s: %s there, %s lacking, due on %s%s | H20 H22"
        .formatted(
            one.month(),
            one.state(),
            one.balance(),
            one.open(),
            one.dueOn(),
            one.metOn() == null ? "" : ", met on " + one.metOn());
  }

  private static String lineOf(FundWarning one) {
    var mean = one.meanMonthlySpending();
    var parts =
        one.parts().stream()
            .map(part -> part.district() + " " + part.amount())
            .collect(Collectors.joining(", "));
    return "warning %s%s %s to %s, raised on %s with %s, %s lacking%s, due on %s%s%s%s | %s"
        .formatted(
            one.cause(),
            one.kind() == null ? "" : " " + one.kind(),
            one.state(),
            one.bureau(),
            one.raisedOn(),
            one.balance(),
            one.missing(),
            mean == null ? "" : " at " + mean + " a month",
            one.dueOn(),
            one.remindedOn().isEmpty() ? "" : ", reminded on " + one.remindedOn(),
            parts.isEmpty() ? "" : ", parts " + parts,
            one.closedOn() == null ? "" : ", closed on " + one.closedOn(),
            switch (one.cause()) {
              case RUNWAY -> "W6";
              case PREPAYMENT_OVERDUE -> one.kind() == null ? "H18" : clauseOf(one.kind());
              case IMPREST_OVERDUE -> "H20 H22";
            });
  }

  /** What every account of a fund holds, debit positive. */
  static String standing(FundState state) {
    var accounts =
        state.accounts().entrySet().stream()
            .map(account -> account.getKey() + " " + signed(account.getValue()))
            .collect(Collectors.joining("; "));
    return "%s %s: %s".formatted(state.city(), state.fund(), accounts);
  }

  private static String signed(long fen) {
    return (fen < 0 ? "-" : "") + Money.ofFen(Math.abs(fen));
  }
}
