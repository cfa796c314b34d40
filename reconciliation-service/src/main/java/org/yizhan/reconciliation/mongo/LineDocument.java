package org.yizhan.reconciliation.mongo;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.yizhan.chassis.mongo.OriginalFacts;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.reconciliation.hospitalmonth.Advance;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine.Revised;

/**
 * A line as it is stored: {@code {_id: lineId, hospital, month, order, …, advances: {payer: fen},
 * origin}}; amounts in fen, never negative. A line that a revision added also has {@code
 * settlementId} and {@code revised: {revisionId, cause, reason, revisedAt}}; a settlement's first
 * line is stored without them, as it was before there were revisions, or its redelivery would look
 * like other content. {@code order} sorts as text: the time of entry in UTC at full width, then
 * what keeps lines of the same time apart.
 */
final class LineDocument {

  static final String HOSPITAL = "hospital";
  static final String MONTH = "month";
  static final String ORDER = "order";

  private static final DateTimeFormatter FULL_WIDTH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS", Locale.ROOT);

  private LineDocument() {}

  /** Without id and origin, which belong to the store of facts. */
  static Document contentOf(Advance advance) {
    var line = advance.line();
    var advances = new Document();
    line.advances().forEach((payer, amount) -> advances.append(payer.name(), amount.fen()));
    var content =
        new Document(HOSPITAL, advance.month().hospitalCode())
            .append(MONTH, advance.month().month().toString())
            .append(ORDER, orderOf(line))
            .append("encounterId", line.encounterId())
            .append("maskedId", line.maskedId())
            .append("category", line.category())
            .append("scheme", line.scheme().name())
            .append("county", line.county())
            .append("admissionDate", line.admissionDate().toString())
            .append("dischargeDate", line.dischargeDate().toString())
            .append("settledAt", line.settledAt().toString())
            .append("total", line.total().fen())
            .append("inPolicy", line.inPolicy().fen())
            .append("advances", advances)
            .append("patient", line.patient().fen())
            .append("reversal", line.reversal());
    return line.revised() == null ? content : withRevision(content, line, line.revised());
  }

  /** What is told with a line; those stored before it was told lack it. */
  static Document besideOf(Advance advance) {
    return new Document("illustrative", advance.line().illustrative());
  }

  private static Document withRevision(Document content, AdvanceLine line, Revised revised) {
    return content
        .append("settlementId", line.settlementId().toString())
        .append(
            "revised",
            new Document("revisionId", revised.revisionId().toString())
                .append("cause", revised.cause().name())
                .append("reason", revised.reason())
                .append("revisedAt", revised.revisedAt().toString()));
  }

  private static String orderOf(AdvanceLine line) {
    var time = FULL_WIDTH.format(line.enteredAt().withOffsetSameInstant(ZoneOffset.UTC));
    var revised = line.revised();
    return revised == null
        ? time + "/" + line.settlementId()
        // What is taken back stands before what replaces it.
        : String.join(
            "/",
            time,
            revised.revisionId().toString(),
            line.settlementId().toString(),
            line.reversal() ? "0" : "1");
  }

  static AdvanceLine read(Document stored) {
    var advances = stored.get("advances", Document.class);
    var revised = stored.get("revised", Document.class);
    var beside = stored.get(OriginalFacts.BESIDE, Document.class);
    return new AdvanceLine(
        UUID.fromString(stored.getString(revised == null ? "_id" : "settlementId")),
        stored.getString("encounterId"),
        stored.getString("maskedId"),
        stored.getString("category"),
        Scheme.valueOf(stored.getString("scheme")),
        stored.getString("county"),
        LocalDate.parse(stored.getString("admissionDate")),
        LocalDate.parse(stored.getString("dischargeDate")),
        OffsetDateTime.parse(stored.getString("settledAt")),
        Money.ofFen(stored.getLong("total")),
        Money.ofFen(stored.getLong("inPolicy")),
        advances.keySet().stream()
            .collect(toMap(Payer::valueOf, payer -> Money.ofFen(advances.getLong(payer)))),
        Money.ofFen(stored.getLong("patient")),
        stored.getBoolean("reversal"),
        revised == null ? null : revisedBy(revised),
        beside == null ? List.of() : beside.getList("illustrative", String.class));
  }

  private static Revised revisedBy(Document stored) {
    return new Revised(
        UUID.fromString(stored.getString("revisionId")),
        Cause.valueOf(stored.getString("cause")),
        stored.getString("reason"),
        OffsetDateTime.parse(stored.getString("revisedAt")));
  }
}
