package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Rate;

/**
 * How a share came about, complete enough that an outside program can recompute it.
 *
 * <ul>
 *   <li>{@code stay}: (base − deductible)⁺ × ratio, at most the cap left and what is open;
 *   <li>{@code cumulative-tier}: the sum of the slices between cumulativeBefore and
 *       cumulativeAfter, each times its ratio, at most the cap left and what is open;
 *   <li>{@code remainder}: as stay, on what the earlier payers left open;
 *   <li>{@code none}: the stage pays nothing, the share's reason says why.
 * </ul>
 *
 * @param base the amount the rule starts from, in yuan
 * @param openBefore what the earlier payers had left of the in-policy amount
 * @param capLeftBefore what was left of the yearly cap before this share; absent means there is no
 *     cap
 * @param limitedBy {@code cap} or {@code open} when one of them cut the share, else absent
 * @param rounding how the exact product became whole fen
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Explanation(
    String rule,
    @Nullable String group,
    @Nullable Money base,
    @Nullable Money deductible,
    @Nullable Rate ratio,
    @Nullable Money cumulativeBefore,
    @Nullable Money cumulativeAfter,
    List<TierSlice> slices,
    Money openBefore,
    @Nullable Money capLeftBefore,
    @Nullable Money capLeftAfter,
    @Nullable String limitedBy,
    @Nullable String rounding,
    List<ParameterUsed> parameters) {

  public Explanation {
    slices = slices == null ? List.of() : List.copyOf(slices);
    parameters = parameters == null ? List.of() : List.copyOf(parameters);
  }

  /**
   * The part of this stay's cumulative base that falls into one tier: above {@code from}, up to and
   * with {@code to}.
   */
  public record TierSlice(Money from, Money to, Rate ratio) {}

  /**
   * A number of the law that the share used.
   *
   * @param from since when the value holds
   * @param status seed, published, derived or illustrative
   * @param reference the clause or the rule it stands in
   */
  public record ParameterUsed(
      String name, LocalDate from, String value, String status, String reference) {}
}
