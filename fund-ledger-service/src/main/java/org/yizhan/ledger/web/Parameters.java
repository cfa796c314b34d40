package org.yizhan.ledger.web;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.ledger.account.Account;
import org.yizhan.ledger.account.Book;

/** Reads what the query says, or answers with the field, the value and the rule. */
final class Parameters {

  private static final int LIMIT_MAX = 1_000;

  private Parameters() {}

  static Payer fund(@Nullable String text) {
    return constant(Payer.class, "fund", text);
  }

  static Book book(@Nullable String text, Book whenAbsent) {
    return text == null ? whenAbsent : constant(Book.class, "book", text);
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, String field, @Nullable String text) {
    var constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                malformed(
                    field,
                    text,
                    Arrays.stream(constants)
                        .map(Enum::name)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  static int limit(String text) {
    if (text.matches("[0-9]{1,4}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    }
    throw malformed("limit", text, "must be a whole number from 1 to " + LIMIT_MAX);
  }

  static UUID settlementId(@Nullable String text) {
    var rule = "must be a settlement id (UUID)";
    if (text == null || text.length() != 36) {
      throw malformed("settlementId", text, rule);
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAUuid) {
      throw malformed("settlementId", text, rule);
    }
  }

  static ProblemException unknownAccount(String code) {
    return unknownAccount(code, "must be a code of the chart of accounts, for example 2901");
  }

  static ProblemException accountOfAnotherBook(Account account) {
    return unknownAccount(account.code(), "is an account of book " + account.book() + " only");
  }

  private static ProblemException unknownAccount(String code, String rule) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-account",
            "Unknown account",
            "There is no account " + code + " in this book.",
            new FieldError("code", code, rule)));
  }

  private static ProblemException malformed(String field, @Nullable String value, String rule) {
    return new ProblemException(
        Problem.of(
            400,
            "malformed",
            "Malformed request",
            "Parameter " + field + " " + rule + ".",
            new FieldError(field, value, rule)));
  }
}
