package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One settlement from its bill to the patient's residual: conservation, the chain in its order and
 * whole, each stage, the category and what it says of the law it used.
 */
final class SettlementCheck {

  private static final String BASIC = "BASIC";

  private final Stay stay;
  private final JsonNode settlement;
  private final Findings findings;
  private BigDecimal basicDeductible = Yuan.NOTHING;

  SettlementCheck(Stay stay) {
    this.stay = stay;
    this.settlement = stay.settlement();
    this.findings = stay.findings();
  }

  void check() {
    var inPolicy = amount("inPolicy");
    var total = amount("total");
    var parts =
        inPolicy.add(amount("fullSelfPay")).add(amount("overLimit")).add(amount("priorSelfPay"));
    findings.same("total", total.toPlainString(), parts.toPlainString());
    var chain = stay.row("chain/" + stay.scheme());
    requireChain(chain);
    var open = inPolicy;
    for (var share : settlement.path("shares")) {
      stage(share, open, chain);
      open = open.subtract(Yuan.in(share, "amount", findings));
    }
    if (open.signum() < 0) {
      findings.say("more than the in-policy amount was divided");
    }
    findings.same(
        "patient",
        amount("patient").toPlainString(),
        total.subtract(inPolicy).add(open).toPlainString());
    category();
    law();
  }

  /** Every payer of the person's chain, in its order, and nobody else. */
  private void requireChain(Row chain) {
    var payers = settlement.path("shares").findValuesAsString("payer");
    findings.same("chain", String.join(", ", payers), chain.shown());
    findings.same(
        "yearToDate year",
        settlement.path("yearToDate").path("year").asString(""),
        String.valueOf(stay.day().getYear()));
  }

  private void stage(JsonNode share, BigDecimal open, Row chain) {
    var payer = share.path("payer").asString("");
    var door = OffSiteDoor.of(stay, payer, share.path("explanation"));
    var paidBefore = paidBefore(payer, share);
    var reckoned =
        door.closed() ? Reckoned.nothing(List.of()) : reckon(payer, share, open, paidBefore);
    if (payer.equals(BASIC) && reckoned.deductible() != null) {
      basicDeductible = reckoned.deductible().min(amount("inPolicy"));
    }
    var earlier = new ArrayList<Row>();
    earlier.add(chain);
    earlier.addAll(door.used());
    if (reckoned.isNothing() && share.has("category")) {
      findings.say(payer + " names a category and pays nothing by it");
    }
    new StageCheck(payer, share, findings).check(reckoned.after(earlier), open, paidBefore);
  }

  private Reckoned reckon(String payer, JsonNode share, BigDecimal open, BigDecimal paidBefore) {
    return switch (payer) {
      case BASIC -> new BasicStage(stay).reckon(share.path("explanation"), amount("inPolicy"));
      case "CATASTROPHIC" ->
          new CatastrophicStage(stay).reckon(share, open, basicDeductible, paidBefore);
      default -> new RemainderStage(stay, payer).reckon(share, open);
    };
  }

  /** The year includes this stay. */
  private BigDecimal paidBefore(String payer, JsonNode share) {
    var before =
        Yuan.in(settlement.path("yearToDate"), payer, findings)
            .subtract(Yuan.in(share, "amount", findings));
    if (before.signum() < 0) {
      findings.say(payer + " paid more now than in the whole year");
    }
    return before.max(Yuan.NOTHING);
  }

  /** The mark of the last payer that paid because of one, else the first that decided anything. */
  private void category() {
    String first = null;
    String lastPaying = null;
    for (var share : settlement.path("shares")) {
      var category = share.path("category").asString("");
      if (!category.isEmpty()) {
        first = first == null ? category : first;
        lastPaying = Yuan.in(share, "amount", findings).signum() == 0 ? lastPaying : category;
      }
    }
    findings.same("category", text("category"), lastPaying == null ? first : lastPaying);
  }

  private void law() {
    var names = new TreeSet<String>();
    for (var share : settlement.path("shares")) {
      for (var used : share.path("explanation").path("parameters")) {
        if (used.path("status").asString("").equals("illustrative")) {
          names.add(used.path("name").asString(""));
        }
      }
    }
    var said = new ArrayList<String>();
    settlement.path("parameters").path("illustrative").forEach(name -> said.add(name.asString("")));
    findings.same("illustrative", String.join(", ", said), String.join(", ", names));
    var version = settlement.path("parameters").path("version").asString("");
    findings.same("parameters version", version, stay.law().version());
  }

  private @Nullable String text(String member) {
    var node = settlement.path(member);
    return node.isMissingNode() || node.isNull() ? null : node.asString("");
  }

  private BigDecimal amount(String member) {
    return Yuan.in(settlement, member, findings);
  }
}
