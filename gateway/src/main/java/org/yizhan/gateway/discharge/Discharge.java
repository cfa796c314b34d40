package org.yizhan.gateway.discharge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.gateway.form.Person;

/**
 * A well-formed discharge.
 *
 * @param hospitalCode H, six digits of the division, five digits
 * @param encounterId the hospital's own name of the stay; with the hospital the idempotency key
 * @param eligibilityVersion what the hospital saw of the person, if it says so
 * @param replaces the cancelled settlement of the same stay, if there is one
 */
public record Discharge(
    String hospitalCode,
    String encounterId,
    Person person,
    LocalDate admissionDate,
    LocalDate dischargeDate,
    @Nullable String diagnosis,
    Bill amounts,
    @Nullable Long eligibilityVersion,
    @Nullable UUID replaces) {

  /** The first rule that it breaks, as the hospital reads it. */
  public Optional<Problem> refusal() {
    for (var rule : IntakeRule.CURRENT) {
      var refusal = rule.refusalOf(this);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }
}
