package org.yizhan.settlement.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JustReadTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may wrap
  private final JustRead<String, Integer> justRead = new JustRead<>(now::get);
  private final Map<String, Integer> store = new HashMap<>(Map.of("a", 1));
  private final List<Collection<String>> asked = new ArrayList<>();

  @Test
  void asksAgainOnlyForWhatIsUnknownOrASecondOld() {
    assertThat(find("a", "b")).isEqualTo(Map.of("a", 1));
    store.putAll(Map.of("a", 2, "b", 3));
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
    assertThat(find("a", "b")).isEqualTo(Map.of("a", 1, "b", 3));
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(find("a", "b")).isEqualTo(Map.of("a", 2, "b", 3));
    assertThat(asked.subList(1, 3)).isEqualTo(List.of(List.of("b"), List.of("a")));
  }

  @Test
  void forgetsAtOnceWhatThisInstanceChanged() {
    find("a");
    store.put("a", 2);
    justRead.forget();
    assertThat(find("a")).isEqualTo(Map.of("a", 2));
  }

  private Map<String, Integer> find(String... keys) {
    return justRead.of(
        Set.of(keys),
        unknown -> {
          asked.add(List.copyOf(unknown));
          var found = new HashMap<>(store);
          found.keySet().retainAll(unknown);
          return found;
        });
  }
}
