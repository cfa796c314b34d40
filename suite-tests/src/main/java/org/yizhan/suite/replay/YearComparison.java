package org.yizhan.suite.replay;

import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.yizhan.settlement.benefityear.BenefitYear;
import org.yizhan.settlement.benefityear.Claim;
import org.yizhan.settlement.coverage.StayCircumstances;
import org.yizhan.settlement.settling.BenefitYears;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Years beside the stored ones. Which events a year still carries depends on how batches were cut;
 * those that it carries must be what was published, and no revision may be left.
 */
final class YearComparison {

  private final RebuiltYears years;
  private final Map<UUID, Digest> published;
  private final JsonMapper json;

  YearComparison(RebuiltYears years, Map<UUID, Digest> published, JsonMapper json) {
    this.years = years;
    this.published = published;
    this.json = json;
  }

  void compare(StoredDocuments stored) {
    stored.compare(years.all(), this::document, found -> relevant(found, stored));
  }

  private Document document(BenefitYear year) {
    var deciders = new Document();
    year.claims()
        .forEach(
            claim ->
                deciders.append(claim.settlementId().toString(), claim.commandId().toString()));
    return new Document("_id", BenefitYears.idOf(year.key()))
        .append("person", year.key().personNumber())
        .append("city", year.key().city())
        .append("year", year.key().year())
        .append("version", year.version())
        .append("used", json.writeValueAsString(year.accumulators()))
        .append("deciders", deciders)
        .append("claims", year.claims().stream().map(json::writeValueAsString).toList());
  }

  private Document relevant(Document found, StoredDocuments stored) {
    var id = found.getString("_id");
    if (found.remove("outgoing") instanceof Document outgoing) {
      outgoing.forEach(
          (settlementId, event) -> {
            if (!isPublished(settlementId, event)) {
              stored.differs(id, "outgoing." + settlementId + " is not what was published");
            }
          });
    }
    if (found.get("revising") instanceof Document revising && revising.isEmpty()) {
      found.remove("revising");
    }
    if (years.ambiguous() > 0) {
      found.replace(
          "claims", found.getList("claims", String.class).stream().map(this::unambiguous).toList());
    }
    return found;
  }

  private boolean isPublished(String settlementId, Object event) {
    return event instanceof Binary bytes
        && Digest.of(bytes.getData()).equals(published.get(UUID.fromString(settlementId)));
  }

  /** A claim that names one of the possible states is taken to name the first of them. */
  private String unambiguous(String text) {
    Claim claim;
    try {
      claim = json.readValue(text, Claim.class);
    } catch (JacksonException notAClaim) {
      return text; // comparing its members says what is wrong with it
    }
    var possible = years.alternativesOf(claim.settlementId());
    var stored = claim.circumstances();
    return possible.stream().anyMatch(one -> sameWorld(one, stored))
        ? json.writeValueAsString(in(possible.getFirst(), claim))
        : text;
  }

  private static boolean sameWorld(StayCircumstances one, StayCircumstances other) {
    return one.hospital().equals(other.hospital())
        && one.offSiteFunctionOpen() == other.offSiteFunctionOpen();
  }

  private static Claim in(StayCircumstances world, Claim claim) {
    var stored = claim.circumstances();
    return new Claim(
        claim.command(),
        new StayCircumstances(
            stored.coverage(),
            world.hospital(),
            stored.admissionDate(),
            stored.dischargeDate(),
            world.offSiteFunctionOpen(),
            stored.usedElsewhere()),
        claim.shares(),
        claim.baseIncrement(),
        claim.parameterHash(),
        claim.settledAt(),
        claim.outside(),
        claim.cancelledBy());
  }
}
