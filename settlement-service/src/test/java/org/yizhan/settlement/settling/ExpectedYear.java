package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Oracle;
import org.yizhan.settlement.benefityear.Oracle.Law;
import org.yizhan.settlement.benefityear.Oracle.Visit;

/** A year as it must stand: worked out from nothing, by the oracle, at every change. */
final class ExpectedYear {

  /** In fen. */
  record Change(UUID settlementId, Map<Payer, Long> before, Map<Payer, Long> after) {}

  static final class Bill {
    final SettleDischarge command;
    private Law law;
    private Visit visit;
    private Map<Payer, Long> shares = Map.of();
    private final Map<Payer, Long> outside = new EnumMap<>(Payer.class);
    private Map<Payer, Long> first = Map.of();
    CancelSettlement cancelledBy;

    private Bill(SettleDischarge command, Visit visit, Law law) {
      this.command = command;
      this.visit = visit;
      this.law = law;
    }

    UUID id() {
      return command.settlementId();
    }

    boolean stands() {
      return cancelledBy == null;
    }

    /** As it was divided when it was settled. */
    Map<Payer, Long> first() {
      return first;
    }

    /** As it is divided now. */
    Map<Payer, Long> now() {
      return shares;
    }

    boolean isPartlyOutside() {
      return !outside.isEmpty();
    }

    /** What the hospital has advanced, by payer; a payer that bears nothing is left out. */
    Map<Payer, Long> advanced() {
      var advanced = new EnumMap<Payer, Long>(Payer.class);
      if (stands()) {
        advanced.putAll(shares);
        outside.forEach((payer, fen) -> advanced.merge(payer, -fen, Long::sum));
      }
      advanced.values().removeIf(fen -> fen == 0);
      return advanced;
    }

    Map<Payer, Long> outside() {
      return outside;
    }

    boolean knownOtherwise(Visit now) {
      return !visit.equals(now);
    }

    Visit visit() {
      return visit;
    }
  }

  /** What a bill stands by. */
  private record Basis(Visit visit, Law law) {}

  /** A year, worked out. */
  private record Worked(Oracle year, Map<UUID, Map<Payer, Long>> shares, Map<UUID, Basis> bases) {}

  final BenefitYear.Key key;
  final List<Bill> bills = new ArrayList<>();
  long version;
  private Worked worked;
  private long workedVersion;

  ExpectedYear(BenefitYear.Key key) {
    this.key = key;
  }

  private Worked work(UnaryOperator<Visit> knowing, UUID without) {
    return work(knowing, bill -> bill.law, without);
  }

  private Worked work(UnaryOperator<Visit> knowing, Function<Bill, Law> law, UUID without) {
    var year = new Oracle();
    var shares = new HashMap<UUID, Map<Payer, Long>>();
    var bases = new HashMap<UUID, Basis>();
    for (var bill : bills) {
      if (bill.stands() && !bill.id().equals(without)) {
        var was = new Basis(bill.visit, bill.law);
        var is = new Basis(knowing.apply(bill.visit), law.apply(bill));
        var basis = !is.equals(was) && makesADifference(year, was, is) ? is : was;
        bases.put(bill.id(), basis);
        shares.put(bill.id(), fen(year.divide(basis.visit(), basis.law())));
      }
    }
    return new Worked(year, shares, bases);
  }

  /** What makes no difference to a bill does not become what it stands by. */
  private static boolean makesADifference(Oracle year, Basis was, Basis is) {
    var before = year.copy();
    var after = year.copy();
    var shares = fen(before.divide(was.visit(), was.law()));
    return !shares.equals(fen(after.divide(is.visit(), is.law())))
        || before.base().compareTo(after.base()) != 0;
  }

  /** From nothing, once for each version. */
  private Worked asItStands() {
    if (worked == null || workedVersion != version) {
      worked = work(UnaryOperator.identity(), null);
      workedVersion = version;
    }
    return worked;
  }

  private static Map<Payer, Long> fen(Map<String, BigDecimal> yuan) {
    var fen = new EnumMap<Payer, Long>(Payer.class);
    yuan.forEach(
        (payer, amount) -> {
          if (!payer.equals("PATIENT")) {
            fen.put(Payer.valueOf(payer), amount.movePointRight(2).longValueExact());
          }
        });
    return fen;
  }

  Bill settle(SettleDischarge command, Visit visit, Law law) {
    var bill = new Bill(command, visit, law);
    bills.add(bill);
    version++;
    bill.shares = asItStands().shares().get(bill.id());
    bill.first = bill.shares;
    return bill;
  }

