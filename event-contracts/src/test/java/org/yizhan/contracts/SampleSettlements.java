package org.yizhan.contracts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;
import org.yizhan.contracts.settlement.Explanation.TierSlice;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.Recovery.Due;
import org.yizhan.contracts.settlement.Recovery.Part;
import org.yizhan.contracts.settlement.Recovery.Return;
import org.yizhan.contracts.settlement.Recovery.WriteOff;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Revision.Change;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.ParametersUsed;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.contracts.settlement.Settlement.YearToDate;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import org.yizhan.contracts.settlement.SettlementEvent.Portion;
import org.yizhan.contracts.settlement.SettlementEvent.RecoveryReturned;

/** One settlement and what may become of it, for the approved events. */
final class SampleSettlements {

  static final UUID ID = UUID.fromString("8f14e45f-ceea-567a-9c3d-0123456789ab");
  static final UUID COMMAND = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  static final OffsetDateTime AT = OffsetDateTime.parse("2019-11-15T10:15:30.123+08:00");
  static final LocalDate FROM = LocalDate.parse("2019-01-01");
  static final String PERSON = "P0123456789ABCDEF";
  static final String MASKED = "441600********0014";

  private SampleSettlements() {}

  static ReimbursementCase reimbursement() {
    return new ReimbursementCase(
        ID,
        State.PROPOSED,
        PERSON,
        "441600",
        2019,
        3,
        8,
        "mark came late",
        "clerk-7",
        AT,
        null,
        null,
        List.of(Adjustment.of(revised().revisions().getFirst())),
        List.of(Change.of(Payer.ASSISTANCE, Money.of("10.00"), Money.of("12.50"))),
        List.of());
  }

  /** Of 12.00, 3.00 have come back and what is open is to be given up. */
  static Recovery recovery() {
    var part = new Part(ID, "441602", Money.of("12.00"), Money.of("3.00"));
    return new Recovery(
        ID,
        3,
        Recovery.State.PARTLY_RETURNED,
        Cause.LATE_KNOWLEDGE,
        PERSON,
        "441600",
        AT,
        List.of(Due.of(Payer.ASSISTANCE, List.of(part))),
        List.of(
            new Return(
                COMMAND,
                COMMAND,
                "slip-1",
                Payer.ASSISTANCE,
                Money.of("3.00"),
                LocalDate.parse("2019-12-02"),
                "clerk-5",
                AT)),
        List.of(
            new WriteOff(
                COMMAND,
                State.PROPOSED,
                "clerk-7",
                "died without an estate",
                AT,
                null,
                null,
                null)));
  }

  static RecoveryReturned returned() {
    return new RecoveryReturned(
        COMMAND,
        ID,
        COMMAND,
        PERSON,
        "441600",
        Payer.ASSISTANCE,
        Money.of("3.00"),
        LocalDate.parse("2019-12-02"),
        "slip-1",
        "clerk-5",
        AT,
        List.of(new Portion(ID, "441602", Money.of("3.00"))));
  }

  static ClaimsRevised revised() {
    return new ClaimsRevised(
        ID,
        COMMAND,
        Cause.CANCELLATION,
        "discharged by mistake",
        AT,
        AT.plusSeconds(1),
        List.of(new Revision(settlement(), settlement(Status.CANCELLED))));
  }

  static Settlement settlement() {
    return settlement(Status.SETTLED);
  }

  static Settlement settlement(Status status) {
    var used =
        new ParameterUsed(
            "441600/basic/resident/cap", FROM, "200000.00", "illustrative", "assumed");
    var stay =
        new Explanation(
            "stay",
            null,
            Money.of("42000.00"),
            Money.of("700.00"),
            Rate.of("0.65"),
            null,
            null,
            List.of(),
            Money.of("42000.00"),
            Money.of("200000.00"),
            Money.of("173155.00"),
            null,
            "half up to the fen",
            List.of(used));
    var tiers =
        new Explanation(
            "cumulative-tier",
            "dibao",
            Money.of("14455.00"),
            Money.of("5280.00"),
            null,
            Money.ZERO,
            Money.of("14455.00"),
            List.of(new TierSlice(Money.of("5280.00"), Money.of("14455.00"), Rate.of("0.7"))),
            Money.of("15155.00"),
            null,
            null,
            null,
            "half up to the fen",
            List.of());
    return new Settlement(
        ID,
        status,
        "H44160200001",
        "ZY1",
        PERSON,
        MASKED,
        "441600",
        "441602",
        Scheme.RESIDENT,
        null,
        "DIBAO",
        Place.IN_CITY,
        LocalDate.parse("2019-11-01"),
        LocalDate.parse("2019-11-15"),
        "I63.900",
        AT,
        AT,
        Money.of("50000.00"),
        Money.of("5000.00"),
        Money.ZERO,
        Money.of("3000.00"),
        Money.of("42000.00"),
        Money.of("16732.50"),
        List.of(
            new Share(Payer.BASIC, Money.of("26845.00"), null, null, null, null, stay),
            new Share(
                Payer.CATASTROPHIC, Money.of("6422.50"), null, "DIBAO", "441602", null, tiers)),
        new YearToDate(2019, Map.of(Payer.BASIC, Money.of("26845.00"))),
        new ParametersUsed("2021-01-01", "00ff", List.of("441600/basic/resident/cap")),
        7);
  }

  static Bill bill() {
    return new Bill(
        Money.of("50000.00"),
        Money.of("5000.00"),
        Money.ZERO,
        Money.of("3000.00"),
        Money.of("42000.00"));
  }
}
