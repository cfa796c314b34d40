package org.yizhan.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.settlement.simulation.AskingWhatIf;
import org.yizhan.settlement.simulation.AskingWhatIf.Outcome;
import org.yizhan.settlement.simulation.Runways;
import org.yizhan.settlement.simulation.Simulation;
import org.yizhan.settlement.simulation.Simulation.State;
import org.yizhan.settlement.simulation.Simulations;

/**
 * What if the law were another one: asked, watched, read and cancelled.
 *
 * <pre>
 * { "city": "441600", "from": "2019-01-01", "to": "2019-12-31",
 *   "overlay": { "441600/assistance.yaml": "the text of a parameter file" } }
 * </pre>
 *
 * <p>The overlay is what an operator would put into the overlay directory, laid over the parameters
 * in force; a name without a folder is one of the city's files. The period is of discharge dates.
 * The answer is a {@link SimulationView}.
 */
@RestController
@RequestMapping("/api/simulations")
class SimulationController {

  private final AskingWhatIf asking;
  private final Simulations simulations;
  private final Runways runways;
  private final Clock clock;

  SimulationController(AskingWhatIf asking, Simulations simulations, Runways runways, Clock clock) {
    this.asking = asking;
    this.simulations = simulations;
    this.runways = runways;
    this.clock = clock;
  }

  /** 202 with the place where the answer will be; 422 names file, key and date of a bad draft. */
  @PostMapping
  ResponseEntity<SimulationView> ask(@RequestBody SimulationForm form) {
    var asked = form.sound();
    var id = UUID.randomUUID();
    var now = OffsetDateTime.now(clock);
    return switch (asking.ask(id, asked.city(), asked.period(), asked.overlay(), now)) {
      case Outcome.Accepted(Simulation simulation) ->
          ResponseEntity.accepted()
              .location(URI.create("/api/simulations/" + id))
              .body(SimulationView.of(simulation, runways.of(simulation.question().city())));
      case Outcome.Refused(Problem problem) -> throw new ProblemException(problem);
    };
  }

  @GetMapping("/{id}")
  SimulationView simulation(@PathVariable UUID id) {
    var simulation = known(id);
    return SimulationView.of(simulation, runways.of(simulation.question().city()));
  }

  /** The result as a file; 409 while there is none. */
  @GetMapping(path = "/{id}", produces = "text/csv")
  void result(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    var simulation = known(id);
    if (simulation.state() != State.DONE) {
      throw new ProblemException(
          Problem.of(
              409,
              "simulation-not-done",
              "The simulation has no result",
              "It is " + simulation.state() + ". Ask for JSON to see how far it has come."));
    }
    SimulationCsv.write(
        simulation.findings(),
        runways.of(simulation.question().city()),
        CsvFile.named("what-if-" + id, response));
  }

  /** Cancels it unless it is over; 204 either way. */
  @DeleteMapping("/{id}")
  ResponseEntity<Void> cancel(@PathVariable UUID id) {
    simulations.cancel(known(id).id());
    return ResponseEntity.noContent().build();
  }

  private Simulation known(UUID id) {
    return simulations
        .find(id)
        .filter(found -> found.question().order() == null)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        404,
                        "unknown-simulation",
                        "The simulation is not known",
                        "No simulation has the id " + id + ".",
                        new FieldError(
                            "id",
                            id.toString(),
                            "must be an id that a question was answered with"))));
  }
}
