package org.yizhan.local.sample;

/** The sample did not get an answer, or not the expected one; the message says which. */
public final class SampleFailure extends RuntimeException {

  SampleFailure(String message) {
    super(message);
  }

  SampleFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
