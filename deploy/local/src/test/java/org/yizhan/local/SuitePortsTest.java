package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuitePortsTest {

  @Test
  void areTheUsualOnesUnlessAVariableNamesAnother() {
    var ports = SuitePorts.from(Map.of("YIZHAN_LEDGER_PORT", "18083", "YIZHAN_KAFKA_PORT", ""));
    assertThat(ports.services())
        .containsEntry(SuiteService.GATEWAY, 8080)
        .containsEntry(SuiteService.SETTLEMENT, 8081)
        .containsEntry(SuiteService.ELIGIBILITY, 8082)
        .containsEntry(SuiteService.LEDGER, 18083)
        .containsEntry(SuiteService.RECONCILIATION, 8084)
        .containsEntry(SuiteService.ROSTER_SYNC, 8085);
    assertThat(ports.kafka()).isEqualTo(9092);
    assertThat(ports.mongo()).isEqualTo(27017);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "eighty", "-1", "999999"})
  void refuseWhatIsNoPortAndNameTheVariable(String text) {
    assertThatThrownBy(() -> SuitePorts.from(Map.of("YIZHAN_GATEWAY_PORT", text)))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("YIZHAN_GATEWAY_PORT")
        .hasMessageContaining(text);
  }

  @Test
  void aTakenPortIsNamedWithItsVariable() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var free = SuitePorts.free();
      var ports = new SuitePorts(free.services(), port, free.mongo());
      assertThatThrownBy(() -> ports.requireFree(Map.of()))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("YIZHAN_KAFKA_PORT");
      assertThatCode(() -> ports.requireFree(Map.of("YIZHAN_KAFKA_BOOTSTRAP", "elsewhere:9092")))
          .doesNotThrowAnyException();
    }
  }
}
