package org.yizhan.settlement.mongo;

import java.util.List;
import org.bson.Document;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.payerchain.Accumulators;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A stored benefit year, read. */
record YearDocument(JsonMapper json) {

  static final String CLAIMS = "claims";
  static final String USED = "used";

  /**
   * With its claims.
   *
   * @throws BrokenInvariant when it cannot be read, or what is kept as used up is not what the
   *     claims add up to
   */
  BenefitYear whole(Document document) {
    try {
      return addedUp(document);
    } catch (JacksonException unreadable) {
      // Its own message may quote the bill.
      throw new BrokenInvariant(
          "benefit year %s cannot be read: %s"
              .formatted(keyIn(document), unreadable.getClass().getSimpleName()));
    }
  }

  private BenefitYear addedUp(Document document) {
    var year = BenefitYear.of(keyIn(document), document.getLong("version"), claimsIn(document));
    var used = usedIn(document);
    if (!year.accumulators().equals(used)) {
      throw new BrokenInvariant(
          "benefit year %s keeps %s as used up, its claims add up to %s"
              .formatted(year.key(), used, year.accumulators()));
    }
    return year;
  }

  private List<Claim> claimsIn(Document document) {
    return document.getList(CLAIMS, String.class).stream()
        .map(claim -> json.readValue(claim, Claim.class))
        .toList();
  }

  BenefitYear.Key keyIn(Document document) {
    return new BenefitYear.Key(
        document.getString("person"), document.getString("city"), document.getInteger("year"));
  }

  Accumulators usedIn(Document document) {
    return json.readValue(document.getString(USED), Accumulators.class);
  }
}
