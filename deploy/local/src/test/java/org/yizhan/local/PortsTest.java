package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

  private final InetAddress here = InetAddress.getLoopbackAddress();

  @Test
  void noneIsGivenTwiceNorOneThatOutgoingConnectionsTake() {
    var ports = Stream.generate(Ports::free).limit(200).toList();
    assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
  }

  @Test
  void oneThatWasGivenCanBeListenedOnAndIsReservedBeforeOtherProcesses() throws Exception {
    int port = Ports.free();
    try (var server = new ServerSocket(port, 1, here)) {
      assertThat(server.isBound()).isTrue();
    }
    assertThatThrownBy(() -> new DatagramSocket(new InetSocketAddress(here, port)).close())
        .isInstanceOf(SocketException.class);
  }
}
