package org.yizhan.settlement.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yizhan.chassis.parameter.ParameterFiles;
import org.yizhan.chassis.parameter.Unit;
import org.yizhan.chassis.parameter.YamlNode;
import org.yizhan.chassis.parameter.YamlNode.Wrong;
import org.yizhan.contracts.Payer;

/** The kinds of values that only the law of settlements has, and the files that may state them. */
public final class LawUnits {

  public static final Unit<List<Tier>> TIERS =
      new Unit<>("tiers", LawUnits::tiers, LawUnits::joined);

  public static final Unit<List<String>> CATEGORIES =
      new Unit<>("categories", YamlNode::texts, LawUnits::joined);

  public static final Unit<List<Payer>> PAYERS =
      new Unit<>("payers", LawUnits::payers, LawUnits::joined);

  public static final ParameterFiles FILES =
      new ParameterFiles(
          List.of(
              Unit.YUAN,
              Unit.YUAN_OR_NONE,
              Unit.RATIO,
              TIERS,
              CATEGORIES,
              PAYERS,
              Unit.YES_NO,
              Unit.DATE,
              Unit.TEXT));

  /** Where the files that come with the service lie on its class path. */
  public static final String SHIPPED = "parameters";

  private LawUnits() {}

  private static List<Payer> payers(YamlNode node) {
    return node.texts().stream().map(LawUnits::payer).toList();
  }

  private static Payer payer(String text) {
    return Arrays.stream(Payer.values())
        .filter(payer -> payer.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Wrong(
                    "must be payers of " + Arrays.toString(Payer.values()) + ", was " + text));
  }

  private static List<Tier> tiers(YamlNode node) {
    var tiers = node.items().stream().map(LawUnits::tier).toList();
    for (int i = 1; i < tiers.size(); i++) {
      var before = tiers.get(i - 1).upTo();
      var bound = tiers.get(i).upTo();
      if (before.isEmpty() || bound.isPresent() && bound.get().compareTo(before.get()) <= 0) {
        throw new Wrong("the bounds of tiers must rise, and only the last may be none");
      }
    }
    return tiers;
  }

  private static Tier tier(YamlNode node) {
    node.requireOnly("up-to", "ratio");
    return new Tier(
        Unit.YUAN_OR_NONE.read(node.member("up-to")), Unit.RATIO.read(node.member("ratio")));
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
