package org.yizhan.chassis.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutsideSystemTest {

  private static final int FAILURES_THAT_OPEN = 5;

  private final AtomicInteger calls = new AtomicInteger();
  private final OutsideSystem system =
      new OutsideSystem("platform", Duration.ofSeconds(5), IllegalStateException::new);
  private volatile int status = 500;
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String call() {
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    return String.valueOf(
        system.http().get().uri(address).retrieve().toBodilessEntity().getStatusCode().value());
  }

  @Test
  @DisplayName("A question is repeated, anything else is said once")
  void repeatsQuestionsOnly() {
    assertThatThrownBy(() -> system.ask("441602", this::call))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the platform answered 500");
    assertThat(calls).hasValue(3);
    assertThatThrownBy(() -> system.tell("441602", this::call))
        .hasMessage("the platform answered 500");
    assertThat(calls).hasValue(4);
    status = 200;
    assertThat(system.tell("441602", this::call)).isEqualTo("200");
  }

  @Test
  @DisplayName("A part that fails five times is left alone, the others are not")
  void leavesAlone() {
    for (int failed = 0; failed < FAILURES_THAT_OPEN; failed++) {
      assertThatThrownBy(() -> system.tell("441602", this::call));
    }
    status = 200;
    assertThatThrownBy(() -> system.tell("441602", this::call))
        .hasMessage("the platform has failed too often; it is left alone a while");
    assertThat(calls).hasValue(FAILURES_THAT_OPEN);
    assertThat(system.tell("441621", this::call)).isEqualTo("200");
  }
}
