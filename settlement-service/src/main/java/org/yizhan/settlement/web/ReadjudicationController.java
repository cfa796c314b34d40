package org.yizhan.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.settlement.readjudication.Readjudicating;
import org.yizhan.settlement.readjudication.Readjudicating.Outcome;
import org.yizhan.settlement.readjudication.Readjudication;
import org.yizhan.settlement.readjudication.Readjudications;
import org.yizhan.settlement.readjudication.Refusals;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Simulation.State;

/**
 * H10: a law that reaches back, for a whole city. It is asked for by one person, looked at, and
 * confirmed by another; then every affected year adopts it by a command of its own.
 *
 * <pre>
 * { "city": "441600", "from": "2019-07-01", "to": "2019-12-31", "maker": "clerk-7",
 *   "reason": "rate raised from July on" }
 * </pre>
 *
 * <p>The period is of discharge dates, the law the one in force. The answer is a {@link
 * ReadjudicationView}.
 */
@RestController
@RequestMapping("/api/readjudications")
class ReadjudicationController {

  private static final int LIMIT_MAX = 1000;

  private final Readjudicating readjudicating;
  private final Readjudications list;
  private final Clock clock;

  ReadjudicationController(Readjudicating readjudicating, Readjudications list, Clock clock) {
    this.readjudicating = readjudicating;
    this.list = list;
    this.clock = clock;
  }

  /** 202 with the place where the preview will be. */
  @PostMapping
  ResponseEntity<ReadjudicationView> ask(@RequestBody ReadjudicationForm form) {
    var asked = form.sound();
    return accepted(readjudicating.ask(UUID.randomUUID(), asked, OffsetDateTime.now(clock)));
  }

  /**
   * Body {@code {"checker"}}, somebody else than the maker: 422 {@code same-person}; 409 {@code
   * preview-not-done}, {@code law-changed} since the preview, or {@code readjudication-approved} by
   * another.
   */
  @PostMapping("/{id}/approval")
  ResponseEntity<ReadjudicationView> approve(
      @PathVariable UUID id, @RequestBody ReadjudicationForm.Approval form) {
    return accepted(readjudicating.approve(id, form.sound(), OffsetDateTime.now(clock)));
  }

  private static ResponseEntity<ReadjudicationView> accepted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(Readjudication readjudication) ->
          ResponseEntity.accepted()
              .location(URI.create("/api/readjudications/" + readjudication.preview().id()))
              .body(ReadjudicationView.of(readjudication));
      case Outcome.Refused(Problem problem) -> throw new ProblemException(problem);
    };
  }

  @GetMapping("/{id}")
  ReadjudicationView readjudication(@PathVariable UUID id) {
    return ReadjudicationView.of(known(id));
  }

  /** What was decided as a file, or before it is approved what would be; 409 while neither is. */
  @GetMapping(path = "/{id}", produces = "text/csv")
  void result(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    var readjudication = known(id);
    var last = readjudication.adoption().orElse(readjudication.preview());
    requireDone(last.state());
    SimulationCsv.writeMoney(last.findings(), CsvFile.named("new-law-" + id, response));
  }

  /**
   * @param next the {@code after} of the next page, null on the last
   */
  record Page(List<Compared> settlements, @Nullable UUID next) {}

  /** The settlements that would change, by the preview; 409 until it is done. */
  @GetMapping("/{id}/settlements")
  Page settlements(
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "100") int limit) {
    requireDone(known(id).preview().state());
    int size = Math.clamp(limit, 1, LIMIT_MAX);
    var found = list.page(id, after, size);
    return new Page(found, found.size() < size ? null : found.getLast().settlementId());
  }

  /** All of them as a file, a row per payer. */
  @GetMapping(path = "/{id}/settlements", produces = "text/csv")
  void settlements(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    requireDone(known(id).preview().state());
    var csv = new SettlementsCsv(CsvFile.named("new-law-settlements-" + id, response));
    var page = list.page(id, null, LIMIT_MAX);
    while (!page.isEmpty()) {
      csv.write(page);
      page = list.page(id, page.getLast().settlementId(), LIMIT_MAX);
    }
    csv.flush();
  }

  private static void requireDone(State state) {
    if (state != State.DONE) {
      throw new ProblemException(
          Problem.of(
              409,
              "readjudication-not-done",
              "There is no result yet",
              "It is " + state + ". Ask for the re-adjudication as JSON to see how far it is."));
    }
  }

  private Readjudication known(UUID id) {
    return readjudicating.find(id).orElseThrow(() -> new ProblemException(Refusals.unknown(id)));
  }
}
