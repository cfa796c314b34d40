package org.yizhan.settlement.benefityear;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides bills a second time, slowly and in another way: yuan as fractions, numbers typed in here,
 * the catastrophic benefit as a function of the whole base instead of slices. Shares no code with
 * what it checks.
 */
public final class Oracle {

  /** One stay. */
  public record Visit(
      String city,
      String who,
      int level,
      String place,
      LocalDate day,
      boolean open,
      Map<String, BigDecimal> marks,
      BigDecimal inPolicy) {}

  /**
   * A law that says some things otherwise than the one of today.
   *
   * @param instead by what it is about, for example {@code H BASIC CAP}
   */
  public record Law(Map<String, String> instead) {

    public static final Law OF_TODAY = new Law(Map.of());

    private String says(String about, String today) {
      return instead.getOrDefault(about, today);
    }
  }

  private final Map<String, BigDecimal> paid = new TreeMap<>();
  private BigDecimal base = ZERO;
  private Law law = Law.OF_TODAY;

  /** The same year once more, to try something out. */
  public Oracle copy() {
    var copy = new Oracle();
    copy.paid.putAll(paid);
    copy.base = base;
    return copy;
  }

  /** What the year has paid, by payer. */
  public Map<String, BigDecimal> paid() {
    return paid;
  }

  public BigDecimal base() {
    return base;
  }

  /** As {@link #divide(Visit)}, under another law. */
  public Map<String, BigDecimal> divide(Visit v, Law under) {
    law = under;
    return divide(v);
  }

  /** Shares by payer; the year remembers them. */
  Map<String, BigDecimal> divide(Visit v) {
    boolean heyuan = v.city().equals("441600");
    boolean resident = v.who().equals("RESIDENT");
    var shares = new LinkedHashMap<String, BigDecimal>();
    var deductible = yuan(basicDeductible(heyuan, resident, v));
    var basic =
        cut(
            round(positive(v.inPolicy().subtract(deductible)).multiply(basicRatio(heyuan, v))),
            left("BASIC", basicCap(heyuan, resident)));
    shares.put("BASIC", basic);
    var open = v.inPolicy().subtract(basic);
    var grown = base.add(heyuan ? open.subtract(deductible.min(v.inPolicy())) : open);
    var catastrophic = catastrophic(heyuan, resident, v, grown);
    shares.put("CATASTROPHIC", catastrophic);
    open = open.subtract(catastrophic);
    base = grown;
    if (heyuan && !resident) {
      var share =
          cut(
              round(positive(open.subtract(yuan("1000"))).multiply(yuan("0.5"))),
              left("SUPPLEMENTARY", "50000"));
      shares.put("SUPPLEMENTARY", share);
      open = open.subtract(share);
    }
    for (var payer :
        heyuan ? List.of("POVERTY", "ASSISTANCE") : List.of("ASSISTANCE", "SPECIAL_CARE")) {
      var share = takesPart(heyuan, v) ? remainder(heyuan, payer, v, open) : ZERO;
      shares.put(payer, share);
      open = open.subtract(share);
    }
    shares.forEach((payer, share) -> paid.merge(payer, share, BigDecimal::add));
    shares.put("PATIENT", open);
    return shares;
  }

  private String basicCap(boolean heyuan, boolean resident) {
    return heyuan ? law.says("H BASIC CAP", "200000") : resident ? "250000" : "300000";
  }

  private static String basicDeductible(boolean heyuan, boolean resident, Visit v) {
    if (!v.place().equals("IN_CITY")) {
      return heyuan ? "1200" : "1000";
    }
    return switch (v.level()) {
      case 1 -> "300";
      case 2 -> heyuan || resident ? "500" : "600";
      default -> heyuan ? "700" : "800";
    };
  }

  private BigDecimal basicRatio(boolean heyuan, Visit v) {
    var who = (heyuan ? "H " : "W ") + v.who();
    var table =
        switch (who) {
          case "H RESIDENT" -> "90 75 65 55 55 55 45 45 45";
          case "H ACTIVE" -> "92 85 80 87 80 75 77 70 65";
          case "H RETIRED" -> "94 88 84 89 83 79 79 73 69";
          case "W RESIDENT" -> "90 80 70 50 50 50 40 40 40";
          case "W ACTIVE" -> "90 85 80 75 75 75 65 65 65";
          default -> "95 90 85 80 80 80 70 70 70";
        };
    int row = List.of("IN_CITY", "FILED", "UNFILED").indexOf(v.place());
    return new BigDecimal(law.says(who, table).split(" ")[3 * row + v.level() - 1])
        .movePointLeft(2);
  }

  private BigDecimal catastrophic(boolean heyuan, boolean resident, Visit v, BigDecimal grown) {
    boolean since2021 = heyuan && !resident && v.day().getYear() >= 2021;
    var general = heyuan ? (since2021 ? "10526" : "17600") : "23500";
    BigDecimal best = null;
    if (heyuan && (v.marks().containsKey("TEKUN") || v.marks().containsKey("ORPHAN"))) {
      best = benefit(grown, general, "0.2", "80 85 90");
    }
    if (heyuan && (v.marks().containsKey("DIBAO") || v.marks().containsKey("REGISTERED_POOR"))) {
      var share = benefit(grown, general, "0.3", since2021 ? "75 80 85" : "70 75 80");
      best = best == null ? share : best.max(share);
    }
    if (!heyuan && List.of("TEKUN", "DIBAO", "DIBIAN").stream().anyMatch(v.marks()::containsKey)) {
      best = benefit(grown, general, "0.5", "65 65 65");
    }
    if (best != null) {
      return best;
    }
    if (heyuan) {
      var share = benefit(grown, general, "1", since2021 ? "60 65 75" : "50 55 65");
      return cut(share, left("CATASTROPHIC", since2021 ? "162771" : "150000"));
    }
    var bound = yuan("352500");
    return round(
        positive(grown.min(bound).subtract(yuan(general)))
            .subtract(positive(base.min(bound).subtract(yuan(general))))
            .multiply(yuan("0.6")));
  }

