package org.yizhan.ledger.fund;

import static org.yizhan.ledger.fund.Accounts.EXPENDITURE;
import static org.yizhan.ledger.fund.Accounts.FISCAL;
import static org.yizhan.ledger.fund.Accounts.PREPAID;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PayManually;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.LedgerEvent.HospitalPaid;
import org.yizhan.contracts.ledger.LedgerEvent.PaymentRefused;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Dimension;
import org.yizhan.ledger.journal.Correction;
import org.yizhan.ledger.journal.JournalEntry;
import org.yizhan.ledger.law.FundLaw;

/** Money that goes out; nothing is overdrawn (H10, H15, H17, H21, H22, W7). */
final class Paying {

  private final FundLaw law;
  private final Prepaying prepaying;

  Paying(FundLaw law, Prepaying prepaying) {
    this.law = law;
    this.prepaying = prepaying;
  }

  /** A hospital gets what it advanced; the memorandum book forgets that it is owed. */
  Optional<Problem> hospital(FundAtWork work, PayHospital command) {
    var total = command.total();
    if (total.isZero()) {
      return Optional.of(Refusals.nothing(total));
    }
    var wrong = wrongAddress(work, command.purpose(), command.parts());
    if (wrong.isPresent()) {
      return wrong;
    }
    var from = payingAccounts(work.fund, command.purpose());
    var held = from.stream().map(work.book::held).reduce(Money.ZERO, Money::plus);
    if (held.compareTo(total) < 0) {
      return Optional.of(overdrawn(work, "pay-hospital.v1", from.getLast(), total, held));
    }
    for (var part : command.parts()) {
      pay(work, spending(work, command.hospitalCode(), command.purpose(), part), from, part);
      work.book.note(
          Accounts.payable(command.hospitalCode()), receivable(work, part), part.amount());
      spent(work, command.purpose(), part, part.amount().fen());
    }
    work.say(
        new HospitalPaid(
            work.commandId,
            work.city,
            work.fund,
            command.hospitalCode(),
            command.month(),
            command.purpose(),
            total,
            work.on,
            command.reference()));
    return Optional.empty();
  }

  /**
   * What a hospital gives back goes to the account that would pay it, and is owed to it again. The
   * entries name those of the payment.
   */
  Optional<Problem> refund(FundAtWork work, ReceiveRefund command, List<JournalEntry> ofPayment) {
    var total = command.total();
    if (total.isZero()) {
      return Optional.of(Refusals.nothing(total));
    }
    var known = Payment.in(command.paymentId(), ofPayment);
    if (known.isEmpty()) {
      return Optional.of(Refusals.unknownPayment(command.paymentId()));
    }
    if (work.fund == Payer.POVERTY && law.imprest(work.city, work.on).isEmpty()) {
      return Optional.of(Refusals.noImprest(work.city, total));
    }
    var payment = known.get();
    var above = aboveWhatWasPaid(payment, command.parts());
    if (above.isPresent()) {
      return above;
    }
    var hospital = payment.hospital();
    var purpose = payment.purpose();
    var to = payingAccounts(work.fund, purpose).getLast();
    for (var part : command.parts()) {
      work.book.move(to, spending(work, hospital, purpose, part), part.amount());
      work.book.note(receivable(work, part), Accounts.payable(hospital), part.amount());
      spent(work, purpose, part, -part.amount().fen());
    }
    work.correct(payment, Payment.REFUND);
    payHeld(work);
    return Optional.empty();
  }

  private static Optional<Problem> aboveWhatWasPaid(Payment payment, List<Part> parts) {
    var back = new TreeMap<String, Money>();
    parts.forEach(part -> back.merge(part.county(), part.amount(), Money::plus));
    return back.entrySet().stream()
        .filter(part -> part.getValue().compareTo(payment.left(part.getKey())) > 0)
        .findFirst()
        .map(
            part ->
                Refusals.aboveWhatWasPaid(
                    part.getKey(), part.getValue(), payment.left(part.getKey())));
  }

  private Optional<Problem> wrongAddress(FundAtWork work, Purpose purpose, List<Part> parts) {
    // Only the assistance fund keeps money at the province (H19).
    if (purpose != Purpose.IN_CITY && work.fund != Payer.ASSISTANCE) {
      return Optional.of(
          Refusals.notOfThisFund(
              work.fund,
              "purpose",
              purpose,
              "must be IN_CITY: only ASSISTANCE pays off-site apart"));
    }
    var counties = law.counties(work.city);
    return parts.stream()
        .map(Part::county)
        .filter(county -> !counties.contains(county))
        .findFirst()
        .map(
            county ->
                Refusals.notOfThisFund(
                    work.fund, "parts.county", county, "must be one of " + counties));
  }

  /** In the order in which they are used up. */
  private static List<AccountRef> payingAccounts(Payer fund, Purpose purpose) {
    if (purpose != Purpose.IN_CITY) {
      return List.of(Accounts.atTheProvince(purpose), FISCAL);
    }
    return fund == Payer.ASSISTANCE ? List.of(PREPAID, EXPENDITURE) : List.of(EXPENDITURE);
  }

