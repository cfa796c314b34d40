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
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Scheme;
import org.yizhan.reconciliation.hospitalmonth.Advance;
import org.yizhan.reconciliation.hospitalmonth.AdvanceLine;

/**
 * A line as it is stored: {@code {_id: settlementId, hospital, month, order, …, advances: {payer:
 * fen}, origin}}; amounts in fen. {@code order} sorts as text: the time of settlement in UTC at
 * full width, then the id.
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
    return new Document(HOSPITAL, advance.month().hospitalCode())
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
        .append("reversal", line.reversal())
        .append("illustrative", line.illustrative());
  }

  private static String orderOf(AdvanceLine line) {
    var utc = line.settledAt().withOffsetSameInstant(ZoneOffset.UTC);
    return FULL_WIDTH.format(utc) + "/" + line.settlementId();
  }

  static AdvanceLine read(Document stored) {
    var advances = stored.get("advances", Document.class);
    return new AdvanceLine(
        UUID.fromString(stored.getString("_id")),
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
        stored.getList("illustrative", String.class, List.of()));
  }
}
