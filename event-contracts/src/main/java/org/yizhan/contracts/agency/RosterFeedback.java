package org.yizhan.contracts.agency;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.contracts.Problem.FieldError;

/**
 * The answer to one agency message, on topic {@code roster.feedback}.
 *
 * @param changeId null when the message was unreadable
 * @param errors for a refusal what is wrong, for a remark what looks unlikely
 * @param personNumber when known
 * @param eligibilityVersion the version of the person that contains the change
 */
@JsonTypeName("roster-feedback.v1")
public record RosterFeedback(
    @Nullable String changeId,
    String agency,
    Source source,
    Outcome outcome,
    List<FieldError> errors,
    @Nullable String personNumber,
    @Nullable Long eligibilityVersion)
    implements AgencyAnswer {

  public RosterFeedback {
    errors = List.copyOf(errors);
  }

  /** Where the message stands. */
  public record Source(String topic, int partition, long offset) {}

  public enum Outcome {
    ACCEPTED,
    ACCEPTED_WITH_REMARK,
    REFUSED
  }
}