  /** What a cancellation of the bill changes, that of the bill itself first among them in order. */
  List<Change> without(Bill cancelled) {
    return changesTo(work(UnaryOperator.identity(), cancelled.id()));
  }

  void cancel(Bill cancelled, CancelSettlement by) {
    var then = work(UnaryOperator.identity(), cancelled.id());
    cancelled.cancelledBy = by;
    version++;
    become(then);
  }

  /** What comes out otherwise if every stay was as it is known now. */
  List<Change> knowing(UnaryOperator<Visit> now) {
    return changesTo(work(now, null));
  }

  void reimburse(UnaryOperator<Visit> now) {
    var then = work(now, null);
    settleOutside(then);
    version++;
    become(then);
  }

  /** What comes out otherwise if these bills are decided by another law. */
  List<Change> under(Law law, Predicate<Bill> which) {
    return changesTo(work(UnaryOperator.identity(), chosen(law, which), null));
  }

  private static Function<Bill, Law> chosen(Law law, Predicate<Bill> which) {
    return bill -> which.test(bill) ? law : bill.law;
  }

  void adopt(Law law, Predicate<Bill> which) {
    var then = work(UnaryOperator.identity(), chosen(law, which), null);
    settleOutside(then);
    version++;
    become(then);
  }

  private void settleOutside(Worked then) {
    for (var change : changesTo(then)) {
      var bill = billOf(change.settlementId());
      change.after().forEach((payer, fen) -> bill.outside.merge(payer, fen, Long::sum));
      change.before().forEach((payer, fen) -> bill.outside.merge(payer, -fen, Long::sum));
      bill.outside.values().removeIf(fen -> fen == 0);
    }
  }

  private void become(Worked then) {
    then.shares().forEach((id, shares) -> billOf(id).shares = shares);
    then.bases()
        .forEach(
            (id, basis) -> {
              billOf(id).visit = basis.visit();
              billOf(id).law = basis.law();
            });
  }

  private List<Change> changesTo(Worked then) {
    return bills.stream()
        .filter(Bill::stands)
        .filter(bill -> isChanged(then, bill))
        .map(bill -> new Change(bill.id(), bill.shares, orNothing(then, bill)))
        .toList();
  }

  private static boolean isChanged(Worked then, Bill bill) {
    return !bill.shares.equals(orNothing(then, bill))
        || !new Basis(bill.visit, bill.law).equals(then.bases().get(bill.id()));
  }

  /** A bill that counts no longer is a change even if nobody bore anything. */
  private static Map<Payer, Long> orNothing(Worked then, Bill bill) {
    return then.shares().getOrDefault(bill.id(), Map.of());
  }

  Bill billOf(UUID settlementId) {
    return bills.stream().filter(bill -> bill.id().equals(settlementId)).findFirst().orElse(null);
  }

  /** The stored year is this one. */
  void check(BenefitYear is) {
    assertThat(is.version()).as("version of %s", key).isEqualTo(version);
    assertThat(is.claims()).as("claims of %s", key).hasSameSizeAs(bills);
    for (int i = 0; i < bills.size(); i++) {
      var bill = bills.get(i);
      var claim = is.claims().get(i);
      assertThat(claim.command()).isEqualTo(bill.command);
      assertThat(claim.stands()).isEqualTo(bill.stands());
      var shares = new EnumMap<Payer, Long>(Payer.class);
      claim.shares().forEach((payer, amount) -> shares.put(payer, amount.fen()));
      assertThat(shares).as("shares of claim %d of %s", i, key).isEqualTo(bill.shares);
      assertThat(claim.outside()).as("outside, claim %d of %s", i, key).isEqualTo(bill.outside);
      long borne = shares.values().stream().mapToLong(fen -> fen).sum();
      assertThat(borne + claim.patient().fen()).isEqualTo(claim.command().amounts().total().fen());
      assertThat(claim.patient()).isGreaterThanOrEqualTo(claim.command().amounts().fullSelfPay());
    }
    var year = asItStands().year();
    var paid = new EnumMap<Payer, Long>(Payer.class);
    is.accumulators().paid().forEach((payer, amount) -> paid.put(payer, amount.fen()));
    var used = fen(year.paid());
    used.values().removeIf(fen -> fen == 0);
    assertThat(paid).as("used up in %s", key).isEqualTo(used);
    assertThat(is.accumulators().cumulativeBase().fen())
        .as("cumulative base of %s", key)
        .isEqualTo(year.base().movePointRight(2).longValueExact());
  }
}
