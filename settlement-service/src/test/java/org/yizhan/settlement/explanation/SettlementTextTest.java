package org.yizhan.settlement.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.benefityear.Bills.aBill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.settlement.benefityear.Bills;
import org.yizhan.settlement.benefityear.Refolding;
import org.yizhan.settlement.benefityear.Standing;
import org.yizhan.settlement.explanation.WhyNothing.Kind;

class SettlementTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  @DisplayName("H1, H4, H7: the text of a 低保 resident's bill, stage by stage")
  void isTheApprovedText(String language) throws IOException {
    var bill =
        aBill().marked("DIBAO").of("42000.00").andBeside("5000.00", "0.00", "3000.00").settled();
    var text = SettlementText.in(Locale.forLanguageTag(language)).of(bill, List.of());
    try (var approved =
        getClass().getResourceAsStream("/approved/explanation." + language + ".txt")) {
      var known = new String(approved.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(known.replace("@id@", bill.settlementId().toString()));
    }
  }

  @Test
  @DisplayName("H2, H4, H7, H19, W1: each reason for nothing is told by its own figures")
  void whyNothing() {
    var seen = new HashMap<Kind, String>();
    for (var settlement : settlementsThatPayNothingSomewhere()) {
      for (var share : settlement.shares()) {
        if (share.amount().isZero()) {
          var kind = WhyNothing.of(settlement.place(), share.explanation()).kind();
          var stated = share.reason().replaceAll("[0-9(].*", "").strip();
          assertThat(seen.merge(kind, stated, (known, now) -> known))
              .as("%s is told for two reasons", kind)
              .isEqualTo(stated);
          assertThat(SettlementText.in(Locale.ENGLISH).of(settlement, List.of()))
              .contains("Pays nothing because ");
        }
      }
    }
    assertThat(seen.keySet())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Kind.RATIO_ZERO)))
        .hasSameSizeAs(Map.copyOf(seen).values().stream().distinct().toList());
  }

  private static List<Settlement> settlementsThatPayNothingSomewhere() {
    var capUsedUp = aBill().marked("REGISTERED_POOR").of("300000.00");
    var year = capUsedUp.emptyYear().with(capUsedUp.settledIn(capUsedUp.emptyYear()).claim());
    var wenzhou = aBill().in("330300").of("350000.00");
    var full = wenzhou.emptyYear();
    for (int i = 0; i < 3; i++) {
      full = full.with(wenzhou.settledIn(full).claim());
    }
    return List.of(
        aBill().of("0.00").settled(),
        aBill().of("650.00").marked("DIBAO").settled(),
        aBill().of("1200.01").at(Place.UNFILED).settled(),
        aBill().of("20000.00").marked("TEKUN").at(Place.UNFILED).settled(),
        aBill().of("20000.00").marked("TEKUN").at(Place.FILED).dischargedOn("2019-09-30").settled(),
        aBill().of("20000.00").marked("TEKUN").at(Place.FILED).functionClosed().settled(),
        aBill().of("20000.00").at(Place.FILED).settled(),
        aBill().of("1500.00").as("ACTIVE").settled(),
        aBill().in("330300").marked("TEKUN", "DISABLED_1_6").of("20000.00").settled(),
        capUsedUp.settledIn(year).settlement(),
        wenzhou.settledIn(full).settlement());
  }

  @Test
  void everyIllustrativeValueIsNamedInTheLastLine() {
    Settlement bill = Bills.aBill().as("ACTIVE").marked("DIBAO").of("42000.00").settled();
    var last = SettlementText.in(Locale.CHINESE).of(bill, List.of()).lines().toList().getLast();
    assertThat(last).startsWith("使用了示意值").contains(bill.parameters().illustrative());
  }

  @Test
  @DisplayName("H21: what was cancelled or adjusted is told as it stands, and how it came to")
  void revisions() {
    var first = aBill().marked("REGISTERED_POOR").of("42000.00");
    var year = first.emptyYear();
    year = year.with(first.settledIn(year).claim());
    year = year.with(aBill().marked("REGISTERED_POOR").of("150000.00").settledIn(year).claim());
    var cancelled = year.claims().getFirst();
    var id = UUID.randomUUID();
    var refolding = new Refolding(hash -> Bills.LAWS);
    var refold =
        refolding.fold(
            year,
            claim -> claim.equals(cancelled) ? new Standing.Cancelled(id) : Standing.AS_DECIDED);
    var revised =
        new ClaimsRevised(
            id,
            UUID.randomUUID(),
            Cause.CANCELLATION,
            "sent by mistake",
            Bills.NOON,
            Bills.NOON,
            refold.changed().stream().map(refolding::revision).toList());

    var chinese = SettlementText.in(Locale.CHINESE);
    assertThat(chinese.of(revised.revisions().get(0).settlement(), List.of(revised)))
        .contains("：已撤销", "撤销，原因：sent by mistake", "   基本医疗保险：由 26845.00 元改为 0.00 元\n")
        .doesNotContain("重新计算");
    var adjusted = revised.revisions().get(1);
    assertThat(chinese.of(adjusted.settlement(), List.of(revised)))
        .contains("重新计算（同年度的另一笔结算被撤销），原因：sent by mistake")
        .contains("个人负担 " + adjusted.settlement().patient() + " 元")
        .contains("   扶贫保险：由 " + amountOfPoverty(adjusted.before()) + " 元改为");
  }

  private static Money amountOfPoverty(Settlement settlement) {
    return settlement.shares().get(2).amount();
  }
}
