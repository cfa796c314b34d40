package org.yizhan.chassis.form;

import java.util.List;
import java.util.Map;

/**
 * One member of a body before anything is known of it, so that every wrong member gets an error of
 * its own instead of the first one ending the reading.
 */
public sealed interface Member {

  /** Missing, or the literal null. */
  record Absent() implements Member {}

  record Text(String value) implements Member {}

  /**
   * @param literal the JSON number as text; never computed with
   */
  record Numeral(String literal) implements Member {}

  record Group(Map<String, Member> members) implements Member {

    public Member member(String name) {
      return members.getOrDefault(name, new Absent());
    }
  }

  record Items(List<Member> members) implements Member {}

  /** A boolean: never right here. */
  record Other(String kind) implements Member {}
}
