package org.yizhan.settlement.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.coverage.MarkOnStay;

/**
 * A settlement beside itself.
 *
 * @param county of the enrolment
 * @param category every mark that counted for the stay, because which of them a payer goes by may
 *     change with the law: {@code DIBAO}, {@code DIBAO+TEKUN}, {@code NONE}
 * @param before the shares that are or were paid; {@code after} those that would be or are paid
 */
public record Compared(
    UUID settlementId,
    LocalDate dischargeDate,
    String hospitalCode,
    String county,
    String category,
    Map<Payer, Money> before,
    Map<Payer, Money> after) {

  /** A claim as it stands and as it would. */
  public static Compared of(Claim claim, Map<Payer, Money> after) {
    return of(claim, claim.shares(), after);
  }

  public static Compared of(Claim claim, Map<Payer, Money> before, Map<Payer, Money> after) {
    return new Compared(
        claim.settlementId(),
        claim.command().dischargeDate(),
        claim.command().hospitalCode(),
        claim.circumstances().coverage().county(),
        categories(claim),
        before,
        after);
  }

  private static String categories(Claim claim) {
    var marks = claim.circumstances().coverage().marks();
    return switch (marks.size()) {
      case 0 -> "NONE";
      case 1 -> marks.getFirst().category();
      default ->
          marks.stream()
              .map(MarkOnStay::category)
              .distinct()
              .sorted()
              .collect(Collectors.joining("+"));
    };
  }

  /** Whether any payer's share does. */
  public boolean differs() {
    return Arrays.stream(Payer.values())
        .map(this::effectOn)
        .anyMatch(effect -> !effect.before().equals(effect.after()));
  }

  public Effect effectOn(Payer payer) {
    return new Effect(
        before.getOrDefault(payer, Money.ZERO), after.getOrDefault(payer, Money.ZERO));
  }
}
