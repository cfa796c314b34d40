package org.yizhan.eligibility.mongo;

import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;
import org.yizhan.contracts.Money;
import org.yizhan.eligibility.premium.Premium;
import org.yizhan.eligibility.premium.PremiumObligation;
import org.yizhan.eligibility.premium.Subsidy;

/**
 * {@code {_id, personNumber, city, county, year, from, fen, parameter: {from, status, reference},
 * category, agency, knownOn, dueOn, paid, paidOn}}; {@code paidOn} is absent before.
 */
final class PremiumDocuments {

  private PremiumDocuments() {}

  static Document write(PremiumObligation owed) {
    var subsidy = owed.subsidy();
    return new Document("_id", owed.id().toString())
        .append("personNumber", owed.personNumber())
        .append("city", owed.city())
        .append("county", owed.county())
        .append("year", owed.year())
        .append("from", owed.from().toString())
        .append("fen", subsidy.amount().fen())
        .append(
            "parameter",
            new Document("from", subsidy.from().toString())
                .append("status", subsidy.status())
                .append("reference", subsidy.reference()))
        .append("category", owed.category())
        .append("agency", owed.agency())
        .append("knownOn", owed.knownOn().toString())
        .append("dueOn", owed.dueOn().toString())
        .append("paid", false);
  }

  static Premium read(Document stored) {
    var paidOn = stored.getString("paidOn");
    return new Premium(
        new PremiumObligation(
            UUID.fromString(stored.getString("_id")),
            stored.getString("personNumber"),
            stored.getString("city"),
            stored.getString("county"),
            stored.getInteger("year"),
            day(stored, "from"),
            subsidy(stored),
            stored.getString("category"),
            stored.getString("agency"),
            day(stored, "knownOn"),
            day(stored, "dueOn")),
        paidOn == null ? null : LocalDate.parse(paidOn));
  }

  private static Subsidy subsidy(Document stored) {
    var parameter = stored.get("parameter", Document.class);
    return new Subsidy(
        Money.ofFen(stored.getLong("fen")),
        day(parameter, "from"),
        parameter.getString("status"),
        parameter.getString("reference"));
  }

  private static LocalDate day(Document document, String name) {
    return LocalDate.parse(document.getString(name));
  }
}
