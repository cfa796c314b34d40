package org.yizhan.gateway.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yizhan.contracts.CitizenId;
import org.yizhan.gateway.intake.Identities;
import org.yizhan.gateway.web.EligibilityLookups.Reply;

/** The number behind an ID, as eligibility knows it. */
@Component
final class EligibilityIdentities implements Identities {

  private final EligibilityLookups eligibility;

  EligibilityIdentities(EligibilityLookups eligibility) {
    this.eligibility = eligibility;
  }

  private record Found(@Nullable String personNumber, @Nullable Long eligibilityVersion) {}

  @Override
  public Identification identify(CitizenId id) {
    var question = Map.of("idNumber", id.inClear());
    return switch (eligibility.ask("/internal/id-lookups", question, Found.class)) {
      case Reply.Found<Found>(var found) -> known(found);
      case Reply.Unknown<Found>(var problem) -> new Identification.Unknown(problem);
    };
  }

  private static Identification known(Found found) {
    if (found.personNumber() == null || found.eligibilityVersion() == null) {
      throw new Unavailable("The person cannot be looked up.");
    }
    return new Identification.Known(found.personNumber(), found.eligibilityVersion());
  }
}
