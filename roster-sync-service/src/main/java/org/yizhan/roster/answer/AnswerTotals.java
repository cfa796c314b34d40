package org.yizhan.roster.answer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yizhan.contracts.agency.RosterFeedback.Outcome;
import org.yizhan.contracts.agency.RosterFeedback.Source;

/** Running totals of the answers on {@code roster.feedback}. */
public interface AnswerTotals {

  /** Counts each answer that was not counted before, however often it was sent. */
  void count(List<Given> answers);

  /** Every outcome that an agency has met. */
  Map<Outcome, Long> of(String agency);

  /**
   * @param id the same for the same answer, wherever it stands
   * @param topicId of the topic; with {@code place} where the answer stands
   */
  record Given(UUID id, String agency, Outcome outcome, String topicId, Source place) {}
}
