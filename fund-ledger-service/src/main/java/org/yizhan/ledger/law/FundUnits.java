package org.yizhan.ledger.law;

import java.time.Month;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yizhan.chassis.parameter.ParameterFiles;
import org.yizhan.chassis.parameter.Unit;
import org.yizhan.chassis.parameter.YamlNode;
import org.yizhan.chassis.parameter.YamlNode.Wrong;
import org.yizhan.contracts.Payer;

/** The kinds of values that only the law of the funds has, and the files that may state them. */
final class FundUnits {

  static final Unit<Payer> PAYER = new Unit<>("payer", FundUnits::payer, Payer::name);

  /** By its number. */
  static final Unit<Month> MONTH =
      new Unit<>("month", FundUnits::month, month -> String.valueOf(month.getValue()));

  /** Division codes. */
  static final Unit<SortedSet<String>> REGIONS =
      new Unit<>("regions", FundUnits::regions, regions -> String.join(", ", regions));

  static final ParameterFiles FILES =
      new ParameterFiles(
          List.of(
              Unit.YUAN,
              Unit.RATIO,
              Unit.YES_NO,
              Unit.DATE,
              Unit.TEXT,
              Unit.NUMBER,
              Unit.RISING_NUMBERS,
              PAYER,
              MONTH,
              REGIONS));

  private FundUnits() {}

  private static Payer payer(YamlNode node) {
    var text = node.text();
    return Arrays.stream(Payer.values())
        .filter(payer -> payer.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new Wrong("must be one of " + Arrays.toString(Payer.values()) + ", was " + text));
  }

  private static Month month(YamlNode node) {
    int number = Unit.NUMBER.read(node);
    if (number < 1 || number > 12) {
      throw new Wrong("must be a month from 1 to 12, was " + number);
    }
    return Month.of(number);
  }

  private static SortedSet<String> regions(YamlNode node) {
    var regions = new TreeSet<String>();
    for (var code : node.texts()) {
      if (!code.matches("[0-9]{6}") || !regions.add(code)) {
        throw new Wrong("must be different codes of six digits, was " + code);
      }
    }
    return Collections.unmodifiableSortedSet(regions);
  }
}
