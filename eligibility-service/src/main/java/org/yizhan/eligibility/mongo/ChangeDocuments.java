package org.yizhan.eligibility.mongo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.EnrolmentReported;
import org.yizhan.contracts.roster.RosterEvent.FilingReported;
import org.yizhan.contracts.roster.RosterEvent.Identity;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.contracts.roster.RosterEvent.MarkReported;
import org.yizhan.contracts.roster.RosterEvent.Origin;
import org.yizhan.contracts.roster.RosterEvent.PersonMerged;
import org.yizhan.contracts.roster.RosterEvent.ReportsAdopted;
import org.yizhan.contracts.roster.RosterEvent.Unrecognised;
import org.yizhan.eligibility.person.AppliedChange;

/**
 * One reported change inside a person's document. Days are texts: they have no time and no zone.
 */
final class ChangeDocuments {

  private final OriginDocuments origins;

  ChangeDocuments(ZoneId zone) {
    this.origins = new OriginDocuments(zone);
  }

  Document write(AppliedChange change) {
    return write(change.event())
        .append("version", change.version())
        .append("remarks", OriginDocuments.writeRemarks(change.remarks()));
  }

  private Document write(RosterEvent event) {
    var document =
        switch (event) {
          case EnrolmentReported enrolment -> write(enrolment);
          case MarkReported mark -> write(mark);
          case FilingReported filing -> write(filing);
          case PersonMerged merge -> write(merge);
          case ReportsAdopted adopted -> write(adopted);
          case Unrecognised _ ->
              throw new IllegalArgumentException("nothing to store of an unknown event");
        };
    return document.append("origin", origins.write(event.origin()));
  }

  AppliedChange read(Document document) {
    return new AppliedChange(
        document.getLong("version"), readEvent(document), OriginDocuments.readRemarks(document));
  }

  private RosterEvent readEvent(Document document) {
    var origin = origins.read(document.get("origin", Document.class));
    return switch (document.getString("change")) {
      case "enrolment" -> readEnrolment(document, origin);
      case "mark" -> readMark(document, origin);
      case "filing" ->
          new FilingReported(
              origin,
              day(document, "from"),
              openDay(document, "to"),
              document.getString("destination"));
      case "merge" -> readMerge(document, origin);
      case "adoption" ->
          new ReportsAdopted(
              origin,
              document.getString("fromPerson"),
              document.getList("reports", Document.class).stream().map(this::readEvent).toList());
      default ->
          throw new IllegalStateException("a stored change is a " + document.getString("change"));
    };
  }

  private static Document write(EnrolmentReported enrolment) {
    return new Document("change", "enrolment")
        .append("city", enrolment.city())
        .append("county", enrolment.county())
        .append("scheme", enrolment.scheme().name())
        .append("status", text(enrolment.status()))
        .append("from", text(enrolment.from()))
        .append("to", text(enrolment.to()));
  }

  private static EnrolmentReported readEnrolment(Document document, Origin origin) {
    var status = document.getString("status");
    return new EnrolmentReported(
        origin,
        document.getString("city"),
        document.getString("county"),
        Scheme.valueOf(document.getString("scheme")),
        status == null ? null : EmploymentStatus.valueOf(status),
        day(document, "from"),
        openDay(document, "to"));
  }

  private static Document write(MarkReported mark) {
    return new Document("change", "mark")
        .append("kind", mark.kind().name())
        .append("county", mark.county())
        .append("category", mark.category())
        .append("effectiveFrom", text(mark.effectiveFrom()))
        .append("effectiveTo", text(mark.effectiveTo()))
        .append("basis", mark.basis())
        .append("standardPercent", text(mark.standardPercent()));
  }

  private static MarkReported readMark(Document document, Origin origin) {
    var percent = document.getString("standardPercent");
    return new MarkReported(
        origin,
        Kind.valueOf(document.getString("kind")),
        document.getString("county"),
        document.getString("category"),
        day(document, "effectiveFrom"),
        openDay(document, "effectiveTo"),
        document.getString("basis"),
        percent == null ? null : new BigDecimal(percent));
  }

  private static Document write(FilingReported filing) {
    return new Document("change", "filing")
        .append("from", text(filing.from()))
        .append("to", text(filing.to()))
        .append("destination", filing.destination());
  }

  private static Document write(PersonMerged merge) {
    return new Document("change", "merge")
        .append("into", merge.mergedInto().personNumber())
        .append("intoMasked", merge.mergedInto().maskedId())
        .append("intoSealed", merge.mergedInto().sealedId())
        .append("basis", merge.basis());
  }

  private static PersonMerged readMerge(Document document, Origin origin) {
    return new PersonMerged(
        origin,
        new Identity(
            document.getString("into"),
            document.getString("intoMasked"),
            document.getString("intoSealed")),
        document.getString("basis"));
  }

  private Document write(ReportsAdopted adopted) {
    return new Document("change", "adoption")
        .append("fromPerson", adopted.fromPerson())
        .append("reports", adopted.reports().stream().map(this::write).toList());
  }

  private static LocalDate day(Document document, String name) {
    return LocalDate.parse(document.getString(name));
  }

  private static @Nullable LocalDate openDay(Document document, String name) {
    var text = document.getString(name);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
