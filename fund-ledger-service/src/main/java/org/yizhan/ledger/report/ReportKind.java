package org.yizhan.ledger.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sheets there are. */
public enum ReportKind {
  BALANCE_SHEET("资产负债表", "Balance sheet"),
  INCOME_AND_EXPENDITURE("收支表", "Income and expenditure"),
  LEDGER("明细账", "Ledger by account"),
  PREPAYMENT_REGISTER("预付金登记表", "Prepayment register");

  private final String title;
  private final String english;

  ReportKind(String title, String english) {
    this.title = title;
    this.english = english;
  }

  public static Optional<ReportKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  /** For example {@code balance-sheet}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String title() {
    return title;
  }

  public String english() {
    return english;
  }
}