  private BigDecimal benefit(BigDecimal grown, String general, String part, String percents) {
    var deductible = yuan(general).multiply(yuan(part));
    return round(allOf(grown, deductible, percents).subtract(allOf(base, deductible, percents)));
  }

  /** B(x): everything a year with base x is worth. */
  private static BigDecimal allOf(BigDecimal x, BigDecimal deductible, String percents) {
    var bounds = List.of(ZERO, yuan("50000"), yuan("100000"));
    var sum = ZERO;
    for (int i = 0; i < 3; i++) {
      var upper = i == 2 ? x : x.min(bounds.get(i + 1));
      var inside = positive(upper.subtract(bounds.get(i).max(deductible)));
      sum = sum.add(inside.multiply(new BigDecimal(percents.split(" ")[i])).movePointLeft(2));
    }
    return sum;
  }

  private static boolean takesPart(boolean heyuan, Visit v) {
    return switch (v.place()) {
      case "IN_CITY" -> true;
      case "FILED" -> !heyuan || v.open() && !v.day().isBefore(LocalDate.of(2019, 10, 1));
      default -> false;
    };
  }

  private BigDecimal remainder(boolean heyuan, String payer, Visit v, BigDecimal open) {
    BigDecimal ratio = null;
    String cap = null;
    for (var mark : v.marks().entrySet()) {
      var terms = terms(heyuan, payer, mark.getKey());
      if (terms != null) {
        var own = payer.equals("SPECIAL_CARE") ? mark.getValue() : null;
        var of = (own == null ? new BigDecimal(terms[0]) : own).movePointLeft(2);
        int better = ratio == null ? 1 : of.compareTo(ratio);
        if (better > 0 || better == 0 && cap != null && terms[1].equals("none")) {
          ratio = of;
          cap = terms[1].equals("none") ? null : terms[1];
        }
      }
    }
    if (ratio == null) {
      return ZERO;
    }
    var share = round(open.multiply(ratio));
    return cap == null ? share : cut(share, left(payer, cap));
  }

  /** Per cent and yearly cap of a mark, null when it entitles to nothing. */
  private String[] terms(boolean heyuan, String payer, String mark) {
    var text =
        switch ((heyuan ? "H " : "W ") + payer + ' ' + mark) {
          case "H POVERTY REGISTERED_POOR" -> "30 10000";
          case "H ASSISTANCE TEKUN", "H ASSISTANCE ORPHAN", "W ASSISTANCE TEKUN" -> "100 none";
          case "H ASSISTANCE DIBAO",
              "H ASSISTANCE REGISTERED_POOR",
              "H ASSISTANCE LOW_INCOME_ELDERLY",
              "H ASSISTANCE LOW_INCOME_MINOR",
              "H ASSISTANCE LOW_INCOME_SERIOUSLY_ILL",
              "H ASSISTANCE LOW_INCOME_DISABLED" ->
              law.says("H ASSISTANCE IN PART", "80 80000");
          case "W ASSISTANCE DIBAO" -> law.says("W ASSISTANCE DIBAO", "80 80000");
          case "W ASSISTANCE DIBIAN" -> "70 80000";
          case "W ASSISTANCE ILLNESS_POOR" -> "60 80000";
          case "W SPECIAL_CARE DISABLED_1_6",
              "W SPECIAL_CARE RED_ARMY",
              "W SPECIAL_CARE ANTI_JAPANESE" ->
              "100 none";
          case "W SPECIAL_CARE MARTYR_FAMILY" -> "80 20000";
          case "W SPECIAL_CARE DISABLED_WAR_7_10", "W SPECIAL_CARE DUTY_DEATH_FAMILY" -> "70 20000";
          case "W SPECIAL_CARE DISABLED_DUTY_7_10",
              "W SPECIAL_CARE DISEASE_DEATH_FAMILY",
              "W SPECIAL_CARE LIBERATION_WAR" ->
              "60 20000";
          case "W SPECIAL_CARE POST_1949",
              "W SPECIAL_CARE SICK_RETURNED",
              "W SPECIAL_CARE COMBAT_OR_TEST" ->
              "50 20000";
          default -> null;
        };
    return text == null ? null : text.split(" ");
  }

  private BigDecimal left(String payer, String cap) {
    return positive(yuan(cap).subtract(paid.getOrDefault(payer, ZERO)));
  }

  private static BigDecimal cut(BigDecimal share, BigDecimal left) {
    return share.min(left);
  }

  private static BigDecimal round(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal positive(BigDecimal amount) {
    return amount.max(ZERO);
  }

  private static BigDecimal yuan(String text) {
    return new BigDecimal(text);
  }
}
