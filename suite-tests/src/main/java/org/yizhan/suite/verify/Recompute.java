package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Recomputes a settlement from nothing but its own JSON: each share from its explanation, the
 * patient as what is left. Written from the documentation of the explanation, with arithmetic of
 * its own, so that a mistake of the settlement service is not repeated here.
 */
public final class Recompute {

  private static final Set<String> PAYERS =
      Set.of("BASIC", "CATASTROPHIC", "SUPPLEMENTARY", "POVERTY", "ASSISTANCE", "SPECIAL_CARE");
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final List<String> problems = new ArrayList<>();
  private final JsonNode settlement;

  private Recompute(JsonNode settlement) {
    this.settlement = settlement;
  }

  /** Everything that cannot be followed, one line each; empty when every fen is explained. */
  public static List<String> problemsIn(JsonNode settlement) {
    var recompute = new Recompute(settlement);
    recompute.check();
    return recompute.problems.stream()
        .map(problem -> settlement.path("settlementId").asString("?") + " " + problem)
        .toList();
  }

  private void check() {
    var inPolicy = amount(settlement, "inPolicy");
    var total = amount(settlement, "total");
    var parts =
        inPolicy
            .add(amount(settlement, "fullSelfPay"))
            .add(amount(settlement, "overLimit"))
            .add(amount(settlement, "priorSelfPay"));
    same("total", total, parts);
    var open = inPolicy;
    for (var share : settlement.path("shares")) {
      check(share, open);
      open = open.subtract(amount(share, "amount"));
    }
    if (open.signum() < 0) {
      say("more than the in-policy amount was divided");
    }
    same("patient", amount(settlement, "patient"), total.subtract(inPolicy).add(open));
  }

  private void check(JsonNode share, BigDecimal open) {
    var payer = share.path("payer").asString("");
    var explanation = share.path("explanation");
    var paid = amount(share, "amount");
    if (!PAYERS.contains(payer)) {
      say("payer " + payer + " does not exist");
    }
    if ((paid.signum() == 0) == share.path("reason").asString("").isEmpty()) {
      say(payer + " must state a reason exactly when it takes nothing");
    }
    same(payer + " openBefore", amount(explanation, "openBefore"), open);
    var wanted =
        switch (explanation.path("rule").asString("")) {
          case "stay" -> aboveDeductible(payer, explanation, amount(settlement, "inPolicy"));
          case "remainder" -> aboveDeductible(payer, explanation, open);
          case "cumulative-tier" -> tiers(payer, explanation, open);
          case "none" -> NOTHING;
          default -> unknownRule(payer, explanation);
        };
    same(payer + " amount", paid, limited(payer, explanation, wanted, open));
    checkYearToDate(payer, explanation, paid);
  }

  private BigDecimal unknownRule(String payer, JsonNode explanation) {
    say(payer + " follows an unknown rule " + explanation.path("rule"));
    return NOTHING;
  }

  /** (base − deductible)⁺ × ratio, rounded half up to the fen once. */
  private BigDecimal aboveDeductible(String payer, JsonNode explanation, BigDecimal mustBe) {
    var base = amount(explanation, "base");
    same(payer + " base", base, mustBe);
    var above = base.subtract(amount(explanation, "deductible")).max(BigDecimal.ZERO);
    return rounded(above.multiply(ratio(explanation)));
  }

  /** The parts of the way from cumulativeBefore to cumulativeAfter, each times its ratio. */
  private BigDecimal tiers(String payer, JsonNode explanation, BigDecimal open) {
    var before = amount(explanation, "cumulativeBefore");
    var after = amount(explanation, "cumulativeAfter");
    var base = amount(explanation, "base");
    same(payer + " cumulativeAfter", after, before.add(base));
    if (base.compareTo(open) > 0) {
      say(payer + " counts more than was open: " + base);
    }
    var from = before.max(amount(explanation, "deductible"));
    var sum = BigDecimal.ZERO;
    for (var slice : explanation.path("slices")) {
      same(payer + " slice from", amount(slice, "from"), from);
      var to = amount(slice, "to");
      if (to.compareTo(from) <= 0 || to.compareTo(after) > 0) {
        say(payer + " has a slice outside the year's growth, up to " + to);
      }
      sum = sum.add(to.subtract(from).multiply(ratio(slice)));
      from = to;
    }
    return rounded(sum);
  }

  private BigDecimal limited(
      String payer, JsonNode explanation, BigDecimal wanted, BigDecimal open) {
    var cut = wanted.min(open);
    var by = cut.compareTo(wanted) < 0 ? "open" : "";
    if (explanation.has("capLeftBefore")) {
      var left = amount(explanation, "capLeftBefore");
      if (left.compareTo(cut) < 0) {
        cut = left;
        by = "cap";
      }
      same(payer + " capLeftAfter", amount(explanation, "capLeftAfter"), left.subtract(cut));
    } else if (explanation.has("capLeftAfter")) {
      say(payer + " has a cap after the share and none before");
    }
    var said = explanation.path("limitedBy").asString("");
    if (!said.equals(by)) {
      say("%s says it was limited by '%s', it was by '%s'".formatted(payer, said, by));
    }
    return cut;
  }

  private void checkYearToDate(String payer, JsonNode explanation, BigDecimal paid) {
    var year = amount(settlement.path("yearToDate"), payer);
    if (year.compareTo(paid) < 0) {
      say(payer + " paid more now than in the whole year");
    }
    var rounding = explanation.path("rounding").asString("");
    if (!explanation.path("rule").asString("").equals("none")
        && !rounding.equals("half up to the fen")) {
      say(payer + " rounds in an unknown way: " + rounding);
    }
  }

  /** Half up on whole fen, by integers: the exact product has at most six places. */
  private static BigDecimal rounded(BigDecimal exact) {
    BigInteger millionths = exact.setScale(6, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger fen = millionths.add(BigInteger.valueOf(5_000)).divide(BigInteger.valueOf(10_000));
    return new BigDecimal(fen, 2);
  }

  private BigDecimal ratio(JsonNode holder) {
    var text = holder.path("ratio").asString("");
    if (!text.matches("[01]\\.[0-9]{4}")) {
      say("the ratio '" + text + "' is not of four places");
      return NOTHING;
    }
    return new BigDecimal(text);
  }

  private BigDecimal amount(JsonNode holder, String member) {
    var text = holder.path(member).asString("");
    if (!text.matches("(0|[1-9][0-9]*)\\.[0-9]{2}")) {
      say("%s '%s' is not an amount".formatted(member, text));
      return NOTHING;
    }
    return new BigDecimal(text);
  }

  private void same(String what, BigDecimal found, BigDecimal recomputed) {
    if (found.compareTo(recomputed) != 0) {
      say("%s is %s, recomputed %s".formatted(what, found, recomputed));
    }
  }

  private void say(String problem) {
    problems.add(problem);
  }
}
