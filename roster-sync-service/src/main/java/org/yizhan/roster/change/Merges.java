package org.yizhan.roster.change;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that were given up, each once and for ever. They stand in one row: who adds one has
 * seen all that stand before it, however many ask at once.
 */
public interface Merges {

  Optional<Merge> of(String duplicate);

  /** How many there are. */
  long count();

  /**
   * Adds one behind those that were counted.
   *
   * @return false when somebody else has added one since, or the number was given up before
   */
  boolean add(Merge merge, long counted);

  /** Those in which one of the numbers was given up, or stayed. */
  List<Merge> touching(Collection<String> numbers);

  /** All of them: thousands in a province, so that memory holds them. */
  List<Merge> all();
}
