package org.yizhan.chassis.kafka;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.yizhan.contracts.BrokenInvariant;

/** Events for the tests of the chassis. */
sealed interface Said {

  @JsonTypeName("word-said.v1")
  record WordSaid(String word, int number) implements Said {

    static final int CONTRADICTION = -99;

    public WordSaid {
      if (number == CONTRADICTION) {
        throw new BrokenInvariant("the sum is not the sum");
      }
    }
  }

  record Unrecognised() implements Said {}
}