  private static void pay(FundAtWork work, AccountRef spending, List<AccountRef> from, Part part) {
    var open = part.amount();
    for (var account : from) {
      var taken = open.atMost(work.book.held(account));
      work.book.move(spending, account, taken);
      open = open.minus(taken);
    }
  }

  private AccountRef spending(FundAtWork work, String hospital, Purpose purpose, Part part) {
    return switch (work.fund) {
      case POVERTY -> Accounts.ofInsurer(insurer(work));
      case SPECIAL_CARE -> Accounts.ofDistrict(part.county());
      case BASIC, CATASTROPHIC, SUPPLEMENTARY, ASSISTANCE ->
          Accounts.benefits(work.fund)
              .with(Dimension.COUNTY, part.county())
              .with(Dimension.HOSPITAL, hospital)
              .with(Dimension.PURPOSE, Accounts.wordOf(purpose));
    };
  }

  private AccountRef receivable(FundAtWork work, Part part) {
    var account = Accounts.receivable(part.county());
    return work.fund == Payer.POVERTY ? account.with(Dimension.INSURER, insurer(work)) : account;
  }

  private String insurer(FundAtWork work) {
    return law.imprest(work.city, work.on).orElseThrow().insurer();
  }

  private void spent(FundAtWork work, Purpose purpose, Part part, long fen) {
    Prepaying.kindOf(work.fund, purpose)
        .ifPresent(
            kind -> {
              work.flowed(kind, part.county(), 0, fen);
              if (fen > 0) {
                prepaying.used(work, kind, part.county());
              }
            });
  }

  /** H10: straight from the fiscal special account, never from the expenditure account. */
  Optional<Problem> manually(FundAtWork work, PayManually command) {
    work.held.add(command);
    payHeld(work);
    if (work.held.contains(command)) {
      // Nobody overtakes: what waits before it is missing, too.
      var wanted = work.held.stream().map(PayManually::amount).reduce(Money.ZERO, Money::plus);
      var missing = wanted.minus(work.book.held(FISCAL));
      refused(work, "pay-manually.v1", FISCAL, command.amount(), missing);
    }
    return Optional.empty();
  }

  /** In the order they came; the first that is not covered keeps the rest waiting. */
  void payHeld(FundAtWork work) {
    while (!work.held.isEmpty()
        && work.book.held(FISCAL).compareTo(work.held.getFirst().amount()) >= 0) {
      payManually(work, work.held.removeFirst());
    }
  }

  private static void payManually(FundAtWork work, PayManually command) {
    work.book.move(Accounts.manual(work.fund, command.county()), FISCAL, command.amount());
    work.post(
        DerivedId.of("manual-entry", command.caseId(), command.settlementId(), work.fund),
        command.settlementId(),
        "manual-reimbursement",
        new Correction(command.caseId(), null));
  }

  /** H15: spent by the assistance fund, and income of basic insurance. */
  Optional<Problem> premium(FundAtWork work, PayPremium command) {
    var held = work.book.held(FISCAL);
    if (held.compareTo(command.amount()) < 0) {
      return Optional.of(overdrawn(work, "pay-premium.v1", FISCAL, command.amount(), held));
    }
    work.book.move(Accounts.premiumSubsidy(command.county()), FISCAL, command.amount());
    work.post(
        DerivedId.of("premium-entry", command.obligationId(), work.fund),
        command.obligationId(),
        "premium-paid",
        null);
    work.say(paid(command));
    work.tell(new Fact.Asks(incomeOf(work, command)));
    return Optional.empty();
  }

  static PremiumPaid paid(PayPremium command) {
    return new PremiumPaid(
        command.obligationId(),
        command.personNumber(),
        command.city(),
        command.county(),
        command.year(),
        command.amount(),
        command.category(),
        command.agency(),
        command.dueOn(),
        command.knownOn());
  }

  private static FundCommand incomeOf(FundAtWork work, PayPremium command) {
    var asked =
        new Asked(
            DerivedId.of("premium-income", command.obligationId()),
            command.city(),
            Payer.BASIC,
            Payer.ASSISTANCE.name(),
            DecidingFunds.beginningOf(work.on));
    return new ReceiveIncome(
        asked, Source.PREMIUM, null, command.amount(), command.obligationId().toString());
  }

  /** Said to everybody, because somebody has to bring money. */
  static Problem overdrawn(
      FundAtWork work, String payment, AccountRef account, Money amount, Money held) {
    return refused(work, payment, account, amount, amount.minus(held));
  }

  private static Problem refused(
      FundAtWork work, String payment, AccountRef account, Money amount, Money missing) {
    var said =
        new PaymentRefused(
            work.commandId,
            work.city,
            work.fund,
            payment,
            account.code(),
            amount,
            missing,
            work.on);
    // A premium is refused under one id as often as it is asked for, each time with another text.
    work.tell(
        new Fact.Said(
            DerivedId.of("payment-refused", work.city, work.fund, work.commandId, work.on, missing),
            said));
    return Refusals.overdrawn(account.code(), amount, missing);
  }
}
