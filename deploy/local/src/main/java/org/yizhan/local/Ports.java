package org.yizhan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of this machine, on the loopback address. */
final class Ports {

  private Ports() {}

  /** A port that was free a moment ago. */
  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException noPort) {
      throw new UncheckedIOException("this machine has no free port left", noPort);
    }
  }

  /**
   * @param variable the environment variable that chooses another port
   * @throws LaunchFailure when something listens there already
   */
  static void requireFree(int port, String what, String variable) {
    if (answers(port)) {
      throw new LaunchFailure(
          "Port %d, for %s, is taken by another process. Stop that process, or choose another port with %s=<port>."
              .formatted(port, what, variable));
    }
  }

  static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException nobodyListens) {
      return false;
    }
  }
}
