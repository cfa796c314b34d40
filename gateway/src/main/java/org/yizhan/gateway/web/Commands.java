package org.yizhan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.chassis.web.Preference;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.gateway.IntakeProperties;
import org.yizhan.gateway.intake.Answer;

/** How a command comes in over HTTP: its form is read, it is waited for, and answered. */
@Component
final class Commands {

  /** What becomes of a command whose caller waits so long. */
  @FunctionalInterface
  interface Accepting<T> {
    Answer accept(T stated, Duration patience, String traceparent);
  }

  private final JsonBody body;
  private final IntakeProperties intake;
  private final Replies replies;
  private final Clock clock;

  Commands(JsonBody body, IntakeProperties intake, Replies replies, Clock clock) {
    this.body = body;
    this.intake = intake;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * Answers as {@link Replies#to} does.
   *
   * @param form reads the body, by the day of today
   * @param where to look when patience ended and there is no settlement to show yet
   * @throws ProblemException when the body is too large, or not of the form
   */
  <T> ResponseEntity<byte[]> answer(
      HttpServletRequest request,
      BiFunction<Member.Group, LocalDate, Reading<T>> form,
      Accepting<T> accepting,
      String where)
      throws IOException {
    var preference = Preference.of(request, intake.patience(), intake.patienceMax());
    var traceparent = Traceparent.of(request.getHeader("traceparent"));
    var today = LocalDate.now(clock);
    var stated = body.read(request, members -> form.apply(members, today));
    var answer = accepting.accept(stated, preference.patience(), traceparent);
    return replies.to(answer, preference, where);
  }
}
