package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.OfRecovery;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.eligibility.EligibilityEvent;
import org.yizhan.contracts.eligibility.EligibilityEvent.CoverageChanged;
import org.yizhan.contracts.settlement.CareAnswer;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the topics say of the people of one partition: all of them are keyed by person number and
 * have the same number of partitions, so that a person is in the same one everywhere. Only the
 * numbers of one human may lie apart; what is said of those is put together.
 */
final class PartitionLog {

  private final Findings findings;
  private final Map<UUID, CareCommand> commands = new HashMap<>();
  private final Map<String, NavigableMap<Long, Coverage>> coverages = new HashMap<>();
  private final Map<UUID, DischargeRefused> refusals = new LinkedHashMap<>();
  private final Map<UUID, CancellationRefused> refusedCancellations = new LinkedHashMap<>();
  private final List<ReimbursementAnswered> cases = new ArrayList<>();
  private final List<OfRecovery> aboutRecoveries = new ArrayList<>();

  PartitionLog(Findings findings) {
    this.findings = findings;
  }

  static PartitionLog read(TopicReader topics, int partition, JsonMapper json, Findings findings) {
    var log = new PartitionLog(findings);
    var commands = EventTypes.of(CareCommand.class, json);
    topics.read(Topics.CARE_COMMANDS, partition, commands, log::command);
    var eligibility = EventTypes.of(EligibilityEvent.class, json);
    topics.read(Topics.ELIGIBILITY, partition, eligibility, log::coverage);
    var answers = EventTypes.of(CareAnswer.class, json);
    topics.read(Topics.CARE_ANSWERS, partition, answers, log::answer);
    return log;
  }

  void command(Inbound<CareCommand> said) {
    var command = said.event();
    var id =
        switch (command) {
          case SettleDischarge discharge -> discharge.commandId();
          case CancelSettlement cancellation -> cancellation.commandId();
          case ProposeReimbursement proposal -> proposal.commandId();
          case DecideReimbursement decision -> decision.commandId();
          case AdoptLaw adoption -> adoption.commandId();
          case OfRecovery about -> about.commandId();
          case CareCommand.Unrecognised _ -> null;
        };
    if (id != null) {
      var known = commands.putIfAbsent(id, command);
      if (known == null && command instanceof OfRecovery about) {
        aboutRecoveries.add(about);
      }
      if (known != null && !known.equals(command)) {
        findings.differs(Topics.CARE_COMMANDS, id, "stands for two commands; see " + said.place());
      }
    }
  }

  void coverage(Inbound<EligibilityEvent> said) {
    switch (said.event()) {
      case CoverageChanged(Coverage coverage) -> {
        var versions = coverages.computeIfAbsent(coverage.personNumber(), _ -> new TreeMap<>());
        var known = versions.putIfAbsent(coverage.eligibilityVersion(), coverage);
        if (known != null && !known.equals(coverage)) {
          findings.differs(
              Topics.ELIGIBILITY,
              coverage.personNumber(),
              "version %d is said in two ways; see %s"
                  .formatted(coverage.eligibilityVersion(), said.place()));
        }
      }
      case EligibilityEvent.Unrecognised _ -> {} // the reader has left it out
    }
  }

  private void answer(Inbound<CareAnswer> said) {
    switch (said.event()) {
      case DischargeRefused refused -> once(refusals, refused.commandId(), refused);
      case CancellationRefused refused -> once(refusedCancellations, refused.commandId(), refused);
      case ReimbursementAnswered answered -> cases.add(answered);
      case CareAnswer.SettlementRepeated _,
          CareAnswer.CancellationRepeated _,
          CareAnswer.ReimbursementRefused _,
          CareAnswer.RecoveryAnswered _,
          CareAnswer.Unrecognised _ -> {} // nothing is stored of it, or it is decided again
    }
  }

  private <A> void once(Map<UUID, A> answers, UUID commandId, A answer) {
    var known = answers.putIfAbsent(commandId, answer);
    if (known != null && !known.equals(answer)) {
      findings.differs(Topics.CARE_ANSWERS, commandId, "was answered in two ways");
    }
  }

  /** Hands over what is said of people who have, or had, more than one number. */
  void handOverMerged(PartitionLog together) {
    coverages.forEach(
        (person, versions) -> {
          if (versions.values().stream().anyMatch(PartitionLog::isMerged)) {
            together.coverages.put(person, versions);
          }
        });
    coverages.keySet().removeAll(together.coverages.keySet());
    commands
        .entrySet()
        .removeIf(
            one -> {
              boolean theirs = together.isOf(personOf(one.getValue()));
              if (theirs) {
                together.commands.put(one.getKey(), one.getValue());
              }
              return theirs;
            });
    aboutRecoveries.removeIf(
        one -> together.isOf(one.personNumber()) && together.aboutRecoveries.add(one));
    cases.removeIf(
        one -> together.isOf(one.reimbursement().personNumber()) && together.cases.add(one));
  }

  private static boolean isMerged(Coverage coverage) {
    return coverage.mergedInto() != null || !coverage.mergedFrom().isEmpty();
  }

  private static String personOf(CareCommand command) {
    return switch (command) {
      case SettleDischarge discharge -> discharge.personNumber();
      case CancelSettlement cancellation -> cancellation.personNumber();
      case ProposeReimbursement proposal -> proposal.personNumber();
      case DecideReimbursement decision -> decision.personNumber();
      case AdoptLaw adoption -> adoption.personNumber();
      case OfRecovery about -> about.personNumber();
      case CareCommand.Unrecognised _ -> ""; // of nobody
    };
  }

  /** Whether anything is said here of who the person is. */
  boolean isOf(String personNumber) {
    return coverages.containsKey(personNumber);
  }

  /** The command of this id if it is one of this kind. */
  <C extends CareCommand> Optional<C> command(UUID commandId, Class<C> kind) {
    return Optional.ofNullable(commands.get(commandId)).filter(kind::isInstance).map(kind::cast);
  }

  /** What was said of a person, by version; empty when nothing was. */
  NavigableMap<Long, Coverage> coveragesOf(String personNumber) {
    return Objects.requireNonNullElseGet(coverages.get(personNumber), TreeMap::new);
  }

  /** The newest coverage of each person. */
  List<Coverage> newestCoverages() {
    return coverages.values().stream().map(versions -> versions.lastEntry().getValue()).toList();
  }

  List<DischargeRefused> refusals() {
    return List.copyOf(refusals.values());
  }

  List<CancellationRefused> refusedCancellations() {
    return List.copyOf(refusedCancellations.values());
  }

  /** In their order. */
  List<OfRecovery> aboutRecoveryOf(UUID caseId) {
    return aboutRecoveries.stream().filter(one -> one.caseId().equals(caseId)).toList();
  }

  /** How cases stood, in the order they were answered. */
  List<ReimbursementAnswered> cases() {
    return List.copyOf(cases);
  }
}
