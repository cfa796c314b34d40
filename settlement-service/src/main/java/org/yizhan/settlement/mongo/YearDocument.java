package org.yizhan.settlement.mongo;

import org.bson.Document;
import org.yizhan.contracts.BrokenInvariant;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.payerchain.Accumulators;
import tools.jackson.databind.json.JsonMapper;

/** A stored benefit year, read. */
record YearDocument(JsonMapper json) {

  static final String CLAIMS = "claims";
  static final String USED = "used";

  /**
   * With its claims.
   *
   * @throws BrokenInvariant when what is kept as used up is not what the claims add up to
   */
  BenefitYear whole(Document document) {
    var claims =
        document.getList(CLAIMS, String.class).stream()
            .map(claim -> json.readValue(claim, Claim.class))
            .toList();
    var year = BenefitYear.of(keyIn(document), document.getLong("version"), claims);
    var used = usedIn(document);
    if (!year.accumulators().equals(used)) {
      throw new BrokenInvariant(
          "benefit year %s keeps %s as used up, its claims add up to %s"
              .formatted(year.key(), used, year.accumulators()));
    }
    return year;
  }

  BenefitYear.Key keyIn(Document document) {
    return new BenefitYear.Key(
        document.getString("person"), document.getString("city"), document.getInteger("year"));
  }

  Accumulators usedIn(Document document) {
    return json.readValue(document.getString(USED), Accumulators.class);
  }
}
