package org.yizhan.settlement.settling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.Cascade;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.settlement.benefityear.BenefitYear;

/** What hospitals and agencies send, sensible and not. */
final class RandomCommands {

  private static final Map<Payer, Long> CAPS =
      Map.of(
          Payer.BASIC, 20_000_000L,
          Payer.CATASTROPHIC, 15_000_000L,
          Payer.SUPPLEMENTARY, 5_000_000L,
          Payer.POVERTY, 1_000_000L,
          Payer.ASSISTANCE, 8_000_000L,
          Payer.SPECIAL_CARE, 2_000_000L);
  private static final List<Long> BOUNDS_OF_THE_BASE =
      List.of(352_000L, 528_000L, 1_760_000L, 2_350_000L, 5_000_000L, 10_000_000L, 35_250_000L);

  private final RandomGenerator random;
  private final World world;
  private final Expectations expected;
  private final BenefitYears years;
  private final int year;
  private final List<SettleDischarge> sent = new ArrayList<>();
  private final List<RecordReturn> receipts = new ArrayList<>();
  private int encounters;
  private int notes;

  RandomCommands(RandomGenerator random, World world, Expectations expected, BenefitYears years) {
    this.random = random;
    this.world = world;
    this.expected = expected;
    this.years = years;
    this.year = 2020 + random.nextInt(2);
  }

  CareCommand next() {
    int rare = random.nextInt(100);
    if (rare < 3 && !expected.years.isEmpty()) {
      return adoption(somebodysYear());
    }
    if (rare < 12 && (rare == 3 || !expected.recoveries.byCase.isEmpty())) {
      return moneyBack();
    }
    int dice = random.nextInt(100);
    if (sent.isEmpty() || dice < 45) {
      return keep(newStay(world.somebody()));
    }
    if (dice < 55 && expected.cases.values().stream().anyMatch(RandomCommands::isOpen)) {
      return decision();
    }
    var earlier = sent.get(random.nextInt(sent.size()));
    if (dice < 52) {
      return keep(again(earlier, id(), earlier.settlementId(), earlier.replaces()));
    }
    if (dice < 58) {
      return keep(again(earlier, id(), id(), null));
    }
    if (dice < 67) {
      var replaced = random.nextInt(4) > 0 ? lastCancelled(earlier) : earlier.settlementId();
      return keep(again(earlier, id(), id(), replaced));
    }
    if (dice < 84) {
      return cancellation(earlier);
    }
    return dice < 92 || expected.cases.isEmpty() ? proposal(world.somebody()) : decision();
  }

  private static boolean isOpen(Expectations.Case each) {
    return each.state == State.PROPOSED;
  }

