package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own part: unpacking, starting, killing, stopping. The services are pretended. */
class SuiteIT {

  @TempDir private Path checkout;
  @TempDir private Path state;

  @BeforeEach
  void pretendACheckout() throws Exception {
    FakeService.pretendCheckout(checkout);
    System.setProperty("yizhan.home", checkout.toString());
  }

  @AfterEach
  void leaveIt() {
    System.clearProperty("yizhan.home");
  }

  @Test
  void aServiceIsKilledAndStartedAgainWhileTheOthersStay() throws Exception {
    try (var suite = Suite.start(SuiteSettings.forTests(state))) {
      assertThat(suite.pids()).hasSize(8).containsKeys("gateway", "kafka", "mongod");
      var ledger = suite.service("fund-ledger-service");
      long first = ledger.pid();
      ledger.kill();
      assertThat(ledger.isAlive()).isFalse();
      assertThat(suite.service("gateway").isReady()).isTrue();
      ledger.restart();
      assertThat(ledger.isReady()).isTrue();
      assertThat(ledger.pid()).isNotEqualTo(first);
    }
  }

  @Test
  void everyServiceLearnsTheEnginesTheKeysAndTheOthers() throws Exception {
    var settings = SuiteSettings.forTests(state).with("YIZHAN_CLOCK", "2019-11-15T08:00:00+08:00");
    try (var suite = Suite.start(settings)) {
      var environment = get(suite.gatewayUrl() + "/env");
      assertThat(environment)
          .contains("YIZHAN_KAFKA_BOOTSTRAP=" + suite.engines().kafkaBootstrap())
          .contains("YIZHAN_MONGODB_URI=" + suite.engines().mongoUri())
          .contains("YIZHAN_LEDGER_URL=" + suite.url("fund-ledger-service"))
          .contains("YIZHAN_PROVINCE_URL=http://127.0.0.1:", "YIZHAN_PROVINCE_EVERY=1000")
          .contains("YIZHAN_ID_HASH_KEY=", "YIZHAN_ID_CIPHER_KEY=", "SERVER_ADDRESS=127.0.0.1")
          .contains("YIZHAN_CLOCK=2019-11-15T08:00:00+08:00");
    }
  }

  @Test
  void nothingIsLeftRunningWhenOneServiceDoesNotStart() {
    var broken = SuiteSettings.forTests(state).with("SERVER_PORT", "no port");
    assertThatThrownBy(() -> Suite.start(broken))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("ended with code");
    assertThat(Ports.answers(broken.ports().kafka())).isFalse();
    assertThat(Ports.answers(broken.ports().mongo())).isFalse();
  }

  @Test
  void aTrainingRunLeavesCachesThatTheNextStartUses() throws Exception {
    assertThat(Suite.needsTraining()).isTrue();
    try (var suite = Suite.start(SuiteSettings.forTests(state).training(true))) {
      suite.finishTraining();
      assertThat(Suite.needsTraining()).isFalse();
      suite.startTrained();
      assertThat(commandOf(suite.service("gateway").pid())).contains("-XX:AOTCache=");
    }
  }

  @Test
  void aMissingJarIsNamedWithTheCommandThatBuildsIt() throws Exception {
    Files.delete(checkout.resolve("gateway/target/gateway-0.1.0-exec.jar"));
    assertThatThrownBy(() -> Suite.start(SuiteSettings.forTests(state)))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("gateway is not built")
        .hasMessageContaining("mvn");
  }

  private static String commandOf(long pid) throws Exception {
    return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
  }

  private static String get(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
