package org.yizhan.roster.change;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fake passes {@link MergesContract} as the store does. */
public final class MergesInMemory implements Merges {

  private final Map<String, Merge> merges = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Merge> of(String duplicate) {
    return Optional.ofNullable(merges.get(duplicate));
  }

  @Override
  public synchronized long count() {
    return merges.size();
  }

  @Override
  public synchronized boolean add(Merge merge, long counted) {
    return counted == merges.size() && merges.putIfAbsent(merge.duplicate(), merge) == null;
  }

  @Override
  public synchronized List<Merge> touching(Collection<String> numbers) {
    return merges.values().stream()
        .filter(
            one -> numbers.contains(one.duplicate()) || numbers.contains(one.into().personNumber()))
        .toList();
  }

  @Override
  public synchronized List<Merge> all() {
    return List.copyOf(merges.values());
  }
}
