package org.yizhan.settlement.readjudication;

import java.util.UUID;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.settlement.simulation.Simulation;

/** What an agency is told when a re-adjudication is not taken or not confirmed. */
public final class Refusals {

  private Refusals() {}

  static Problem unknownCity(String city) {
    return Problem.of(
        422,
        "unknown-city",
        "There is no law for the city",
        "Nothing was begun. Name a city that the parameters in force know.",
        new FieldError("city", city, "must be a city with parameters"));
  }

  public static Problem unknown(UUID id) {
    return Problem.of(
        404,
        "unknown-readjudication",
        "The re-adjudication is not known",
        "No re-adjudication has the id " + id + ".",
        new FieldError("id", id.toString(), "must be an id that a request was answered with"));
  }

  static Problem notPreviewed(Simulation preview) {
    return Problem.of(
        409,
        "preview-not-done",
        "There is nothing to confirm yet",
        "The preview is %s. Read what it comes to before confirming it.".formatted(preview.state()),
        new FieldError("id", preview.id().toString(), "must be one whose preview is DONE"));
  }

  static Problem lawHasChanged(UUID id) {
    return Problem.of(
        409,
        "law-changed",
        "The law in force is another one than that of the preview",
        "Ask for a re-adjudication by the law that is in force now.",
        new FieldError("id", id.toString(), "must be one by the law in force"));
  }

  static Problem approvedBefore(UUID id) {
    return Problem.of(
        409,
        "readjudication-approved",
        "The re-adjudication is confirmed",
        "Somebody else has confirmed re-adjudication " + id + " before.",
        new FieldError("id", id.toString(), "must be one that is not confirmed"));
  }
}
