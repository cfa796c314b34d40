package org.yizhan.settlement.simulation;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.settlement.payerchain.Laws;

/** Takes a question once its trial parameters are sound, before anything is replayed. */
public final class AskingWhatIf {

  private final Simulations simulations;
  private final Laws inForce;

  public AskingWhatIf(Simulations simulations, Laws inForce) {
    this.simulations = simulations;
    this.inForce = inForce;
  }

  /** What comes of a question. */
  public sealed interface Outcome {

    record Accepted(Simulation simulation) implements Outcome {}

    /** Nothing is kept; the problem names file, key and date of every draft that is wrong. */
    record Refused(Problem problem) implements Outcome {}
  }

  /**
   * @param id of the simulation
   * @param overlay texts by relative path; a name without a folder is one of the city's files
   */
  public Outcome ask(
      UUID id, String city, Period period, Map<String, String> overlay, OffsetDateTime now) {
    if (inForce.chainsOf(city).isEmpty()) {
      return refused(
          "unknown-city",
          "There is no law for the city",
          new FieldError("city", city, "must be a city with parameters"));
    }
    var drafts = new TreeMap<String, String>();
    overlay.forEach(
        (file, text) -> drafts.put(file.contains("/") ? file : city + '/' + file, text));
    var errors = errorsIn(drafts);
    if (!errors.isEmpty()) {
      return refused(
          "parameters-invalid",
          "The trial parameters cannot be used",
          errors.toArray(FieldError[]::new));
    }
    var trial = inForce.with(drafts).hash();
    var question = new Question(city, period, drafts, inForce.hash(), trial, null);
    var simulation = Simulation.of(id, question, now);
    simulations.add(simulation);
    return new Outcome.Accepted(simulation);
  }

  /** File by file, so that every file that is wrong is named at once. */
  private List<FieldError> errorsIn(SortedMap<String, String> drafts) {
    var errors = new ArrayList<FieldError>();
    drafts.forEach(
        (file, text) -> {
          try {
            inForce.with(Map.of(file, text));
          } catch (BadParameterFile bad) {
            errors.add(new FieldError(bad.where(), null, bad.rule()));
          }
        });
    return errors;
  }

  private static Outcome refused(String code, String title, FieldError... errors) {
    var detail = "Nothing was simulated. Correct what is named under errors, and ask again.";
    return new Outcome.Refused(Problem.of(422, code, title, detail, errors));
  }
}
