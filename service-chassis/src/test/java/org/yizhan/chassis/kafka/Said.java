package org.yizhan.chassis.kafka;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Events for the tests of the chassis. */
sealed interface Said {

  @JsonTypeName("word-said.v1")
  record WordSaid(String word, int number) implements Said {}

  record Unrecognised() implements Said {}
}
