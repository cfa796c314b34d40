package org.yizhan.roster.mongo;

import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.roster.change.AcceptedChange;
import org.yizhan.roster.change.ChangeKey;

/** The document of an accepted change. */
final class AcceptedChangeDocuments {

  private final ZoneId zone;

  AcceptedChangeDocuments(ZoneId zone) {
    this.zone = zone;
  }

  /** A document, not a joined text: the agency's own ids may hold any character. */
  Document idOf(ChangeKey key) {
    return new Document("agency", key.agency()).append("changeId", key.changeId());
  }

  Document write(AcceptedChange change) {
    return new Document("_id", idOf(change.key()))
        .append("fingerprint", change.fingerprint())
        .append("personNumber", change.personNumber())
        .append("sealedId", change.sealedId())
        .append("sealedName", change.sealedName())
        .append("receivedAt", Date.from(change.receivedAt().toInstant()))
        .append("remarks", change.remarks().stream().map(AcceptedChangeDocuments::write).toList());
  }

  AcceptedChange read(Document document) {
    var id = document.get("_id", Document.class);
    List<FieldError> remarks =
        document.getList("remarks", Document.class).stream()
            .map(AcceptedChangeDocuments::readRemark)
            .toList();
    return new AcceptedChange(
        new ChangeKey(id.getString("agency"), id.getString("changeId")),
        document.getString("fingerprint"),
        document.getString("personNumber"),
        document.getString("sealedId"),
        document.getString("sealedName"),
        document.getDate("receivedAt").toInstant().atZone(zone).toOffsetDateTime(),
        remarks);
  }

  private static Document write(FieldError remark) {
    return new Document("field", remark.field())
        .append("value", remark.value())
        .append("rule", remark.rule());
  }

  private static FieldError readRemark(Document document) {
    return new FieldError(
        document.getString("field"), document.getString("value"), document.getString("rule"));
  }
}
