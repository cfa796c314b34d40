package org.yizhan.gateway.reimbursement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.form.FormFields;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.contracts.Payer;

/** The forms of a proposal, of its decision and of what comes back. Unknown members are ignored. */
public final class ReimbursementForms {

  private static final Pattern PERSON = Pattern.compile("P[0-9A-Za-z]{16}");
  private static final Pattern CITY = Pattern.compile("[0-9]{4}00");
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Pattern STAFF = Pattern.compile("[0-9A-Za-z._@-]{1,64}");
  private static final Pattern PAYER = Pattern.compile("[A-Z_]{1,20}");
  private static final Pattern REFERENCE = Pattern.compile("[0-9A-Za-z._:/-]{1,64}");
  private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  private final FormFields fields = new FormFields();
  private final Member.Group body;
  private final LocalDate today;

  private ReimbursementForms(Member.Group body, LocalDate today) {
    this.body = body;
    this.today = today;
  }

  /**
   * @param today no text may hold the citizen ID of anybody born before it
   */
  public static Reading<Proposal> proposal(Member.Group body, LocalDate today) {
    return new ReimbursementForms(body, today).proposal();
  }

  /** Reads who decides. */
  public static Reading<String> decision(Member.Group body, LocalDate today) {
    var form = new ReimbursementForms(body, today);
    var checker = form.staff("checker");
    return form.fields.errors().isEmpty()
        ? new Reading.Read<>(requireNonNull(checker))
        : new Reading.Malformed<>(form.fields.errors());
  }

  /** Reads what has come back; it cannot have come later than today. */
  public static Reading<Receipt> receipt(Member.Group body, LocalDate today) {
    return new ReimbursementForms(body, today).receipt();
  }

  public static Reading<WriteOffProposal> writeOff(Member.Group body, LocalDate today) {
    var form = new ReimbursementForms(body, today);
    var maker = form.staff("maker");
    var reason = form.reason();
    return form.fields.errors().isEmpty()
        ? new Reading.Read<>(new WriteOffProposal(requireNonNull(maker), requireNonNull(reason)))
        : new Reading.Malformed<>(form.fields.errors());
  }

  private Reading<Receipt> receipt() {
    var payer = payer();
    var amount = fields.amount("amount", body.member("amount"));
    if (amount != null && amount.isZero()) {
      fields.wrong("amount", amount.toString(), "must be more than 0.00");
    }
    var receivedOn = fields.date("receivedOn", body.member("receivedOn"));
    if (receivedOn != null && receivedOn.isAfter(today)) {
      fields.wrong("receivedOn", receivedOn.toString(), "must not be later than today");
    }
    var recordedBy = staff("recordedBy");
    var reference = text("reference", REFERENCE, "must be 1 to 64 letters, digits or . _ : / -");
    fields.refuseCitizenIdIn("reference", reference, today);
    return fields.errors().isEmpty()
        ? new Reading.Read<>(
            new Receipt(
                requireNonNull(payer),
                requireNonNull(amount),
                requireNonNull(receivedOn),
                requireNonNull(recordedBy),
                requireNonNull(reference)))
        : new Reading.Malformed<>(fields.errors());
  }

  private @Nullable Payer payer() {
    var rule = "must be one of " + List.of(Payer.values());
    var name = text("payer", PAYER, rule);
    var known = Stream.of(Payer.values()).filter(payer -> payer.name().equals(name)).findFirst();
    if (name != null && known.isEmpty()) {
      fields.wrong("payer", name, rule);
    }
    return known.orElse(null);
  }

  private @Nullable String reason() {
    var reason = text("reason", REASON, "must be 1 to 200 characters without control characters");
    fields.refuseCitizenIdIn("reason", reason, today);
    return reason;
  }

  private Reading<Proposal> proposal() {
    var person = text("personNumber", PERSON, "must be P and 16 letters or digits");
    var city = text("city", CITY, "must be the six digits of a city such as 441600");
    var year = text("year", YEAR, "must be a year such as \"2019\"");
    var maker = staff("maker");
    var reason = reason();
    return fields.errors().isEmpty()
        ? new Reading.Read<>(
            new Proposal(
                requireNonNull(person),
                requireNonNull(city),
                Integer.parseInt(requireNonNull(year)),
                requireNonNull(maker),
                requireNonNull(reason)))
        : new Reading.Malformed<>(fields.errors());
  }

  private @Nullable String staff(String name) {
    var staff = text(name, STAFF, "must be 1 to 64 letters, digits or . _ @ -");
    fields.refuseCitizenIdIn(name, staff, today);
    return staff;
  }

  private @Nullable String text(String name, Pattern form, String rule) {
    var member = body.member(name);
    return fields.text(
        name,
        member instanceof Member.Numeral(var literal) ? new Member.Text(literal) : member,
        form,
        rule);
  }
}
