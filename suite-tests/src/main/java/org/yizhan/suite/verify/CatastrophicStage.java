package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.suite.verify.Reckoned.Growth;
import org.yizhan.suite.verify.Reckoned.Slice;
import tools.jackson.databind.JsonNode;

/**
 * Catastrophic insurance: the part of the year's cumulative base that this stay adds, tier by tier.
 * Where the base stood before is the settlement's word, held against the year by {@link Years}.
 */
record CatastrophicStage(Stay stay) {

  private static final String GENERAL = "general";

  /**
   * @param basicDeductible what the deductible of basic insurance kept from being paid
   * @param paidBefore by catastrophic insurance in the year
   */
  Reckoned reckon(
      JsonNode share, BigDecimal open, BigDecimal basicDeductible, BigDecimal paidBefore) {
    var said = share.path("explanation").path("group").asString("");
    var eligible = groups();
    if (!eligible.contains(said)) {
      stay.findings().say("CATASTROPHIC group is %s, recomputed %s".formatted(said, eligible));
    }
    var group = eligible.contains(said) ? said : eligible.getFirst();
    var reckoned = reckon(group, share.path("explanation"), open, basicDeductible);
    requireTheBest(reckoned, eligible, share, open, basicDeductible, paidBefore);
    requireMark(group, share.path("category").asString(""));
    return reckoned;
  }

  /** The groups that the marks of the settlement lead to; the general one for everybody else. */
  private List<String> groups() {
    var groups = new ArrayList<String>();
    for (var group : stay.law().below(stay.name(folder()))) {
      if (!group.equals(GENERAL)
          && stay.isMarked(stay.row(folder() + '/' + group + "/categories").texts())) {
        groups.add(group);
      }
    }
    return groups.isEmpty() ? List.of(GENERAL) : groups;
  }

  private void requireTheBest(
      Reckoned chosen,
      List<String> groups,
      JsonNode share,
      BigDecimal open,
      BigDecimal basicDeductible,
      BigDecimal paidBefore) {
    for (var other : groups) {
      var more =
          reckon(other, share.path("explanation"), open, basicDeductible).limited(open, paidBefore);
      if (more.compareTo(chosen.limited(open, paidBefore)) > 0) {
        stay.findings().say("CATASTROPHIC group %s would give %s".formatted(other, more));
      }
    }
  }

  private void requireMark(String group, String category) {
    var fits =
        group.equals(GENERAL)
            ? category.isEmpty()
            : stay.row(folder() + '/' + group + "/categories").texts().contains(category);
    if (!fits) {
      stay.findings().say("CATASTROPHIC category '%s' is not of %s".formatted(category, group));
    }
  }

  private String folder() {
    return "catastrophic/" + stay.scheme();
  }

  private Reckoned reckon(
      String group, JsonNode explanation, BigDecimal open, BigDecimal basicDeductible) {
    var used = new ArrayList<Row>();
    var excludes = stay.row("catastrophic/base-excludes-deductible");
    used.add(excludes);
    if (!group.equals(GENERAL)) {
      used.add(stay.row(folder() + '/' + group + "/categories"));
    }
    var deductible = deductible(group, used);
    var tiers = stay.row(folder() + '/' + group + "/tiers");
    var cap = stay.row(folder() + '/' + group + "/cap");
    used.add(tiers);
    used.add(cap);
    var base = excludes.yes() ? Yuan.above(open, basicDeductible) : open;
    var before = Yuan.in(explanation, "cumulativeBefore", stay.findings());
    var growth = growth(before, base, deductible.yuan(), tiers.tiers());
    var exact =
        growth.slices().stream()
            .map(slice -> slice.to().subtract(slice.from()).multiply(slice.ratio()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Reckoned(
        "cumulative-tier",
        group,
        base,
        deductible.yuan(),
        null,
        growth,
        exact,
        cap.cap(),
        List.copyOf(used));
  }

  /** A group's deductible is a share of the general one, rounded half up to the fen. */
  private Row deductible(String group, List<Row> used) {
    var general = stay.row(folder() + "/general/deductible");
    used.add(general);
    if (group.equals(GENERAL)) {
      return general;
    }
    var share = stay.row(folder() + '/' + group + "/deductible-share");
    var derived =
        new Row(
            stay.name(folder() + '/' + group + "/deductible"),
            "yuan",
            general.from().isAfter(share.from()) ? general.from() : share.from(),
            Yuan.rounded(general.yuan().multiply(share.ratio())).toPlainString(),
            "derived",
            general.name() + " × " + share.name());
    used.add(share);
    used.add(derived);
    return derived;
  }

  /** Only what lies above the deductible counts; tiers are bounded on the base itself. */
  private static Growth growth(
      BigDecimal before, BigDecimal base, BigDecimal deductible, List<Row.Tier> tiers) {
    var after = before.add(base);
    var slices = new ArrayList<Slice>();
    var from = before.max(deductible);
    for (var tier : tiers) {
      var to = tier.upTo().map(after::min).orElse(after);
      if (to.compareTo(from) > 0) {
        slices.add(new Slice(from, to, tier.ratio()));
        from = to;
      }
    }
    return new Growth(before, after, List.copyOf(slices));
  }
}
