package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.settlement.benefityear.Adjudication;
import org.yizhan.settlement.benefityear.Decision;
import org.yizhan.settlement.benefityear.RunningYear;
import org.yizhan.settlement.bill.Examination.Admissible;
import org.yizhan.settlement.bill.Examination.Inadmissible;

/** Divides a bill as it would be divided now, and changes nothing: no claim, no year, no event. */
public final class Trials {

  private final Stores stores;
  private final Adjudication adjudication;
  private final Supplier<OffsetDateTime> now;

  public Trials(Stores stores, Adjudication adjudication, Supplier<OffsetDateTime> now) {
    this.stores = stores;
    this.adjudication = adjudication;
    this.now = now;
  }

  /** What a trial comes to. */
  public sealed interface Outcome {
    record Divided(Settlement settlement) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}
  }

  public Outcome tryOut(SettleDischarge command) {
    var facts = Facts.of(List.of(command), stores);
    return switch (adjudication.examine(
        command, facts.stayOf(command, facts.coverageOf(command)))) {
      case Inadmissible refused -> new Outcome.Refused(refused.problem());
      case Admissible bill ->
          divide(new OtherNumbers(stores.years(), facts::coverageOf).counted(bill));
    };
  }

  private Outcome divide(Admissible bill) {
    var key = Adjudication.keyOf(bill);
    var id = BenefitYears.idOf(key);
    var stored = stores.years().find(List.of(id)).get(id);
    var year = stored == null ? RunningYear.empty(key) : stored.year();
    return switch (adjudication.tryOut(year, bill, now.get())) {
      case Decision.Refused refused -> new Outcome.Refused(refused.problem());
      case Decision.Settled settled -> new Outcome.Divided(settled.settlement());
    };
  }
}
