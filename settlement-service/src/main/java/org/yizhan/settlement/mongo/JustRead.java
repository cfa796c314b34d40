package org.yizhan.settlement.mongo;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What was found less than a second ago; what was not found is asked for again each time. */
final class JustRead<K, V> {

  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final Map<K, Value<V>> values = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  private record Value<V>(V value, long readAt) {}

  JustRead() {
    this(System::nanoTime);
  }

  JustRead(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * @param read finds those that are not remembered; absent ones may be left out
   */
  Map<K, V> of(Collection<K> keys, Function<Collection<K>, Map<K, V>> read) {
    long now = nanoTime.getAsLong();
    var found = new HashMap<K, V>();
    for (var key : keys) {
      var known = values.get(key);
      if (known != null && now - known.readAt() < NANOS) {
        found.put(key, known.value());
      }
    }
    var unknown = keys.stream().filter(key -> !found.containsKey(key)).toList();
    if (!unknown.isEmpty()) {
      read.apply(unknown)
          .forEach(
              (key, value) -> {
                values.put(key, new Value<>(value, now));
                found.put(key, value);
              });
    }
    return found;
  }

  void forget() {
    values.clear();
  }
}
