package org.yizhan.gateway.discharge;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.form.FormFields;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.gateway.form.StayFields;

/**
 * The form of a discharge: which members there are and what each must look like. Unknown members
 * are ignored.
 */
public final class DischargeForm {

  private static final Pattern ENCOUNTER = Pattern.compile("[0-9A-Za-z._:/-]{1,64}");
  private static final Pattern DIAGNOSIS = Pattern.compile("[^\\p{Cntrl}]{1,64}");

  private final FormFields fields = new FormFields();
  private final StayFields stay = new StayFields(fields);
  private final Member.Group body;

  private DischargeForm(Member.Group body) {
    this.body = body;
  }

  public static Reading<Discharge> read(Member.Group body) {
    return new DischargeForm(body).read();
  }

  private Reading<Discharge> read() {
    var hospital = stay.hospitalCode(body);
    var encounter =
        fields.text(
            "encounterId",
            member("encounterId"),
            ENCOUNTER,
            "must be 1 to 64 letters, digits or . _ : / -");
    var person = stay.person(body);
    var admission = fields.date("admissionDate", member("admissionDate"));
    var discharge = fields.date("dischargeDate", member("dischargeDate"));
    var diagnosis =
        fields.optionalText(
            "diagnosis",
            member("diagnosis"),
            DIAGNOSIS,
            "must be 1 to 64 characters without control characters");
    refuseStrayIds(encounter, diagnosis, admission);
    var bill = bill();
    var version = fields.optionalVersion("eligibilityVersion", member("eligibilityVersion"));
    var replaces =
        fields.optionalUuid(
            "replaces",
            member("replaces"),
            "must be the settlementId (a UUID) of a cancelled settlement");
    if (!fields.errors().isEmpty()) {
      return new Reading.Malformed<>(fields.errors());
    }
    return new Reading.Read<>(
        new Discharge(
            requireNonNull(hospital),
            requireNonNull(encounter),
            requireNonNull(person),
            requireNonNull(admission),
            requireNonNull(discharge),
            diagnosis,
            requireNonNull(bill),
            version,
            replaces));
  }

  /** Hospitals number encounters by division, date of admission and counter. */
  private void refuseStrayIds(
      @Nullable String encounter, @Nullable String diagnosis, @Nullable LocalDate admission) {
    fields.refuseCitizenIdIn(
        "encounterId", encounter, admission == null ? null : admission.minusYears(1));
    fields.refuseCitizenIdIn("diagnosis", diagnosis, admission);
  }

  private Member member(String name) {
    return body.member(name);
  }

  private @Nullable Bill bill() {
    if (!(member("amounts") instanceof Member.Group amounts)) {
      fields.wrong(
          "amounts",
          null,
          "is required; must be an object with total, fullSelfPay, overLimit, priorSelfPay,"
              + " inPolicy");
      return null;
    }
    var total = amount(amounts, "total");
    var fullSelfPay = amount(amounts, "fullSelfPay");
    var overLimit = amount(amounts, "overLimit");
    var priorSelfPay = amount(amounts, "priorSelfPay");
    var inPolicy = amount(amounts, "inPolicy");
    return total == null
            || fullSelfPay == null
            || overLimit == null
            || priorSelfPay == null
            || inPolicy == null
        ? null
        : new Bill(total, fullSelfPay, overLimit, priorSelfPay, inPolicy);
  }

  private @Nullable Money amount(Member.Group amounts, String name) {
    return fields.amount("amounts." + name, amounts.member(name));
  }
}
