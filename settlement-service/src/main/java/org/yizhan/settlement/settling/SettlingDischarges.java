package org.yizhan.settlement.settling;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.settlement.benefityear.Adjudication;

/**
 * Settles a batch of discharges: what was decided before is found, not decided again; what is new
 * is decided once and written with the year it changes, before anything is said.
 *
 * <p>The order of the steps is the safety of the whole. Refusals and encounters are looked up
 * first; an encounter is claimed before its bill is divided; the year, with the outgoing event, is
 * written before the event is published; the settlement's own document is written only after the
 * brokers have the event ({@link Round#acknowledged}).
 */
public final class SettlingDischarges {

  private final Stores stores;
  private final Adjudication adjudication;
  private final Function<ClaimSettled, byte[]> encode;

  /** The ports a batch needs. */
  public record Stores(
      BenefitYears years,
      Encounters encounters,
      Coverages coverages,
      ReferenceData reference,
      Settlements settlements) {}

  /**
   * @param encode the one form of the event's bytes
   */
  public SettlingDischarges(
      Stores stores, Adjudication adjudication, Function<ClaimSettled, byte[]> encode) {
    this.stores = stores;
    this.adjudication = adjudication;
    this.encode = encode;
  }

  /**
   * @param commands in order of arrival; those of one person are in one partition
   * @param now the time of decision; a redelivered decision keeps its first
   */
  public Round settle(List<SettleDischarge> commands, OffsetDateTime now) {
    var facts = Facts.of(commands, stores);
    var intake = new Intake(stores, adjudication, facts, now).take(commands);
    var years = YearsAtWork.of(intake.yearIds(), stores.years());
    return new Sitting(stores, adjudication, encode, years, now).decide(intake);
  }
}
