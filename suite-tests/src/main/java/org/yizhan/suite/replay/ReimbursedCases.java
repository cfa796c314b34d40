package org.yizhan.suite.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsReimbursed;
import org.yizhan.settlement.benefityear.BenefitYear;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases made again: which there are is known from the answers, what is in them is reviewed again,
 * how they were decided stands on the settlements, or for a rejected one in its command.
 */
final class ReimbursedCases {

  private final PartitionLog log;
  private final RevisingAgain revising;
  private final Map<UUID, ClaimsReimbursed> approved = new HashMap<>();

  ReimbursedCases(PartitionLog log, RevisingAgain revising) {
    this.log = log;
    this.revising = revising;
  }

  void approved(ClaimsReimbursed event) {
    approved.putIfAbsent(event.caseId(), event);
  }

  /** By case id, the stored documents as they must be. */
  Map<UUID, Document> documents(RebuiltYears years, JsonMapper json, Findings findings) {
    var proposed = new LinkedHashMap<UUID, ReimbursementCase>();
    var rejections = new HashMap<UUID, DecideReimbursement>();
    Set<UUID> unclear = new HashSet<>();
    for (var answered : log.cases()) {
      var id = answered.reimbursement().caseId();
      log.command(answered.commandId(), ProposeReimbursement.class)
          .filter(_ -> !proposed.containsKey(id))
          .ifPresent(
              command ->
                  proposedAgain(command, answered, years)
                      .ifPresentOrElse(again -> proposed.put(id, again), () -> unclear.add(id)));
      log.command(answered.commandId(), DecideReimbursement.class)
          .filter(command -> !command.approve())
          .ifPresent(command -> rejections.putIfAbsent(id, command));
    }
    unclear.forEach(
        id ->
            findings.differs(
                "settlement-service.reimbursementCases",
                id,
                "its year or coverage never was as the answer says"));
    var documents = new LinkedHashMap<UUID, Document>();
    proposed.forEach(
        (id, one) -> documents.put(id, document(decided(one, rejections.get(id)), json)));
    return documents;
  }

  private Optional<ReimbursementCase> proposedAgain(
      ProposeReimbursement command, ReimbursementAnswered answered, RebuiltYears years) {
    var said = answered.reimbursement();
    var key = new BenefitYear.Key(command.personNumber(), command.city(), command.year());
    var coverage = log.coveragesOf(command.personNumber()).get(said.eligibilityVersion());
    if (coverage == null) {
      return Optional.empty();
    }
    return years
        .find(key, said.yearVersion())
        .filter(year -> revising.isCaseOf(said.caseId(), year, coverage))
        .map(year -> proposal(said.caseId(), command, year, coverage));
  }

  private ReimbursementCase proposal(
      UUID caseId, ProposeReimbursement command, BenefitYear year, Coverage coverage) {
    var review = revising.reviewing().review(year, coverage);
    return new ReimbursementCase(
        caseId,
        State.PROPOSED,
        command.personNumber(),
        command.city(),
        command.year(),
        year.version(),
        coverage.eligibilityVersion(),
        command.reason(),
        command.maker(),
        command.receivedAt(),
        null,
        null,
        revising.revisions(review.refold()).stream().map(Adjustment::of).toList(),
        review.totals(),
        review.unclear());
  }

  private ReimbursementCase decided(
      ReimbursementCase proposed, @Nullable DecideReimbursement rejection) {
    var approval = approved.get(proposed.caseId());
    if (approval != null) {
      return proposed.decided(State.APPROVED, approval.checker(), approval.receivedAt());
    }
    return rejection == null
        ? proposed
        : proposed.decided(State.REJECTED, rejection.checker(), rejection.receivedAt());
  }

  private static Document document(ReimbursementCase one, JsonMapper json) {
    return new Document("_id", one.caseId().toString())
        .append("state", one.state().name())
        .append("case", json.writeValueAsString(one));
  }
}