  private SettleDischarge keep(SettleDischarge command) {
    sent.add(command);
    return command;
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private SettleDischarge newStay(Townsperson person) {
    int in = random.nextInt(8) > 0 ? year : 2019 + random.nextInt(4);
    var discharge = LocalDate.ofYearDay(in, 1 + random.nextInt(365));
    if (discharge.isBefore(LocalDate.parse("2019-11-01"))) {
      discharge = discharge.plusYears(1); // a chain had not started, which is not the question here
    }
    var hospital = Hospitals.CODES.get(random.nextInt(Hospitals.CODES.size()));
    boolean early = random.nextInt(20) == 0;
    return new SettleDischarge(
        id(),
        id(),
        hospital,
        "ZY" + ++encounters,
        person.number(),
        discharge.minusDays(random.nextInt(30)),
        discharge,
        null,
        bill(person),
        early ? (Long) (person.version() + 1) : null,
        null,
        world.now());
  }

  private Bill bill(Townsperson person) {
    var inPolicy = Money.ofFen(Math.max(0, inPolicy(person)));
    var full = Money.ofFen(random.nextInt(500_000));
    var over = Money.ofFen(random.nextInt(2) * 12_345L);
    var total = inPolicy.plus(full).plus(over).plus(Money.ofFen(random.nextInt(30) == 0 ? 1 : 0));
    return new Bill(total, full, over, Money.ZERO, inPolicy);
  }

  /** Small, middling, very large, and such that a payer comes close to what is left of it. */
  private long inPolicy(Townsperson person) {
    return switch (random.nextInt(6)) {
      case 0 -> List.of(30_000L, 50_000L, 70_000L, 120_000L).get(random.nextInt(4)) + near();
      case 1 -> random.nextInt(2_000_000);
      case 2 -> random.nextInt(60_000_000);
      case 3 -> random.nextInt(10_000_000);
      default -> close(person);
    };
  }

  private long close(Townsperson person) {
    var used =
        expected.years.keySet().stream()
            .filter(key -> key.personNumber().equals(person.number()))
            .findFirst()
            .flatMap(key -> years.findWhole(BenefitYears.idOf(key)))
            .orElse(BenefitYear.empty(new BenefitYear.Key(person.number(), World.HEYUAN, year)))
            .accumulators();
    var payer = Payer.values()[random.nextInt(Payer.values().length)];
    long target =
        random.nextBoolean()
            ? CAPS.get(payer) - used.paidBy(payer).fen()
            : BOUNDS_OF_THE_BASE.get(random.nextInt(BOUNDS_OF_THE_BASE.size()))
                - used.cumulativeBase().fen();
    long percent = List.of(25L, 35L, 45L, 55L, 65L, 75L).get(random.nextInt(6));
    return target * 100 / percent + 70_000 + near();
  }

  private long near() {
    return random.nextInt(7) - 3;
  }

  private SettleDischarge again(
      SettleDischarge of, UUID commandId, UUID settlementId, UUID replaces) {
    boolean same = settlementId.equals(of.settlementId());
    return new SettleDischarge(
        same ? id() : commandId,
        settlementId,
        of.hospitalCode(),
        of.encounterId(),
        of.personNumber(),
        of.admissionDate(),
        of.dischargeDate(),
        of.diagnosis(),
        same ? of.amounts() : bill(world.persons.get(of.personNumber())),
        null,
        replaces,
        world.now());
  }

  private UUID lastCancelled(SettleDischarge command) {
    return expected
        .bills()
        .filter(bill -> bill.command.encounterId().equals(command.encounterId()))
        .filter(bill -> !bill.stands())
        .reduce((one, later) -> later)
        .map(ExpectedYear.Bill::id)
        .orElse(null);
  }

  private CareCommand cancellation(SettleDischarge command) {
    var visit = world.visit(command);
    var decided =
        expected.years.values().stream()
            .filter(known -> known.billOf(command.settlementId()) != null)
            .map(known -> known.key.city())
            .findFirst();
    return new CancelSettlement(
        id(),
        command.settlementId(),
        command.hospitalCode(),
        command.encounterId(),
        command.personNumber(),
        decided.orElse(visit == null ? World.HEYUAN : visit.city()),
        command.dischargeDate(),
        "sent by mistake",
        random.nextInt(3) == 0 ? Cascade.REFUSE : Cascade.ADJUST,
        world.now());
  }

  CareCommand proposal(Townsperson person) {
    var keys =
        expected.years.keySet().stream()
            .filter(key -> key.personNumber().equals(person.number()))
            .toList();
    var key =
        keys.isEmpty()
            ? new BenefitYear.Key(person.number(), World.HEYUAN, year)
            : keys.get(random.nextInt(keys.size()));
    return new ProposeReimbursement(
        id(),
        key.personNumber(),
        key.city(),
        key.year(),
        clerk(),
        "known late, note " + ++notes,
        world.now());
  }

  private CareCommand decision() {
    var open = expected.cases.values().stream().filter(RandomCommands::isOpen).toList();
    var cases =
        open.isEmpty() || random.nextInt(4) == 0 ? List.copyOf(expected.cases.values()) : open;
    var of = cases.get(random.nextInt(cases.size())).proposed;
    return new DecideReimbursement(
        id(), of.caseId(), of.personNumber(), random.nextInt(4) > 0, clerk(), world.now());
  }

  /** As a job asks every year, one in two times that the law is another. */
  List<CareCommand> adoptions() {
    return random.nextBoolean()
        ? expected.years.keySet().stream().map(this::adoption).toList()
        : List.of();
  }

  private BenefitYear.Key somebodysYear() {
    var keys = List.copyOf(expected.years.keySet());
    return keys.get(random.nextInt(keys.size()));
  }

  /** Of the law in force as it is when it is sent, for some of the year. */
  private CareCommand adoption(BenefitYear.Key key) {
    var from = LocalDate.of(key.year(), 1, 1).plusDays(random.nextInt(2) * random.nextInt(300));
    return new AdoptLaw(
        id(),
        id(),
        key.personNumber(),
        key.city(),
        random.nextInt(20) == 0 ? key.year() - 5 : key.year(),
        world.law().laws().hash(),
        from,
        from.plusDays(random.nextInt(4) == 0 ? 100 : 365),
        "clerk 5",
        "clerk 6",
        "the law reaches back",
        world.now());
  }

  private CareCommand moneyBack() {
    var known = List.copyOf(expected.recoveries.byCase.keySet());
    if (known.isEmpty()) {
      return returned(id(), world.somebody().number(), Payer.ASSISTANCE, 1);
    }
    if (!receipts.isEmpty() && random.nextInt(4) == 0) {
      return again(receipts.get(random.nextInt(receipts.size())));
    }
    var caseId = known.get(random.nextInt(known.size()));
    var open = expected.recoveries.byCase.get(caseId);
    var owed = Stream.of(Payer.values()).filter(payer -> open.left(payer) > 0).toList();
    var payer =
        owed.isEmpty() || random.nextInt(8) == 0
            ? Payer.values()[random.nextInt(Payer.values().length)]
            : owed.get(random.nextInt(owed.size()));
    long left = Math.max(1, open.left(payer));
    long fen =
        switch (random.nextInt(5)) {
          case 0 -> left + 1 + random.nextInt(3);
          case 1 -> 1 + random.nextLong(left);
          default -> left;
        };
    var receipt = returned(caseId, open.person, payer, fen);
    receipts.add(receipt);
    return receipt;
  }

  /** Somebody else records it too, perhaps on another day. */
  private CareCommand again(RecordReturn of) {
    return new RecordReturn(
        id(),
        of.caseId(),
        of.personNumber(),
        of.payer(),
        of.amount(),
        of.receivedOn().plusDays(random.nextInt(4) / 3),
        clerk(),
        of.reference(),
        world.now());
  }

  private RecordReturn returned(UUID caseId, String person, Payer payer, long fen) {
    return new RecordReturn(
        id(),
        caseId,
        person,
        payer,
        Money.ofFen(fen),
        LocalDate.of(2022, 1, 1 + random.nextInt(2)),
        clerk(),
        "slip " + random.nextInt(6),
        world.now());
  }

  private String clerk() {
    return "clerk " + random.nextInt(4);
  }
}
