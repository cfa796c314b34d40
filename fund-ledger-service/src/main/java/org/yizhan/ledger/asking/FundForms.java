package org.yizhan.ledger.asking;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.form.FormFields;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.contracts.fund.FundCommand.MovePrepayment;
import org.yizhan.contracts.fund.FundCommand.MoveToExpenditure;
import org.yizhan.contracts.fund.FundCommand.Part;
import org.yizhan.contracts.fund.FundCommand.PayHospital;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.FundCommand.ReceiveAdvance;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.ReceiveRefund;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;

/** The forms of what a fund may be asked. Unknown members are ignored. */
public final class FundForms {

  private static final int PARTS_MAX = 100;
  private static final Pattern STAFF = Pattern.compile("[0-9A-Za-z._@-]{1,64}");
  private static final Pattern REFERENCE = Pattern.compile("[^\\p{Cntrl}]{1,64}");
  private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{1,200}");
  private static final Pattern REGION = Pattern.compile("[0-9]{6}");
  private static final Pattern HOSPITAL = Pattern.compile("H[0-9]{11}");
  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
  private static final String REGION_RULE = "must be the six digits of a county such as 441602";

  /** Premiums reach basic insurance only from the assistance fund (H15). */
  private static final List<Source> SOURCES =
      Arrays.stream(Source.values()).filter(source -> source != Source.PREMIUM).toList();

  /** What moves money, by the last word of its address. */
  public static final Map<String, Form> MOVES =
      Map.of(
          "income", FundForms::income,
          "advances", FundForms::advance,
          "transfers", FundForms::transfer,
          "payments", FundForms::payment,
          "refunds", FundForms::refund);

  private final FormFields fields = new FormFields();
  private final To to;
  private final Member.Group body;

  private FundForms(To to, Member.Group body) {
    this.to = to;
    this.body = body;
  }

  /** What is known of a command before its body is read. */
  public record To(UUID commandId, String city, Payer fund, OffsetDateTime receivedAt) {}

  /** One of the forms below. */
  @FunctionalInterface
  public interface Form {
    Reading<FundCommand> read(To to, Member.Group body);
  }

  /** {@code {source, county with COUNTY, amount, reference, by}} (H16, H17). */
  private static Reading<FundCommand> income(To to, Member.Group body) {
    var form = new FundForms(to, body);
    var by = form.by();
    var source = form.constant("source", SOURCES);
    var county = form.optional("county", REGION, REGION_RULE);
    if (source == Source.COUNTY && county == null) {
      form.wrongUnlessNoted("county", "is required with source COUNTY; " + REGION_RULE);
    }
    var amount = form.amount();
    var reference = form.reference();
    return form.reading(
        () ->
            new ReceiveIncome(
                form.asked(by),
                requireNonNull(source),
                source == Source.COUNTY ? county : null,
                requireNonNull(amount),
                requireNonNull(reference)));
  }

  /** {@code {district, amount, reference, by}}; the insurer has no district (H20, H22, W5, W6). */
  private static Reading<FundCommand> advance(To to, Member.Group body) {
    var form = new FundForms(to, body);
    var by = form.by();
    var district = form.optional("district", REGION, REGION_RULE);
    var amount = form.amount();
    var reference = form.reference();
    return form.reading(
        () ->
            new ReceiveAdvance(
                form.asked(by), district, requireNonNull(amount), requireNonNull(reference)));
  }

  /** {@code {amount, reference, by}} (H17). */
  private static Reading<FundCommand> transfer(To to, Member.Group body) {
    var form = new FundForms(to, body);
    var by = form.by();
    var amount = form.amount();
    var reference = form.reference();
    return form.reading(
        () ->
            new MoveToExpenditure(
                form.asked(by), requireNonNull(amount), requireNonNull(reference)));
  }

  /** {@code {by, region, amount with SUBMIT, reason}} (H18, W5). */
  public static Form prepayment(PrepaymentKind kind, int year, PrepaymentStep step) {
    return (to, body) -> {
      var form = new FundForms(to, body);
      var by = form.by();
      var region = form.optional("region", REGION, REGION_RULE);
      var amount =
          step == PrepaymentStep.SUBMIT && !(body.member("amount") instanceof Member.Absent)
              ? form.amount()
              : null;
      var reason = form.optionalReason();
      return form.reading(
          () -> new MovePrepayment(form.asked(by), kind, region, year, step, amount, reason));
    };
  }

