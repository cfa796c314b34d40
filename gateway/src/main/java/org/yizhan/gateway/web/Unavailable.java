package org.yizhan.gateway.web;

import org.yizhan.contracts.Problem;

/** Something that is needed for this request does not answer now; the caller should come again. */
final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final String RETRY_AFTER_SECONDS = "2";

  Unavailable(String what) {
    super(what);
  }

  Problem problem() {
    return Problem.of(
        503,
        "temporarily-unavailable",
        "Temporarily unavailable",
        getMessage() + " Send the same request again in a moment; it will not be counted twice.");
  }
}
