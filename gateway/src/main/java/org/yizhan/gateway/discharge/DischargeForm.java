package org.yizhan.gateway.discharge;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.care.CareCommand.Bill;

/**
 * The form of a discharge: which members there are and what each must look like. Unknown members
 * are ignored.
 */
public final class DischargeForm {

  private static final Pattern HOSPITAL = Pattern.compile("H[0-9]{11}");
  private static final Pattern ENCOUNTER = Pattern.compile("[0-9A-Za-z._:/-]{1,64}");
  private static final Pattern PERSON = Pattern.compile("P[0-9A-Za-z]{16}");
  private static final Pattern DIAGNOSIS = Pattern.compile("[^\\p{Cntrl}]{1,64}");

  private final FormFields fields = new FormFields();
  private final Member.Group body;

  private DischargeForm(Member.Group body) {
    this.body = body;
  }

  /** Either the discharge, or everything that is wrong with the form at once. */
  public sealed interface Reading {
    record Read(Discharge discharge) implements Reading {}

    record Malformed(List<FieldError> errors) implements Reading {}
  }

  public static Reading read(Member.Group body) {
    return new DischargeForm(body).read();
  }

  private Reading read() {
    var hospital =
        fields.text(
            "hospitalCode",
            member("hospitalCode"),
            HOSPITAL,
            "must be H, the six digits of the division and five digits");
    var encounter =
        fields.text(
            "encounterId",
            member("encounterId"),
            ENCOUNTER,
            "must be 1 to 64 letters, digits or . _ : / -");
    var person = person();
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
    var replaces = fields.optionalUuid("replaces", member("replaces"));
    if (!fields.errors().isEmpty()) {
      return new Reading.Malformed(fields.errors());
    }
    return new Reading.Read(
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

  private @Nullable Person person() {
    var number = member("personNumber");
    var id = member("idNumber");
    if (number instanceof Member.Absent) {
      return id instanceof Member.Absent ? nobody() : personById(id);
    }
    if (!(id instanceof Member.Absent)) {
      fields.wrong("idNumber", "********", "personNumber or idNumber must be given, not both");
      return null;
    }
    if (number instanceof Member.Text(var value) && PERSON.matcher(value).matches()) {
      return new Person.ByNumber(value);
    }
    // Hidden even when it is wrong: what stands here may be a citizen ID in the wrong place.
    fields.wrong("personNumber", "********", "must be P and 16 letters or digits");
    return null;
  }

  private @Nullable Person nobody() {
    fields.wrong("personNumber", null, "personNumber or idNumber is required");
    return null;
  }

  private @Nullable Person personById(Member member) {
    if (!(member instanceof Member.Text(var value))) {
      fields.wrong("idNumber", "********", "must be a string of 18 characters");
      return null;
    }
    var id = CitizenId.parse(value);
    if (id.isEmpty()) {
      fields.wrong("idNumber", CitizenId.mask(value), CitizenId.ruleBrokenBy(value).orElseThrow());
      return null;
    }
    return new Person.ByCitizenId(id.get());
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
