package org.yizhan.roster.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.agency.AgencyMessage;
import org.yizhan.contracts.agency.AgencyMessage.RosterAnnounced;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import org.yizhan.roster.fullroster.RosterId;
import org.yizhan.roster.upload.UploadingRosters.Label;

/** H12: a file of any length, portion by portion; sent again it goes on where it stopped. */
class UploadingRostersTest {

  private static final int PORTION = UploadingRosters.PORTION;
  private static final Label LABEL =
      new Label(new RosterId("civil-affairs", "R1"), "441600", null, "2020-04-01", null);

  private final Topic topic = new Topic();
  private final Progress progress = new Progress();
  private final UploadingRosters uploading = new UploadingRosters(topic, progress);

  private static final class Topic implements UploadingRosters.Log {

    private final List<AgencyMessage> messages = new ArrayList<>();
    private int largestPortion;
    private int failsAfter = Integer.MAX_VALUE;

    @Override
    public void append(String agency, List<AgencyMessage> portion) {
      if (messages.size() + portion.size() > failsAfter) {
        throw new IllegalStateException("the broker is away");
      }
      largestPortion = Math.max(largestPortion, portion.size());
      messages.addAll(portion);
    }

    private List<Long> rows() {
      return messages.stream()
          .filter(RosterRow.class::isInstance)
          .map(message -> ((RosterRow) message).row())
          .toList();
    }
  }

  private static final class Progress implements UploadingRosters.Uploads {

    private final Map<RosterId, Long> reached = new HashMap<>();

    @Override
    public long rowsOnTheLog(RosterId roster) {
      return reached.getOrDefault(roster, 0L);
    }

    @Override
    public void reached(RosterId roster, long rows) {
      reached.put(roster, rows);
    }
  }

  @Test
  void announcesBehindTheLastRow() {
    var uploaded = uploading.upload(LABEL, file(2 * PORTION + 1), _ -> {});
    assertThat(topic.rows()).hasSize(2 * PORTION + 1).isSorted();
    assertThat(topic.largestPortion).isEqualTo(PORTION);
    var announced = (RosterAnnounced) topic.messages.getLast();
    assertThat(announced.rows()).isEqualTo(2 * PORTION + 1);
    assertThat(announced.checksum()).isEqualTo(checksum(topic.messages));
    assertThat(uploaded.checksum()).isEqualTo(announced.checksum());
    assertThat(uploaded.resumedAfter()).isZero();
  }

  @Test
  @DisplayName("H12: what broke off goes on behind the last portion that the brokers have")
  void resumes() {
    topic.failsAfter = 2 * PORTION;
    assertThatThrownBy(() -> uploading.upload(LABEL, file(3 * PORTION), _ -> {}))
        .hasMessage("the broker is away");
    topic.failsAfter = Integer.MAX_VALUE;
    var uploaded = uploading.upload(LABEL, file(3 * PORTION), _ -> {});
    assertThat(uploaded.resumedAfter()).isEqualTo(2 * PORTION);
    assertThat(topic.rows()).hasSize(3 * PORTION).doesNotHaveDuplicates();
    assertThat(((RosterAnnounced) topic.messages.getLast()).checksum())
        .isEqualTo(checksum(topic.messages));
  }

  @Test
  void aFileThatIsNotWhatItsSenderSentIsNotAnnounced() {
    assertThatThrownBy(
            () ->
                uploading.upload(
                    LABEL,
                    file(3),
                    _ -> {
                      throw new IllegalStateException("damaged");
                    }))
        .hasMessage("damaged");
    assertThat(topic.messages).hasSize(3).allMatch(RosterRow.class::isInstance);
  }

  @Test
  void anEmptyFileIsARosterOfNobody() {
    var uploaded = uploading.upload(LABEL, file(0), _ -> {});
    assertThat(uploaded.rows()).isZero();
    assertThat(topic.messages).hasSize(1);
  }

  private static Iterator<RosterRow> file(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(
            i ->
                new RosterRow(
                    null, null, "id-" + i, "某", "441602", "DIBAO", "2019-07-01", null, "b", null))
        .iterator();
  }

  private static String checksum(List<AgencyMessage> messages) {
    return Long.toHexString(
        messages.stream()
            .filter(RosterRow.class::isInstance)
            .mapToLong(message -> ((RosterRow) message).checksum())
            .sum());
  }
}
