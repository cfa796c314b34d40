package org.yizhan.chassis.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.CitizenId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Problem.FieldError;

/**
 * Reads members one by one and remembers what is wrong with each; a reader returns null when it
 * noted an error.
 */
public final class FormFields {

  private static final int SHOWN_MAX = 64;

  /** Stands for a value that may be personal. */
  public static final String HIDDEN = "********";

  private static final Pattern MAYBE_AN_ID = Pattern.compile("[0-9]{14,17}[0-9Xx]");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern DECIMAL = Pattern.compile("(-?)([0-9]+)(\\.[0-9]*)?");

  private static final String DATE_RULE = "must be a date of the form 2019-11-15";
  private static final String AMOUNT_RULE =
      "must be a decimal string with exactly two places such as \"1234.50\"";

  private final List<FieldError> errors = new ArrayList<>();

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  public void wrong(String field, @Nullable String value, String rule) {
    errors.add(new FieldError(field, value, rule));
  }

  public @Nullable String text(String field, Member member, Pattern form, String rule) {
    if (member instanceof Member.Text(var value) && form.matcher(value).matches()) {
      return value;
    }
    return notOfForm(field, member, rule);
  }

  public @Nullable String optionalText(String field, Member member, Pattern form, String rule) {
    return member instanceof Member.Absent ? null : text(field, member, form, rule);
  }

  /** What stands in a personal member is not repeated, whatever is wrong with it. */
  public @Nullable String optionalPersonalText(
      String field, Member member, Pattern form, String rule) {
    if (member instanceof Member.Absent) {
      return null;
    }
    if (member instanceof Member.Text(var value) && form.matcher(value).matches()) {
      return value;
    }
    wrong(field, HIDDEN, rule);
    return null;
  }

  /**
   * Notes it when a text that will be stored and passed on holds a citizen ID.
   *
   * @param bornBefore whose; nobody is looked for when null
   */
  public void refuseCitizenIdIn(
      String field, @Nullable String text, @Nullable LocalDate bornBefore) {
    if (text != null && bornBefore != null && CitizenId.standsIn(text, bornBefore)) {
      wrong(field, shown(text), "must not contain a citizen ID");
    }
  }

  public @Nullable LocalDate date(String field, Member member) {
    var text = text(field, member, DATE, DATE_RULE);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      wrong(field, text, "is not a day of the calendar");
      return null;
    }
  }

  public @Nullable UUID uuid(String field, Member member, String rule) {
    var text = text(field, member, UUID_FORM, rule);
    return text == null ? null : UUID.fromString(text);
  }

  public @Nullable UUID optionalUuid(String field, Member member, String rule) {
    return member instanceof Member.Absent ? null : uuid(field, member, rule);
  }

  public @Nullable Long optionalVersion(String field, Member member) {
    if (member instanceof Member.Absent) {
      return null;
    }
    if (member instanceof Member.Numeral(var literal) && WHOLE.matcher(literal).matches()) {
      return Long.valueOf(literal);
    }
    notOfForm(field, member, "must be a whole JSON number from 1");
    return null;
  }

  public @Nullable Money amount(String field, Member member) {
    return switch (member) {
      case Member.Text(var value) -> amountOf(field, value);
      case Member.Numeral(var literal) -> {
        wrong(field, shownAmount(literal), AMOUNT_RULE + ", not a JSON number");
        yield null;
      }
      default -> {
        notOfForm(field, member, AMOUNT_RULE);
        yield null;
      }
    };
  }

  private @Nullable Money amountOf(String field, String value) {
    var rule = amountRuleBrokenBy(value);
    if (rule == null) {
      return Money.of(value);
    }
    wrong(field, shownAmount(value), rule);
    return null;
  }

  private static @Nullable String amountRuleBrokenBy(String value) {
    var decimal = DECIMAL.matcher(value);
    if (!decimal.matches()) {
      return AMOUNT_RULE;
    }
    if (!decimal.group(1).isEmpty()) {
      return "must not be negative";
    }
    if (decimal.group(3) == null || decimal.group(3).length() != 3) {
      return AMOUNT_RULE;
    }
    if (decimal.group(2).length() > 1 && value.startsWith("0")) {
      return "must not have leading zeros";
    }
    return decimal.group(2).length() > 11 || Money.of(value).compareTo(Money.MAX_ON_A_BILL) > 0
        ? "must be at most " + Money.MAX_ON_A_BILL
        : null;
  }

  private @Nullable String notOfForm(String field, Member member, String rule) {
    switch (member) {
      case Member.Absent() -> wrong(field, null, "is required; " + rule);
      case Member.Text(var value) -> wrong(field, shown(value), rule);
      case Member.Numeral(var literal) -> wrong(field, shown(literal), rule);
      case Member.Group(var _) -> wrong(field, "{…}", rule);
      case Member.Items(var _) -> wrong(field, "[…]", rule);
      case Member.Other(var kind) -> wrong(field, kind, rule);
    }
    return null;
  }

  /** A citizen ID may have strayed into any text, so whatever looks like one is hidden. */
  static String shown(String value) {
    return cut(
        value.length() == 18 && CitizenId.parse(value).isPresent()
            ? CitizenId.mask(value)
            : MAYBE_AN_ID.matcher(value).replaceAll(HIDDEN));
  }

  /** An amount may be long without being an ID. */
  private static String shownAmount(String value) {
    return CitizenId.standsIn(value) ? shown(value) : cut(value);
  }

  private static String cut(String value) {
    return value.length() <= SHOWN_MAX ? value : value.substring(0, SHOWN_MAX) + "…";
  }
}
