package org.yizhan.suite.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every payer after catastrophic insurance: a share of what is left open, within a yearly cap. */
record RemainderStage(Stay stay, String payer) {

  /**
   * What a mark entitles to.
   *
   * @param source of the ratio: the category's own, or the clause that lets a person's standard
   *     replace it
   */
  private record Terms(Mark mark, String group, BigDecimal ratio, Row source, Row cap) {

    /** The highest ratio counts, then no cap before a cap; several are never added up. */
    boolean betterThan(@Nullable Terms other) {
      if (other == null || ratio.compareTo(other.ratio) != 0) {
        return other == null || ratio.compareTo(other.ratio) > 0;
      }
      var limit = other.cap.cap();
      return limit.isPresent()
          && cap.cap().map(mine -> mine.compareTo(limit.get()) > 0).orElse(true);
    }
  }

  Reckoned reckon(JsonNode share, BigDecimal open) {
    var folder = Stay.word(payer);
    if (stay.law().knows(stay.name(folder + "/ratio"))) {
      var ratio = stay.row(folder + "/ratio");
      var cap = stay.row(folder + "/cap");
      return product(null, ratio.ratio(), cap, open, List.of(ratio, cap));
    }
    var category = share.path("category").asString("");
    var terms = best(share, category);
    if (!category.isEmpty() && terms == null) {
      stay.findings().say(payer + " category " + category + " entitles to nothing");
    }
    var better = best(share, "");
    if (better != null && better.betterThan(terms)) {
      stay.findings()
          .say("%s would pay more by the mark %s".formatted(payer, better.mark().category()));
    }
    return terms == null
        ? Reckoned.nothing(List.of())
        : product(
            terms.group(), terms.ratio(), terms.cap(), open, List.of(terms.source(), terms.cap()));
  }

  private Reckoned product(
      @Nullable String group, BigDecimal ratio, Row cap, BigDecimal open, List<Row> of) {
    var folder = Stay.word(payer);
    var deductible = stay.row(folder + "/deductible");
    var used = new ArrayList<Row>(of);
    used.add(deductible);
    stay.law().find(stay.name(folder + "/insurer"), stay.day()).ifPresent(used::add);
    return Reckoned.product(
        "remainder", group, open, deductible.yuan(), ratio, cap.cap(), List.copyOf(used));
  }

  /**
   * @param category whose marks are looked at; empty for all
   */
  private @Nullable Terms best(JsonNode share, String category) {
    Terms best = null;
    for (var mark : stay.marks()) {
      if (category.isEmpty() || mark.category().equals(category)) {
        var terms = terms(mark, share).orElse(null);
        best = terms != null && terms.betterThan(best) ? terms : best;
      }
    }
    return best;
  }

  private Optional<Terms> terms(Mark mark, JsonNode share) {
    var folder = Stay.word(payer);
    for (var group : stay.law().below(stay.name(folder))) {
      var path = folder + '/' + group + "/ratio/" + mark.category();
      if (stay.law().knows(stay.name(path))) {
        var cap = stay.row(folder + '/' + group + "/cap");
        var standard = ownStandard(mark, share);
        var clause = stay.law().find(stay.name(folder + "/own-standard"), stay.day());
        return Optional.of(
            standard != null && clause.isPresent() && clause.get().yes()
                ? new Terms(mark, group, standard, clause.get(), cap)
                : new Terms(mark, group, stay.row(path).ratio(), stay.row(path), cap));
      }
    }
    return Optional.empty();
  }

  /** Where nobody told which marks a person has, the share's own word is taken for its mark. */
  private @Nullable BigDecimal ownStandard(Mark mark, JsonNode share) {
    var explanation = share.path("explanation");
    if (stay.allMarksKnown()
        || !mark.category().equals(share.path("category").asString(""))
        || !explanation
            .path("parameters")
            .findValuesAsString("name")
            .contains(stay.name(Stay.word(payer) + "/own-standard"))) {
      return mark.own();
    }
    var text = explanation.path("ratio").asString("");
    if (!text.matches("0\\.[0-9]{4}|1\\.0000")) {
      stay.findings().say("%s ratio '%s' is no standard".formatted(payer, text));
      return Yuan.NOTHING;
    }
    return new BigDecimal(text);
  }
}
