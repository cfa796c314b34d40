package org.yizhan.ledger.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.form.FormFields;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.report.Report.Span;
import org.yizhan.ledger.report.ReportKind;

/** Reads what address, query and headers say of a fund, or answers with field, value and rule. */
@Component
final class FundParameters {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

  private final FundLaw law;

  FundParameters(FundLaw law) {
    this.law = law;
  }

  /** One fund of one city, as an address names it. */
  record FundName(String city, Payer fund) {

    String key() {
      return FundCommand.keyOf(city, fund);
    }
  }

  FundName fund(String city, String fund) {
    if (!law.cities().contains(city)) {
      throw notFound(
          "unknown-fund", "Unknown fund", "city", city, "must be one of " + law.cities());
    }
    return constant(Payer.class, fund)
        .map(payer -> new FundName(city, payer))
        .orElseThrow(
            () -> notFound("unknown-fund", "Unknown fund", "fund", fund, ruleOf(Payer.class)));
  }

  /**
   * The same fund, path and key are the same command.
   *
   * @param key null for a command of its own
   */
  UUID commandId(FundName fund, String path, @Nullable String key) {
    if (key == null) {
      return UUID.randomUUID();
    }
    if (!KEY.matcher(key).matches()) {
      throw malformed("Idempotency-Key", FormFields.HIDDEN, "must be 1 to 64 visible ASCII");
    }
    return DerivedId.of("fund-command", fund.city(), fund.fund(), path, key);
  }

  UUID commandId(String text) {
    try {
      if (text.length() == 36) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException notAUuid) {
      throw unknownCommand(text);
    }
    throw unknownCommand(text);
  }

  ProblemException unknownCommand(String id) {
    return notFound(
        "unknown-command", "Unknown command", "id", id, "must be the id of a command to a fund");
  }

  PrepaymentKind kind(String text) {
    return constant(PrepaymentKind.class, text)
        .orElseThrow(
            () ->
                notFound(
                    "unknown-prepayment",
                    "Unknown prepayment",
                    "kind",
                    text,
                    ruleOf(PrepaymentKind.class)));
  }

  int year(String text) {
    if (!YEAR.matcher(text).matches()) {
      throw malformed("year", text, "must be a year such as 2019");
    }
    return Integer.parseInt(text);
  }

  /** Null for every state. */
  FundWarning.@Nullable State state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return constant(FundWarning.State.class, text)
        .orElseThrow(() -> malformed("state", text, ruleOf(FundWarning.State.class)));
  }

  ReportKind report(String name) {
    return ReportKind.of(name)
        .orElseThrow(
            () ->
                notFound(
                    "unknown-report",
                    "Unknown report",
                    "report",
                    name,
                    Arrays.stream(ReportKind.values())
                        .map(ReportKind::wireName)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  Span span(FundName fund, @Nullable String from, @Nullable String to) {
    var first = month("from", from);
    var last = month("to", to);
    if (last.isBefore(first)) {
      throw malformed("to", to, "must not be before from");
    }
    return new Span(fund.city(), fund.fund(), first, last);
  }

  private static YearMonth month(String field, @Nullable String text) {
    if (text == null || !MONTH.matcher(text).matches()) {
      throw malformed(field, text, "must be a month such as 2019-11");
    }
    return YearMonth.parse(text);
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(text))
        .findFirst();
  }

  private static <E extends Enum<E>> String ruleOf(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", ", "must be one of ", ""));
  }

  static ProblemException notFound(
      String code, String title, String field, String value, String rule) {
    return new ProblemException(
        Problem.of(
            404,
            code,
            title,
            "There is no such " + field + ".",
            new FieldError(field, value, rule)));
  }

  private static ProblemException malformed(String field, @Nullable String value, String rule) {
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            field + " " + rule + ".",
            new FieldError(field, value, rule)));
  }
}
