package org.yizhan.settlement.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.settlement.settling.Examples.NOON;
import static org.yizhan.settlement.settling.Examples.PERSON;
import static org.yizhan.settlement.settling.Examples.coverage;
import static org.yizhan.settlement.settling.Examples.discharge;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.settlement.settling.Coverages.Known;

/** What every implementation of {@link Coverages} must do. */
public abstract class CoveragesContract {

  private Coverages coverages;

  /** Without any person in it. */
  protected abstract Coverages empty();

  @BeforeEach
  void begin() {
    coverages = empty();
  }

  private Known known() {
    return coverages.find(List.of(PERSON)).getOrDefault(PERSON, Known.NOTHING);
  }

  @Test
  void anOlderVersionChangesNothing() {
    assertThat(known()).isEqualTo(Known.NOTHING);
    coverages.keep(List.of(coverage(2)));
    coverages.keep(List.of(coverage(1)));
    assertThat(known().coverage()).isEqualTo(coverage(2));
    coverages.keep(List.of(coverage(3)));
    assertThat(known().version()).isEqualTo(3);
  }

  @Test
  void whatWaitsIsReturnedWhenTheCopyHasCaughtUp() {
    var patient = discharge("ZY1", 2L, null);
    assertThat(coverages.setAside(patient, NOON)).as("nothing known yet").isTrue();
    assertThat(coverages.setAside(patient, NOON.plusDays(1))).as("waits already").isTrue();
    assertThat(known().deadlines()).isEqualTo(Map.of(patient.commandId(), NOON));
    assertThat(coverages.keep(List.of(coverage(1)))).isEmpty();
    assertThat(coverages.keep(List.of(coverage(2)))).containsExactly(patient);
    assertThat(coverages.keep(List.of(coverage(2)))).as("until forgotten").hasSize(1);
    coverages.forget(List.of(patient));
    assertThat(coverages.keep(List.of(coverage(3)))).isEmpty();
    assertThat(coverages.setAside(discharge("ZY2", 3L, null), NOON)).as("caught up").isFalse();
    assertThat(known().deadlines()).isEmpty();
  }

  @Test
  void whatIsOverdueIsReturnedOnce() {
    var command = discharge("ZY1", 2L, null);
    coverages.setAside(command, NOON);
    assertThat(coverages.overdue(NOON.minusSeconds(1))).isEmpty();
    assertThat(coverages.overdue(NOON)).containsExactly(command);
    coverages.markReturned(List.of(command));
    assertThat(coverages.overdue(NOON.plusDays(1))).isEmpty();
    assertThat(known().deadlines()).containsKey(command.commandId());
  }
}
