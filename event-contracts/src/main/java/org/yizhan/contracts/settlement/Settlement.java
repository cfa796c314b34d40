package org.yizhan.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;

/**
 * A divided bill, as hospitals read it and as the books receive it: the one shape of a settlement.
 *
 * @param city where the person is enrolled, four digits and {@code 00}
 * @param county the county of the enrolment
 * @param maskedId the masked citizen ID, for statements
 * @param category the mark that statements name: that of the last payer whose share a mark decided
 * @param patient the residual: total less every share
 * @param shares in chain order, every stage of the person's chain present
 * @param eligibilityVersion the version of the coverage that was used
 */
public record Settlement(
    UUID settlementId,
    Status status,
    String hospitalCode,
    String encounterId,
    String personNumber,
    String maskedId,
    String city,
    String county,
    Scheme scheme,
    @Nullable EmploymentStatus employment,
    @Nullable String category,
    Place place,
    LocalDate admissionDate,
    LocalDate dischargeDate,
    @Nullable String diagnosis,
    OffsetDateTime receivedAt,
    OffsetDateTime settledAt,
    Money total,
    Money fullSelfPay,
    Money overLimit,
    Money priorSelfPay,
    Money inPolicy,
    Money patient,
    List<Share> shares,
    YearToDate yearToDate,
    ParametersUsed parameters,
    long eligibilityVersion) {

  public Settlement {
    shares = List.copyOf(shares);
    requireConserved(total, patient, shares);
  }

  /**
   * The invariant of the suite, kept wherever a settlement is made or read: shares and patient add
   * up to the bill.
   */
  private static void requireConserved(Money total, Money patient, List<Share> shares) {
    var sum = patient;
    for (var share : shares) {
      sum = sum.plus(share.amount());
    }
    if (!sum.equals(total)) {
      throw new BrokenInvariant("shares and patient add up to " + sum + ", the bill is " + total);
    }
  }

  /**
   * Which county answers for a payer's share: the one that confirmed the deciding mark, else the
   * person's.
   */
  public String countyOf(Payer payer) {
    return shares.stream()
        .filter(share -> share.payer() == payer)
        .findFirst()
        .map(share -> Objects.requireNonNullElse(share.categoryCounty(), county))
        .orElse(county);
  }

  /** PENDING: accepted, not decided yet. TRIAL: computed, nothing was changed. */
  public enum Status {
    PENDING,
    SETTLED,
    CANCELLED,
    REFUSED,
    TRIAL
  }

  /**
   * What one payer takes.
   *
   * @param reason why the amount is 0.00, absent otherwise
   * @param category the mark that decided the share, and the county that confirmed it; absent where
   *     no mark matters
   * @param insurer who pays a share of commercial insurance
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Share(
      Payer payer,
      Money amount,
      @Nullable String reason,
      @Nullable String category,
      @Nullable String categoryCounty,
      @Nullable String insurer,
      Explanation explanation) {}

  /** What each payer has paid in the calendar year of the discharge, this settlement included. */
  public record YearToDate(int year, Map<Payer, Money> paid) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static YearToDate read(Map<String, Object> members) {
      var paid = new LinkedHashMap<Payer, Money>();
      members.forEach(
          (name, value) -> {
            if (!name.equals("year")) {
              paid.put(Payer.valueOf(name), Money.of((String) value));
            }
          });
      return new YearToDate(((Number) members.getOrDefault("year", 0)).intValue(), paid);
    }

    /** {@code {"year": 2019, "BASIC": "26845.00", …}}. */
    @JsonValue
    Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("year", year);
      paid.forEach((payer, amount) -> members.put(payer.name(), amount));
      return members;
    }
  }

  /**
   * Which law was used.
   *
   * @param version the newest date in the parameters, with the names of operator overlays if there
   *     are any
   * @param hash SHA-256 over all parameter files in force, hexadecimal
   * @param illustrative the names of used parameters for which nothing is published
   */
  public record ParametersUsed(String version, String hash, List<String> illustrative) {}
}
