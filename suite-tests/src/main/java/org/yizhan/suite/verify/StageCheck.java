package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds what a share states against what its stage comes to. */
record StageCheck(String payer, JsonNode share, Findings findings) {

  /**
   * @param open what the earlier payers left
   * @param paidBefore by this payer in the year, without this stay
   */
  void check(Reckoned reckoned, BigDecimal open, BigDecimal paidBefore) {
    var explanation = share.path("explanation");
    same("rule", reckoned.rule());
    same("group", reckoned.group());
    same("base", Yuan.text(reckoned.base()));
    same("deductible", Yuan.text(reckoned.deductible()));
    same("ratio", Yuan.text(reckoned.ratio()));
    same("openBefore", open.toPlainString());
    same("rounding", reckoned.isNothing() ? null : "half up to the fen");
    growth(explanation, reckoned.growth());
    limits(reckoned, open, paidBefore);
    parameters(explanation, reckoned.used());
    insurer(reckoned);
  }

  private void limits(Reckoned reckoned, BigDecimal open, BigDecimal paidBefore) {
    var wanted = Yuan.rounded(reckoned.exact());
    var left = reckoned.cap().map(cap -> Yuan.above(cap, paidBefore)).orElse(null);
    var amount = reckoned.limited(open, paidBefore);
    var byOpen = amount.compareTo(wanted) < 0 ? "open" : null;
    var cutByCap = left != null && left.compareTo(wanted.min(open)) < 0;
    findings.same(payer + " amount", text(share, "amount"), amount.toPlainString());
    same("capLeftBefore", Yuan.text(left));
    same("capLeftAfter", left == null ? null : left.subtract(amount).toPlainString());
    same("limitedBy", cutByCap ? "cap" : byOpen);
    if ((amount.signum() == 0) == text(share, "reason", "").isBlank()) {
      findings.say(payer + " must state a reason exactly when it pays nothing");
    }
  }

  private void growth(JsonNode explanation, Reckoned.@Nullable Growth growth) {
    same("cumulativeBefore", growth == null ? null : growth.before().toPlainString());
    same("cumulativeAfter", growth == null ? null : growth.after().toPlainString());
    var slices = growth == null ? List.<Reckoned.Slice>of() : growth.slices();
    var said = explanation.path("slices");
    findings.same(payer + " slices", String.valueOf(said.size()), String.valueOf(slices.size()));
    for (int i = 0; i < Math.min(said.size(), slices.size()); i++) {
      var where = payer + " slice " + (i + 1);
      var slice = slices.get(i);
      findings.same(where + " from", text(said.path(i), "from"), Yuan.text(slice.from()));
      findings.same(where + " to", text(said.path(i), "to"), Yuan.text(slice.to()));
      findings.same(where + " ratio", text(said.path(i), "ratio"), Yuan.text(slice.ratio()));
    }
  }

  /** Every row that was needed, each as the file states it, and no other. */
  private void parameters(JsonNode explanation, List<Row> used) {
    var expected = new HashMap<String, Row>();
    used.forEach(row -> expected.put(row.name(), row));
    var seen = new HashSet<String>();
    for (var said : explanation.path("parameters")) {
      var name = text(said, "name", "");
      var row = expected.get(name);
      if (row == null) {
        findings.say("%s names %s, which its rule does not use".formatted(payer, name));
        continue;
      }
      if (!seen.add(name)) {
        findings.say("%s names %s twice".formatted(payer, name));
      }
      var where = payer + " parameter " + name;
      findings.same(where + " from", text(said, "from"), row.from().toString());
      findings.same(where + " value", text(said, "value"), row.shown());
      findings.same(where + " status", text(said, "status"), row.status());
      findings.same(where + " reference", text(said, "reference"), row.reference());
    }
    var missing = new ArrayList<>(expected.keySet());
    missing.removeAll(seen);
    missing.stream().sorted().forEach(name -> findings.say(payer + " does not name " + name));
  }

  private void insurer(Reckoned reckoned) {
    var paying =
        reckoned.used().stream()
            .filter(row -> row.name().endsWith("/insurer"))
            .map(Row::text)
            .findFirst();
    findings.same(payer + " insurer", text(share, "insurer"), paying.orElse(null));
  }

  private void same(String member, @Nullable String recomputed) {
    findings.same(payer + ' ' + member, text(share.path("explanation"), member), recomputed);
  }

  private static @Nullable String text(JsonNode holder, String member) {
    var node = holder.path(member);
    return node.isMissingNode() || node.isNull() ? null : node.asString("");
  }

  private static String text(JsonNode holder, String member, String otherwise) {
    return Objects.requireNonNullElse(text(holder, member), otherwise);
  }
}
