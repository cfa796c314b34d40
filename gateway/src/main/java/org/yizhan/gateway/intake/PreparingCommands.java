package org.yizhan.gateway.intake;

import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.gateway.discharge.Discharge;
import org.yizhan.gateway.discharge.Fingerprint;
import org.yizhan.gateway.form.Person;
import org.yizhan.gateway.intake.Identities.Identification;

/**
 * Turns a discharge into the command that asks for its settlement, or into a refusal that needs no
 * command.
 */
public final class PreparingCommands {

  private final Identities identities;
  private final Supplier<Stamp> stamps;

  /**
   * @param stamps a new one for every accepted request
   */
  public PreparingCommands(Identities identities, Supplier<Stamp> stamps) {
    this.identities = identities;
    this.stamps = stamps;
  }

  /**
   * @param receivedAt when the gateway accepted the request; its date in Asia/Shanghai is the
   *     booking date
   */
  public record Stamp(UUID commandId, OffsetDateTime receivedAt) {}

  public sealed interface Prepared {
    record Ready(SettleDischarge command) implements Prepared {}

    record Refused(Problem problem) implements Prepared {}
  }

  public Prepared prepare(Discharge discharge) {
    var refusal = discharge.refusal();
    if (refusal.isPresent()) {
      return new Prepared.Refused(refusal.get());
    }
    return switch (discharge.person()) {
      case Person.ByNumber(var number) -> ready(discharge, number, discharge.eligibilityVersion());
      case Person.ByCitizenId(var id) ->
          switch (identities.identify(id)) {
            case Identification.Known(var number, var version) ->
                ready(
                    discharge,
                    number,
                    discharge.eligibilityVersion() == null
                        ? version
                        : discharge.eligibilityVersion());
            case Identification.Unknown(var problem) -> new Prepared.Refused(problem);
          };
    };
  }

  private Prepared ready(
      Discharge discharge, String personNumber, @Nullable Long eligibilityVersion) {
    var stamp = stamps.get();
    return new Prepared.Ready(
        new SettleDischarge(
            stamp.commandId(),
            settlementIdOf(discharge, personNumber),
            discharge.hospitalCode(),
            discharge.encounterId(),
            personNumber,
            discharge.admissionDate(),
            discharge.dischargeDate(),
            discharge.diagnosis(),
            discharge.amounts(),
            eligibilityVersion,
            discharge.replaces(),
            stamp.receivedAt()));
  }

  /** The same body of the same stay is the same settlement, at every instance and for ever. */
  static UUID settlementIdOf(Discharge discharge, String personNumber) {
    return DerivedId.of(
        "settlement",
        discharge.hospitalCode(),
        discharge.encounterId(),
        Fingerprint.of(personNumber, discharge));
  }
}
