package org.yizhan.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.chassis.kafka.RecordDecoder.Decoded;
import org.yizhan.chassis.kafka.Said.WordSaid;
import tools.jackson.databind.json.JsonMapper;

class RecordDecoderTest {

  private static final PartitionId PARTITION = new PartitionId("said", "id", 0);
  private static final Map<String, String> HEADERS =
      Map.of(
          "ce_specversion", "1.0",
          "ce_id", "1",
          "ce_type", "word-said.v1",
          "ce_source", "/test",
          "content-type", "application/json");

  private final RecordDecoder<Said> decoder =
      new RecordDecoder<>(
          EventTypes.of(Said.class, JsonMapper.builder().build()), ZoneId.of("Asia/Shanghai"));

  @Test
  void readsACloudEventInBinaryMode() {
    var decoded = decoder.decode(PARTITION, message(HEADERS, "{\"word\":\"x\",\"number\":1}"));
    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Read.class,
            read -> {
              assertThat(read.inbound().event()).isEqualTo(new WordSaid("x", 1));
              assertThat(read.inbound().appendedAt().getOffset()).hasToString("+08:00");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"word":"x","number":"441600195001010014"} | the data is not of the shape of its type: member number
          {"word":                                   | the data is not JSON
          null                                       | the data is not of the shape of its type
          []                                         | the data is not of the shape of its type
          """)
  void saysWhatIsWrongWithTheDataAndNotWhatItIs(String data, String reason) {
    assertThat(reasonFor(message(HEADERS, data))).isEqualTo(reason);
  }

  @Test
  void anEventThatContradictsItselfIsOurDefectAndNotSetAside() {
    var message = message(HEADERS, "{\"word\":\"x\",\"number\":-99}");
    assertThatThrownBy(() -> decoder.decode(PARTITION, message))
        .isInstanceOf(OurDefect.class)
        .hasMessageContaining("the sum is not the sum");
  }

  @Test
  void saysWhichHeadersAreMissing() {
    assertThat(reasonFor(message(Map.of(), "{}"))).startsWith("not a CloudEvent in binary mode");
    for (var missing : new String[] {"ce_specversion", "ce_id", "ce_type", "ce_source"}) {
      var headers = new TreeMap<>(HEADERS);
      headers.remove(missing);
      assertThat(reasonFor(message(headers, "{}"))).as(missing).startsWith("not a CloudEvent");
    }
  }

  /**
   * Whatever is thrown at it, a record is read or refused: an exception would stop its neighbours.
   */
  @Test
  void isNeverSurprised() {
    var values =
        new String[] {
          "1.0",
          "0.3",
          "9",
          "",
          " ",
          "::",
          "x y",
          "application/cloudevents+json",
          "2026-13-01",
          "\u0000"
        };
    var names =
        new String[] {
          "ce_specversion",
          "ce_id",
          "ce_type",
          "ce_source",
          "ce_time",
          "ce_dataschema",
          "ce_subject",
          "ce_",
          "ce_X-y",
          "content-type"
        };
    var data =
        new String[] {
          "", "{}", "null", "[", "{\"word\":1}", "\u0000", "[".repeat(5_000), "1e999999999", null
        };
    for (int seed = 0; seed < 5_000; seed++) {
      var random = new SplittableRandom(seed);
      var headers = new TreeMap<>(random.nextBoolean() ? HEADERS : Map.<String, String>of());
      for (int i = random.nextInt(4); i > 0; i--) {
        headers.put(names[random.nextInt(names.length)], values[random.nextInt(values.length)]);
      }
      var message = message(headers, data[random.nextInt(data.length)]);
      assertThat(decoder.decode(PARTITION, message)).as("seed %d: %s", seed, headers).isNotNull();
    }
  }

  private String reasonFor(ConsumerRecord<String, byte[]> message) {
    return switch (decoder.decode(PARTITION, message)) {
      case Decoded.Failed<Said>(Unreadable unreadable) -> unreadable.reason();
      case Decoded.Read<Said>(Inbound<Said> inbound) ->
          throw new AssertionError("read " + inbound.event());
    };
  }

  private static ConsumerRecord<String, byte[]> message(Map<String, String> headers, String data) {
    var message =
        new ConsumerRecord<>("said", 0, 7, "key", data == null ? null : data.getBytes(UTF_8));
    headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
    return message;
  }
}
