package org.yizhan.settlement.readjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.settlement.simulation.Compared;
import org.yizhan.settlement.simulation.Slice;

/** What every implementation of {@link Readjudications} must do. */
public abstract class ReadjudicationsContract {

  private static final UUID JOB = new UUID(1, 1);
  private static final UUID OTHER = new UUID(1, 2);

  private Readjudications readjudications;

  protected abstract Readjudications empty();

  @BeforeEach
  void begin() {
    readjudications = empty();
  }

  private static Compared settlement(int id, String after) {
    return new Compared(
        new UUID(7, id),
        LocalDate.parse("2019-11-15"),
        "H44160200001",
        "441602",
        "DIBAO+TEKUN",
        Map.of(Payer.ASSISTANCE, Money.of("10.00")),
        Map.of(Payer.ASSISTANCE, Money.of(after)));
  }

  @Test
  void listsPageByPageInTheOrderOfTheIdsAndPerJob() {
    readjudications.list(JOB, new Slice(3), List.of(settlement(3, "1.00"), settlement(1, "2.00")));
    readjudications.list(JOB, new Slice(4), List.of(settlement(2, "3.00")));
    readjudications.list(OTHER, new Slice(3), List.of(settlement(4, "4.00")));
    readjudications.list(JOB, new Slice(5), List.of());
    assertThat(readjudications.page(JOB, null, 2))
        .containsExactly(settlement(1, "2.00"), settlement(2, "3.00"));
    assertThat(readjudications.page(JOB, new UUID(7, 2), 2)).containsExactly(settlement(3, "1.00"));
    assertThat(readjudications.page(JOB, new UUID(7, 3), 2)).isEmpty();
  }

  @Test
  void aSliceThatIsLookedAtAgainIsListedAnew() {
    readjudications.list(JOB, new Slice(3), List.of(settlement(1, "1.00"), settlement(2, "2.00")));
    readjudications.list(JOB, new Slice(4), List.of(settlement(3, "3.00")));
    readjudications.list(OTHER, new Slice(3), List.of(settlement(2, "2.00")));
    readjudications.list(JOB, new Slice(3), List.of(settlement(2, "9.00")));
    assertThat(readjudications.page(JOB, null, 9)).contains(settlement(2, "9.00")).hasSize(3);
    readjudications.unlist(JOB, new Slice(3));
    assertThat(readjudications.page(JOB, null, 9)).containsExactly(settlement(3, "3.00"));
    assertThat(readjudications.page(OTHER, null, 9)).hasSize(1);
  }

  private static Adoption adoption(int command, UUID job, String person, String after) {
    return new Adoption(
        new UUID(8, command), job, person, List.of(settlement(command, after)), false);
  }

  @Test
  void whatACommandCameToIsKeptOnceAndReadBySlice() {
    var first = adoption(1, JOB, "P0AAA", "1.00");
    var second = adoption(2, JOB, "PZAAA", "2.00");
    readjudications.keep(List.of(first, second));
    readjudications.keep(
        List.of(adoption(1, JOB, "P0AAA", "9.00"), adoption(3, OTHER, "P0AAA", "3.00")));
    assertThat(readjudications.decided(List.of(new UUID(8, 1), new UUID(8, 3), new UUID(8, 9))))
        .isEqualTo(2);
    assertThat(read(new Slice(0))).containsExactly(first);
    assertThat(read(new Slice(1))).isEmpty();
    assertThat(read(new Slice(Slice.COUNT - 1))).containsExactly(second);
  }

  private List<Adoption> read(Slice slice) {
    var found = new ArrayList<Adoption>();
    readjudications.read(JOB, slice, found::add);
    return found;
  }
}
