package org.yizhan.settlement.readjudication;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Problem;
import org.yizhan.settlement.approval.TwoPeople;
import org.yizhan.settlement.payerchain.Laws;
import org.yizhan.settlement.simulation.Order;
import org.yizhan.settlement.simulation.Order.Approval;
import org.yizhan.settlement.simulation.Period;
import org.yizhan.settlement.simulation.Question;
import org.yizhan.settlement.simulation.Simulation;
import org.yizhan.settlement.simulation.Simulation.State;
import org.yizhan.settlement.simulation.Simulations;

/**
 * Takes the re-adjudication of a city by the law in force, and its confirmation by a second person.
 * Both are jobs like a simulation; neither changes a year here.
 */
public final class Readjudicating {

  private final Simulations jobs;
  private final Laws inForce;

  public Readjudicating(Simulations jobs, Laws inForce) {
    this.jobs = jobs;
    this.inForce = inForce;
  }

  /** What comes of a request. */
  public sealed interface Outcome {

    record Accepted(Readjudication readjudication) implements Outcome {}

    /** Nothing is kept. */
    record Refused(Problem problem) implements Outcome {}
  }

  /**
   * @param period the discharge dates that the law in force is to decide
   */
  public record Asked(String city, Period period, String maker, String reason) {}

  /**
   * @param id of the job
   */
  public Outcome ask(UUID id, Asked asked, OffsetDateTime now) {
    if (inForce.chainsOf(asked.city()).isEmpty()) {
      return new Outcome.Refused(Refusals.unknownCity(asked.city()));
    }
    var order = new Order(id, asked.maker(), asked.reason(), null);
    var question =
        new Question(
            asked.city(), asked.period(), new TreeMap<>(), inForce.hash(), inForce.hash(), order);
    var preview = Simulation.of(id, question, now);
    jobs.add(preview);
    return new Outcome.Accepted(new Readjudication(preview, order, Optional.empty()));
  }

  public Optional<Readjudication> find(UUID id) {
    return jobs.find(id)
        .flatMap(
            preview ->
                Optional.ofNullable(preview.question().order())
                    .filter(order -> order.approval() == null)
                    .map(order -> new Readjudication(preview, order, jobs.find(adoptionId(id)))));
  }

  private static UUID adoptionId(UUID id) {
    return DerivedId.of("readjudication-adoption", id);
  }

  /**
   * The same checker again is told the same.
   *
   * @param now its date is the booking date of everything that comes of it
   */
  public Outcome approve(UUID id, String checker, OffsetDateTime now) {
    var found = find(id);
    if (found.isEmpty()) {
      return new Outcome.Refused(Refusals.unknown(id));
    }
    var asked = found.get();
    var samePerson = new TwoPeople(asked.order().maker(), checker).refusal();
    if (samePerson.isPresent()) {
      return new Outcome.Refused(samePerson.get());
    }
    if (asked.adoption().isPresent()) {
      return approvedBefore(asked, checker);
    }
    if (asked.preview().state() != State.DONE) {
      return new Outcome.Refused(Refusals.notPreviewed(asked.preview()));
    }
    if (!asked.preview().question().hashInForce().equals(inForce.hash())) {
      return new Outcome.Refused(Refusals.lawHasChanged(id));
    }
    jobs.add(adoption(asked, new Approval(checker, now)));
    return approvedBefore(find(id).orElseThrow(), checker);
  }

  private static Outcome approvedBefore(Readjudication approved, String checker) {
    var order = approved.adoption().map(adoption -> adoption.question().order()).orElseThrow();
    var approval = Objects.requireNonNull(order.approval());
    return approval.checker().equals(checker)
        ? new Outcome.Accepted(approved)
        : new Outcome.Refused(Refusals.approvedBefore(order.jobId()));
  }

  private static Simulation adoption(Readjudication asked, Approval approval) {
    var previewed = asked.preview().question();
    var order = asked.order();
    var question =
        new Question(
            previewed.city(),
            previewed.period(),
            previewed.overlay(),
            previewed.hashInForce(),
            previewed.hashOnTrial(),
            new Order(order.jobId(), order.maker(), order.reason(), approval));
    return Simulation.of(adoptionId(order.jobId()), question, approval.receivedAt());
  }
}
