package org.yizhan.suite.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a replay found: differences, how much was compared, and what could not be. */
public final class Findings {

  private final List<Difference> differences = new ArrayList<>();
  private final SortedMap<String, Long> compared = new TreeMap<>();
  private final Set<String> notCompared = new LinkedHashSet<>();

  /**
   * @param id of the document in its collection
   * @param what names the member, what it is and what it must be
   */
  public record Difference(String collection, String id, String what) {

    @Override
    public String toString() {
      return collection + ' ' + id + ": " + what;
    }
  }

  void differs(String collection, Object id, String what) {
    differences.add(new Difference(collection, id.toString(), what));
  }

  void compared(String collection, long documents) {
    compared.merge(collection, documents, Long::sum);
  }

  void notCompared(String what) {
    notCompared.add(what);
  }

  /** In the order they were found. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** By {@code database.collection}, how many of its documents were looked at. */
  public SortedMap<String, Long> compared() {
    return new TreeMap<>(compared);
  }

  /** What the topics do not tell, one line each with the reason. */
  public List<String> notCompared() {
    return List.copyOf(notCompared);
  }
}
