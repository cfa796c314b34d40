package org.yizhan.chassis.form;

import java.util.List;
import org.yizhan.contracts.Problem.FieldError;

/** Either what a body states, or everything that is wrong with its form at once. */
public sealed interface Reading<T> {

  record Read<T>(T value) implements Reading<T> {}

  record Malformed<T>(List<FieldError> errors) implements Reading<T> {}
}
