package org.yizhan.ledger.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.ImprestDemanded;
import org.yizhan.contracts.ledger.LedgerEvent.PrepaymentChanged;
import org.yizhan.contracts.ledger.LedgerEvent.WarningChanged;
import org.yizhan.contracts.ledger.Prepayment;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.journal.Correction;
import org.yizhan.ledger.journal.JournalEntry;

/** A fund while one command is decided; thrown away when the command is refused. */
final class FundAtWork {

  /** Two whole years and the one that runs: no rule looks further back. */
  private static final int MONTHS_KEPT = 26;

  final String city;
  final Payer fund;
  final UUID commandId;
  final LocalDate on;
  final CashBook book;
  final List<Prepayment> prepayments;
  final List<ImprestDemand> demands;
  final List<FundWarning> warnings;
  final List<PayManually> held;
  private final List<Flow> flows;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  OffSiteFunction function;
  @Nullable LocalDate today;

  /**
   * @param on the booking date
   */
  FundAtWork(FundState before, UUID commandId, LocalDate on) {
    this.city = before.city();
    this.fund = before.fund();
    this.commandId = commandId;
    this.on = on;
    this.book = new CashBook(city, before.accounts());
    this.prepayments = new ArrayList<>(before.prepayments());
    this.demands = new ArrayList<>(before.demands());
    this.warnings = new ArrayList<>(before.warnings());
    this.held = new ArrayList<>(before.held());
    this.flows = new ArrayList<>(before.flows());
    this.function = before.function();
    this.today = before.today();
  }

  FundState state() {
    var oldest = YearMonth.from(on).minusMonths(MONTHS_KEPT);
    return new FundState(
        city,
        fund,
        today,
        book.accounts(),
        flows.stream().filter(flow -> !flow.month().isBefore(oldest)).toList(),
        prepayments,
        demands,
        warnings,
        function,
        held);
  }

  List<JournalEntry> entries() {
    return entries;
  }

  /** Books what was moved since the last entry, under ids computed from the command. */
  void post(String reason) {
    postOn(on, reason);
  }

  void postOn(LocalDate day, String reason) {
    for (var book : Book.values()) {
      post(new Head(idIn(book), commandId, reason, null), day, book);
    }
  }

  /** Books what was moved since the last entry as a correction of what was booked for a payment. */
  void correct(Payment payment, String reason) {
    for (var book : Book.values()) {
      var correction = new Correction(commandId, payment.entryIds().get(book));
      post(new Head(idIn(book), payment.id(), reason, correction), on, book);
    }
  }

  private UUID idIn(Book book) {
    return DerivedId.of("fund-entry", city, fund, commandId, book, entries.size());
  }

  /** Books what was moved since the last entry in the cash book. */
  void post(UUID id, UUID cause, String reason, @Nullable Correction correction) {
    post(new Head(id, cause, reason, correction), on, Book.CASH);
  }

  private record Head(UUID id, UUID cause, String reason, @Nullable Correction correction) {}

  private void post(Head head, LocalDate day, Book which) {
    var postings = which == Book.CASH ? book.takeCash() : book.takeMemo();
    if (!postings.isEmpty()) {
      entries.add(
          new JournalEntry(
              head.id, fund, which, head.cause, head.reason, day, postings, head.correction));
    }
  }

  List<Fact> facts() {
    return facts;
  }

  void say(LedgerEvent event) {
    facts.add(new Fact.Said(factId(), event));
  }

  void tell(Fact fact) {
    facts.add(fact);
  }

  UUID factId() {
    return DerivedId.of("fund-fact", city, fund, commandId, facts.size());
  }

  void flowed(PrepaymentKind kind, String region, long received, long spent) {
    var month = YearMonth.from(on);
    for (int i = 0; i < flows.size(); i++) {
      if (flows.get(i).isOf(month, kind, region)) {
        flows.set(i, flows.get(i).plus(received, spent));
        return;
      }
    }
    flows.add(new Flow(month, kind, region, received, spent));
  }

  List<Flow> flowsOf(PrepaymentKind kind, Predicate<Flow> which) {
    return flows.stream().filter(flow -> flow.kind() == kind).filter(which).toList();
  }

  Optional<Prepayment> prepayment(PrepaymentKind kind, @Nullable String region, int year) {
    return prepayments.stream()
        .filter(
            one -> one.kind() == kind && one.year() == year && Objects.equals(one.region(), region))
        .findFirst();
  }

  /** Keeps what is new of it, and says so. */
  void keep(Prepayment changed) {
    prepayments.removeIf(
        one ->
            one.kind() == changed.kind()
                && one.year() == changed.year()
                && Objects.equals(one.region(), changed.region()));
    prepayments.add(changed);
    say(new PrepaymentChanged(changed));
  }

  void keep(ImprestDemand changed) {
    demands.removeIf(one -> one.month().equals(changed.month()));
    demands.add(changed);
    say(new ImprestDemanded(changed));
  }

  void keep(FundWarning changed) {
    warnings.removeIf(one -> one.warningId().equals(changed.warningId()));
    warnings.add(changed);
    say(new WarningChanged(changed));
  }
}
