package org.yizhan.roster.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Problem.FieldError;

/** What every store of accepted changes does. */
public abstract class AcceptedChangesContract {

  private final String run = UUID.randomUUID().toString();

  protected abstract AcceptedChanges changes();

  @Test
  void keepsWhatIsNewWithAllItsMembers() {
    var offered = change("a", "fingerprint");
    assertThat(changes().keepFirst(List.of(offered))).containsOnly(entry(offered));
    assertThat(changes().keepFirst(List.of(change("a", "other")))).containsOnly(entry(offered));
  }

  @Test
  void keepsANullName() {
    var noName = new AcceptedChange(key("n"), "f", "P1", "id", null, at(), List.of());
    changes().keepFirst(List.of(noName));
    assertThat(changes().keepFirst(List.of(noName))).containsOnly(entry(noName));
  }

  @Test
  void mixesNewAndKnown() {
    var known = change("known", "1");
    changes().keepFirst(List.of(known));
    var fresh = change("fresh", "2");
    assertThat(changes().keepFirst(List.of(change("known", "3"), fresh)))
        .containsOnly(entry(known), entry(fresh));
  }

  @Test
  void tellsTheSameIdOfTwoAgenciesApart() {
    var one =
        new AcceptedChange(new ChangeKey("one", run), "f1", "P1", "id", null, at(), List.of());
    var two =
        new AcceptedChange(new ChangeKey("two", run), "f2", "P2", "id", null, at(), List.of());
    changes().keepFirst(List.of(one));
    assertThat(changes().keepFirst(List.of(two))).containsOnly(entry(two));
  }

  @Test
  void nothingOfferedIsNothingKept() {
    assertThat(changes().keepFirst(List.of())).isEmpty();
  }

  protected void oneWinsHoweverManyAskAtOnce() throws Exception {
    for (int round = 0; round < 20; round++) {
      var tasks = new ArrayList<Callable<AcceptedChange>>();
      for (int i = 0; i < 8; i++) {
        var offered = change("race" + round, "fingerprint" + i);
        var neighbour = change("neighbour" + round + "-" + i, "n");
        tasks.add(() -> changes().keepFirst(List.of(neighbour, offered)).get(offered.key()));
      }
      try (var threads = Executors.newFixedThreadPool(8)) {
        var kept = new ArrayList<AcceptedChange>();
        for (var answer : threads.invokeAll(tasks)) {
          kept.add(answer.get());
        }
        assertThat(kept).as("round " + round).doesNotContainNull().containsOnly(kept.getFirst());
      }
    }
  }

  private java.util.Map.Entry<ChangeKey, AcceptedChange> entry(AcceptedChange change) {
    return java.util.Map.entry(change.key(), change);
  }

  private ChangeKey key(String id) {
    return new ChangeKey("civil-affairs", run + "/$." + id);
  }

  private static OffsetDateTime at() {
    return OffsetDateTime.parse("2026-11-22T10:00:00.123+08:00");
  }

  private AcceptedChange change(String id, String fingerprint) {
    var remarks =
        List.of(new FieldError("basis", null, "rule"), new FieldError("category", "X", "r"));
    return new AcceptedChange(key(id), fingerprint, "P1", "sealed", "name", at(), remarks);
  }
}
