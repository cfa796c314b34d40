package org.yizhan.eligibility.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All persons of whom something was reported. */
public interface Persons {

  Optional<Person> find(String number);

  /** What stands over a person's changes, without them. */
  Optional<Heading> headingOf(String number);

  /**
   * @param mergedInto the number that stays, once this one was given up
   */
  record Heading(long version, @Nullable String mergedInto) {}

  /** Those of them that exist, by number. */
  Map<String, Person> load(Collection<String> numbers);

  /** The persons whose numbers follow {@code after}, in the order of their numbers. */
  List<Person> page(String after, int limit);

  /**
   * Stores what was added to each, all or some.
   *
   * @throws ChangedMeanwhile when one of them is not at the version that its step started from;
   *     others may be stored
   */
  void store(List<Step> steps);

  /**
   * @param versionBefore the version that was loaded, 0 for a person unheard of
   */
  record Step(long versionBefore, Person after) {

    public List<AppliedChange> added() {
      return after.changes().subList((int) versionBefore, after.changes().size());
    }
  }

  /**
   * Somebody else stored a change of the same person; loading again and applying again mends it.
   */
  final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ChangedMeanwhile(String message) {
      super(message);
    }
  }
}