  /**
   * {@code {hospitalCode, month, purpose, parts: [{county, amount}], reference, by}} (H21, H22).
   */
  private static Reading<FundCommand> payment(To to, Member.Group body) {
    var form = new FundForms(to, body);
    var by = form.by();
    var hospital =
        form.text(
            "hospitalCode", HOSPITAL, "must be H, the six digits of the division and five digits");
    var month = form.text("month", MONTH, "must be a month such as 2019-11");
    var purpose = form.constant("purpose", List.of(Purpose.values()));
    var parts = form.parts();
    var reference = form.reference();
    return form.reading(
        () ->
            new PayHospital(
                form.asked(by),
                requireNonNull(hospital),
                YearMonth.parse(requireNonNull(month)),
                requireNonNull(purpose),
                parts,
                requireNonNull(reference)));
  }

  /** {@code {paymentId, parts: [{county, amount}], reference, by}} (H21). */
  private static Reading<FundCommand> refund(To to, Member.Group body) {
    var form = new FundForms(to, body);
    var by = form.by();
    var payment =
        form.fields.uuid(
            "paymentId", body.member("paymentId"), "must be the commandId of the payment (UUID)");
    var parts = form.parts();
    var reference = form.reference();
    return form.reading(
        () ->
            new ReceiveRefund(
                form.asked(by), requireNonNull(payment), parts, requireNonNull(reference)));
  }

  private List<Part> parts() {
    if (!(body.member("parts") instanceof Member.Items(var items))
        || items.isEmpty()
        || items.size() > PARTS_MAX) {
      fields.wrong("parts", null, "must be 1 to " + PARTS_MAX + " objects with county and amount");
      return List.of();
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < items.size(); i++) {
      var name = "parts[" + i + "]";
      if (!(items.get(i) instanceof Member.Group part)) {
        fields.wrong(name, null, "must be an object with county and amount");
        continue;
      }
      var county = fields.text(name + ".county", part.member("county"), REGION, REGION_RULE);
      var amount = fields.amount(name + ".amount", part.member("amount"));
      if (county != null && amount != null) {
        parts.add(new Part(county, amount));
      }
    }
    return parts;
  }

  /** {@code {reason, by}} (H19). */
  public static Form offSiteFunction(FunctionStep step) {
    return (to, body) -> {
      var form = new FundForms(to, body);
      var by = form.by();
      var reason = form.text("reason", REASON, "must be 1 to 200 characters, none of control");
      form.refuseCitizenId("reason", reason);
      return form.reading(
          () -> new MoveOffSiteFunction(form.asked(by), step, requireNonNull(reason)));
    };
  }

  private Reading<FundCommand> reading(Supplier<FundCommand> command) {
    return fields.errors().isEmpty()
        ? new Reading.Read<>(command.get())
        : new Reading.Malformed<>(fields.errors());
  }

  private Asked asked(@Nullable String by) {
    return new Asked(to.commandId, to.city, to.fund, requireNonNull(by), to.receivedAt);
  }

  private @Nullable String by() {
    var by = text("by", STAFF, "must be 1 to 64 letters, digits or . _ @ -");
    refuseCitizenId("by", by);
    return by;
  }

  private @Nullable String reference() {
    var reference = text("reference", REFERENCE, "must be 1 to 64 characters, none of control");
    refuseCitizenId("reference", reference);
    return reference;
  }

  private @Nullable String optionalReason() {
    var reason = optional("reason", REASON, "must be 1 to 200 characters, none of control");
    refuseCitizenId("reason", reason);
    return reason;
  }

  private void refuseCitizenId(String name, @Nullable String text) {
    fields.refuseCitizenIdIn(name, text, LocalDate.from(to.receivedAt));
  }

  private @Nullable Money amount() {
    return fields.amount("amount", body.member("amount"));
  }

  private @Nullable String text(String name, Pattern form, String rule) {
    return fields.text(name, body.member(name), form, rule);
  }

  private @Nullable String optional(String name, Pattern form, String rule) {
    return fields.optionalText(name, body.member(name), form, rule);
  }

  private void wrongUnlessNoted(String name, String rule) {
    if (fields.errors().stream().noneMatch(error -> error.field().equals(name))) {
      fields.wrong(name, null, rule);
    }
  }

  private <E extends Enum<E>> @Nullable E constant(String name, List<E> constants) {
    var names = constants.stream().map(Enum::name).collect(Collectors.joining("|"));
    var text = text(name, Pattern.compile(names), "must be one of " + names.replace("|", ", "));
    return constants.stream().filter(one -> one.name().equals(text)).findFirst().orElse(null);
  }
}
