package org.yizhan.roster.mongo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.yizhan.roster.change.Marking;
import org.yizhan.roster.change.SealedPerson;
import org.yizhan.roster.fullroster.RosterEntry;
import org.yizhan.roster.fullroster.RosterEntry.Beginning;
import org.yizhan.roster.fullroster.RosterEntry.Key;
import org.yizhan.roster.fullroster.RosterEntry.Standing;
import org.yizhan.roster.fullroster.RosterEntry.Verdict;

/**
 * {@code {_id: "agency|city|person|category", version, agency, person, county, category, from, to,
 * basis, standard, since, sinceSaidAt, leftFrom, leftOutBy, masked, sealedId, sealedName, saidAt,
 * standings: [{roster, row, verdict, since, place}]}}; what is null is absent.
 */
final class EntryDocuments {

  private final ZoneId zone;

  EntryDocuments(ZoneId zone) {
    this.zone = zone;
  }

  /** None of the four holds the separator: agencies and categories are codes, numbers have none. */
  static String idOf(Key key) {
    return "%s|%s|%s|%s".formatted(key.agency(), key.city(), key.personNumber(), key.category());
  }

  Document write(RosterEntry entry) {
    var document =
        new Document("_id", idOf(entry.key()))
            .append("version", entry.version())
            .append("agency", entry.key().agency())
            .append("person", entry.key().personNumber())
            .append("county", entry.marking().county())
            .append("category", entry.key().category())
            .append("from", entry.marking().effectiveFrom().toString())
            .append("since", entry.begun().day().toString())
            .append("sinceSaidAt", Date.from(entry.begun().saidAt().toInstant()))
            .append("masked", entry.person().maskedId())
            .append("sealedId", entry.person().sealedId())
            .append("saidAt", Date.from(entry.saidAt().toInstant()));
    append(document, "to", text(entry.marking().effectiveTo()));
    append(document, "basis", entry.marking().basis());
    append(document, "leftOutBy", entry.leftOutBy());
    append(document, "sealedName", entry.person().sealedName());
    var standard = entry.marking().standardPercent();
    append(document, "standard", standard == null ? null : new Decimal128(standard));
    append(document, "leftFrom", text(entry.leftFrom()));
    return document.append(
        "standings", entry.standings().stream().map(EntryDocuments::write).toList());
  }

  private static Document write(Standing standing) {
    return new Document("roster", standing.rosterId())
        .append("row", standing.row())
        .append("verdict", standing.verdict().name())
        .append("since", standing.since().toString())
        .append("place", standing.place());
  }

  RosterEntry read(Document document) {
    var id = document.getString("_id").split("\\|");
    var standard = document.get("standard", Decimal128.class);
    return new RosterEntry(
        new Key(id[0], id[1], id[2], id[3]),
        document.getLong("version"),
        new Marking(
            document.getString("county"),
            LocalDate.parse(document.getString("from")),
            day(document.getString("to")),
            document.getString("basis"),
            standard == null ? null : standard.bigDecimalValue()),
        begun(document),
        day(document.getString("leftFrom")),
        new SealedPerson(
            document.getString("masked"),
            document.getString("sealedId"),
            document.getString("sealedName")),
        time(document.getDate("saidAt")),
        document.getList("standings", Document.class).stream()
            .map(EntryDocuments::standing)
            .toList(),
        document.getString("leftOutBy"));
  }

  /** What was stored before this was kept began with its marking. */
  private Beginning begun(Document document) {
    return document.containsKey("since")
        ? new Beginning(
            LocalDate.parse(document.getString("since")), time(document.getDate("sinceSaidAt")))
        : new Beginning(
            LocalDate.parse(document.getString("from")), time(document.getDate("saidAt")));
  }

  private OffsetDateTime time(Date stored) {
    return stored.toInstant().atZone(zone).toOffsetDateTime();
  }

  private static Standing standing(Document document) {
    return new Standing(
        document.getString("roster"),
        document.getLong("row"),
        Verdict.valueOf(document.getString("verdict")),
        LocalDate.parse(document.getString("since")),
        document.getString("place"));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static void append(Document document, String name, @Nullable Object value) {
    if (value != null) {
      document.append(name, value);
    }
  }
}
