package org.yizhan.eligibility.mongo;

import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.agency.RosterFeedback.Source;
import org.yizhan.contracts.roster.RosterEvent.Origin;

/** Who said a change, where and when; of the person only what is sealed or masked. */
final class OriginDocuments {

  private final ZoneId zone;

  OriginDocuments(ZoneId zone) {
    this.zone = zone;
  }

  Document write(Origin origin) {
    return new Document("agency", origin.agency())
        .append("changeId", origin.changeId())
        .append("topic", origin.source().topic())
        .append("partition", origin.source().partition())
        .append("offset", origin.source().offset())
        .append("personNumber", origin.personNumber())
        .append("maskedId", origin.maskedId())
        .append("sealedId", origin.sealedId())
        .append("sealedName", origin.sealedName())
        .append("receivedAt", Date.from(origin.receivedAt().toInstant()))
        .append("remarks", writeRemarks(origin.remarks()));
  }

  Origin read(Document document) {
    var source =
        new Source(
            document.getString("topic"),
            document.getInteger("partition"),
            document.getLong("offset"));
    return new Origin(
        document.getString("changeId"),
        document.getString("agency"),
        source,
        document.getString("personNumber"),
        document.getString("maskedId"),
        document.getString("sealedId"),
        document.getString("sealedName"),
        document.getDate("receivedAt").toInstant().atZone(zone).toOffsetDateTime(),
        readRemarks(document));
  }

  static List<Document> writeRemarks(List<FieldError> remarks) {
    return remarks.stream()
        .map(
            remark ->
                new Document("field", remark.field())
                    .append("value", remark.value())
                    .append("rule", remark.rule()))
        .toList();
  }

  static List<FieldError> readRemarks(Document document) {
    return document.getList("remarks", Document.class).stream()
        .map(
            remark ->
                new FieldError(
                    remark.getString("field"), remark.getString("value"), remark.getString("rule")))
        .toList();
  }
}
