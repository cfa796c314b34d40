package org.yizhan.settlement.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.SettlementEvent.YearRevision;

/**
 * A settlement as a patient, a clerk and an auditor can follow it, line by line: every payer in the
 * order of the chain, then what is left for the patient, then what nobody has published.
 */
public final class SettlementText {

  private static final String ILLUSTRATIVE = "illustrative";

  private final Words words;

  private SettlementText(Words words) {
    this.words = words;
  }

  /** Chinese and English, in this order of preference. */
  public static List<Locale> languages() {
    return Words.LANGUAGES;
  }

  /**
   * @param language one of {@link #languages}
   */
  public static SettlementText in(Locale language) {
    return new SettlementText(Words.in(language));
  }

  /**
   * Lines end in a line feed.
   *
   * @param revised what led from the settlement's first form to this one, oldest first
   */
  public String of(Settlement settlement, List<? extends YearRevision> revised) {
    var lines = new ArrayList<String>();
    lines.addAll(head(settlement));
    revised.forEach(one -> lines.addAll(history(settlement, one)));
    for (int i = 0; i < settlement.shares().size(); i++) {
      lines.add("");
      lines.addAll(stage(i + 1, settlement, settlement.shares().get(i)));
    }
    lines.add("");
    lines.add(patient(settlement));
    lines.add(illustrative(settlement));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** A discharge that was refused has no stages. */
  public String of(Object settlementId, Problem problem) {
    return words.say("refused", settlementId, problem.code(), problem.detail()) + "\n";
  }

  private List<String> head(Settlement of) {
    var employment = of.employment();
    var who =
        employment == null
            ? words.name("scheme", of.scheme().name())
            : words.name("employment", employment.name());
    return List.of(
        words.say("title", of.settlementId(), words.name("status", of.status().name())),
        words.say(
            "stay",
            of.city(),
            who,
            words.name("place", of.place().name()),
            of.hospitalCode(),
            of.admissionDate(),
            of.dischargeDate(),
            of.settledAt()),
        words.say(
            "bill",
            of.total(),
            of.fullSelfPay(),
            of.overLimit(),
            of.priorSelfPay(),
            of.inPolicy()));
  }

  private List<String> history(Settlement settlement, YearRevision revised) {
    var said = new ArrayList<String>();
    for (var revision : revised.revisions()) {
      if (revision.settlement().settlementId().equals(settlement.settlementId())) {
        var cause = words.name("cause", revised.cause().name());
        said.add(
            revision.isCancellation()
                ? words.say("revised.cancelled", revised.revisedAt(), revised.reason())
                : words.say("revised.adjusted", revised.revisedAt(), cause, revised.reason()));
        for (var change : revision.changes()) {
          var payer = words.name("payer", change.payer().name());
          said.add("   " + words.say("change", payer, change.before(), change.after()));
        }
      }
    }
    return said;
  }

  private List<String> stage(int number, Settlement settlement, Share share) {
    var said = new ArrayList<String>();
    var payer = words.name("payer", share.payer().name());
    said.add(words.say("stage", number, payer, share.amount()));
    if (share.insurer() != null) {
      said.add(words.say("insurer", share.insurer()));
    }
    said.add(words.say("open", share.explanation().openBefore()));
    if (share.category() != null) {
      var mark = words.name("category", share.category());
      said.add(words.say("mark", mark, String.valueOf(share.categoryCounty())));
    }
    said.addAll(new Calculation(words).of(share));
    if (share.amount().isZero()) {
      var why = WhyNothing.of(settlement.place(), share.explanation());
      said.add(words.say("why", words.say("why." + why.kind(), why.places().toArray())));
    }
    share.explanation().parameters().stream().distinct().map(this::parameter).forEach(said::add);
    return Stream.concat(
            Stream.of(said.getFirst()), said.stream().skip(1).map(line -> "   " + line))
        .toList();
  }

  private String parameter(ParameterUsed used) {
    return words.say(
        "parameter",
        used.name(),
        used.value(),
        used.from(),
        words.name("source", used.status()),
        used.reference());
  }

  /** The residual: what no payer took of the in-policy part, and the parts nobody divides. */
  private String patient(Settlement of) {
    var open = of.inPolicy();
    for (var share : of.shares()) {
      open = open.minus(share.amount());
    }
    return words.say(
        "patient", of.patient(), open, of.fullSelfPay(), of.overLimit(), of.priorSelfPay());
  }

  private String illustrative(Settlement of) {
    var values = new LinkedHashMap<String, ParameterUsed>();
    of.shares().stream()
        .flatMap(share -> share.explanation().parameters().stream())
        .filter(used -> used.status().equals(ILLUSTRATIVE))
        .forEach(used -> values.putIfAbsent(used.name(), used));
    return values.isEmpty()
        ? words.say("illustrative.none")
        : words.say(
            "illustrative.some",
            values.values().stream()
                .map(used -> used.name() + " = " + used.value())
                .collect(Collectors.joining("; ")));
  }
}
