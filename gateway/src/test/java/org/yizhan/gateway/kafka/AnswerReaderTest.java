package org.yizhan.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.gateway.Bodies;
import org.yizhan.gateway.intake.WaitingRoom;

class AnswerReaderTest {

  private static final String SETTLEMENT =
      "{ \"shares\":[{\"status\":\"INNER\"}],\"city\":\"河源\", \"status\":\"SETTLED\",\"n\":{} }";

  private final AnswerReader reader = new AnswerReader(new WaitingRoom(1), Bodies.MAPPER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"commandId\":\"1\",\"settlement\":%s}",
        " {\"settlement\": %s ,\"x\":1}",
        "{\"词\":{\"settlement\":{}},\"settlement\":%s}"
      })
  @DisplayName("H1: the settlement is cut out of its event byte for byte")
  void theSettlementIsCutOutByteForByte(String event) {
    var read = reader.settlementIn(bytes(event.formatted(SETTLEMENT)));

    assertThat(read.status()).isEqualTo("SETTLED");
    assertThat(new String(read.json(), StandardCharsets.UTF_8)).isEqualTo(SETTLEMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"settlement\":null}",
        "{\"settlement\":{",
        "{\"settlement\":{\"a\":\"b"
      })
  void anEventWithoutAWholeSettlementIsNoAnswer(String event) {
    assertThatThrownBy(() -> reader.settlementIn(bytes(event)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aRecordThatNobodyWaitsForIsPassedOverWhateverItHolds() {
    assertThatCode(
            () -> {
              reader.read(new ConsumerRecord<>("settlements", 0, 0, "P", null));
              reader.read(new ConsumerRecord<>("settlements", 0, 1, "P", bytes("{")));
            })
        .doesNotThrowAnyException();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
