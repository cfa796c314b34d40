package org.yizhan.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;

/** A settlement as tests say it; the patient's part is 100.00 and the bill is whatever adds up. */
public final class ASettlement {

  private static final Explanation UNEXPLAINED =
      new Explanation(
          "none",
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          Money.ZERO,
          null,
          null,
          null,
          null,
          List.of());

  private final UUID id;
  private final List<Share> shares = new ArrayList<>();
  private String hospital = "H44160200001";
  private OffsetDateTime receivedAt = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");
  private @Nullable OffsetDateTime settledAt;
  private Money patient = Money.of("100.00");
  private String encounter = "ZY2026112200001";
  private @Nullable String category = "DIBAO";
  private List<String> illustrative = List.of();

  private ASettlement(UUID id) {
    this.id = id;
  }

  public static ASettlement aSettlement() {
    return new ASettlement(UUID.randomUUID());
  }

  public static ASettlement aSettlement(UUID id) {
    return new ASettlement(id);
  }

  public ASettlement at(String hospitalCode) {
    this.hospital = hospitalCode;
    return this;
  }

  public ASettlement receivedAt(String time) {
    this.receivedAt = OffsetDateTime.parse(time);
    return this;
  }

  /** One second after it was received, unless it is said. */
  public ASettlement settledAt(String time) {
    this.settledAt = OffsetDateTime.parse(time);
    return this;
  }

  public ASettlement encounter(String id) {
    this.encounter = id;
    return this;
  }

  public ASettlement withoutCategory() {
    this.category = null;
    return this;
  }

  public ASettlement dividedBy(String... illustrativeParameters) {
    this.illustrative = List.of(illustrativeParameters);
    return this;
  }

  public ASettlement paidByThePatient(String amount) {
    this.patient = Money.of(amount);
    return this;
  }

  public ASettlement share(Payer payer, String amount) {
    return share(payer, amount, null, null);
  }

  public ASettlement share(
      Payer payer, String amount, @Nullable String categoryCounty, @Nullable String insurer) {
    shares.add(
        new Share(payer, Money.of(amount), null, null, categoryCounty, insurer, UNEXPLAINED));
    return this;
  }

  public ClaimSettled settled() {
    return new ClaimSettled(new UUID(7, id.getLeastSignificantBits()), standing());
  }

  public Settlement standing() {
    return settlement(Settlement.Status.SETTLED);
  }

  public Settlement cancelled() {
    return settlement(Settlement.Status.CANCELLED);
  }

  /** That it was cancelled, on the given day at noon in Shanghai. */
  public ClaimsRevised cancelledOn(String day, Revision... adjusted) {
    var revisions = new ArrayList<Revision>();
    revisions.add(new Revision(standing(), cancelled()));
    revisions.addAll(List.of(adjusted));
    return new ClaimsRevised(
        new UUID(8, id.getLeastSignificantBits()),
        new UUID(9, id.getLeastSignificantBits()),
        Cause.CANCELLATION,
        "discharged by mistake",
        OffsetDateTime.parse(day + "T12:00:00+08:00"),
        OffsetDateTime.parse(day + "T12:00:01+08:00"),
        revisions);
  }

  private Settlement settlement(Settlement.Status status) {
    var total = shares.stream().map(Share::amount).reduce(patient, Money::plus);
    return new Settlement(
        id,
        status,
        hospital,
        encounter,
        "P0123456789ABCDEF",
        "441600********0014",
        "441600",
        "441602",
        Scheme.RESIDENT,
        null,
        category,
        Place.IN_CITY,
        LocalDate.parse("2026-11-01"),
        LocalDate.parse("2026-11-22"),
        null,
        receivedAt,
        Objects.requireNonNullElse(settledAt, receivedAt.plusSeconds(1)),
        total,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        total,
        patient,
        shares,
        new Settlement.YearToDate(2026, Map.of()),
        new Settlement.ParametersUsed("2026-01-01", "00", illustrative),
        1);
  }
}
