package org.yizhan.ledger.report;

import java.util.List;

/**
 * An amount in the characters of financial documents (大写), which nobody can change by a stroke:
 * {@code 人民币壹仟贰佰叁拾肆元伍角整}.
 */
final class InWords {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

  private record Unit(long size, String name) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit(100_000_000, "亿"),
          new Unit(10_000, "万"),
          new Unit(1_000, "仟"),
          new Unit(100, "佰"),
          new Unit(10, "拾"));

  private InWords() {}

  static String of(long fen) {
    if (fen < 0) {
      return "人民币负" + amount(Math.negateExact(fen));
    }
    return "人民币" + amount(fen);
  }

  private static String amount(long fen) {
    long yuan = fen / 100;
    long rest = fen % 100;
    if (rest == 0) {
      return whole(yuan) + "元整";
    }
    var words = new StringBuilder();
    if (yuan > 0) {
      words.append(whole(yuan)).append('元');
      if (rest < 10) {
        words.append('零');
      }
    }
    if (rest >= 10) {
      words.append(whole(rest / 10)).append('角');
    }
    return rest % 10 == 0 ? words + "整" : words + whole(rest % 10) + "分";
  }

  private static String whole(long number) {
    for (var unit : UNITS) {
      if (number >= unit.size) {
        return whole(number / unit.size) + unit.name + after(number % unit.size, unit.size / 10);
      }
    }
    return DIGITS.substring((int) number, (int) number + 1);
  }

  /** One 零 stands for all places that are skipped. */
  private static String after(long rest, long nextPlace) {
    if (rest == 0) {
      return "";
    }
    return rest < nextPlace ? "零" + whole(rest) : whole(rest);
  }
}
