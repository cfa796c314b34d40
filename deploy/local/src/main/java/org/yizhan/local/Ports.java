package org.yizhan.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine, on the loopback address. */
public final class Ports {

  /**
   * Operating systems give outgoing connections ports from 32768 on (Linux) or 49152 on (others).
   * One of those, free when it was chosen, may be taken when a server gets to bind it seconds
   * later, or while it is down between two starts. The usual ports of the suite and of MongoDB lie
   * outside as well.
   */
  private static final int FIRST = 10_000;

  private static final int AFTER_LAST = 27_000;
  private static final int ATTEMPTS = 1_000;

  /** Keep the ports that were given out, until this process ends. */
  private static final Collection<DatagramSocket> RESERVATIONS = new ConcurrentLinkedQueue<>();

  private Ports() {}

  /**
   * A port on which nobody listens, and which no other process is given here for as long as this
   * one lives: test runs side by side do not meet.
   */
  public static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      if (isFree(port) && reserve(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no port between %d and %d is free".formatted(FIRST, AFTER_LAST));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** The UDP port of the same number is in nobody's way, and the system frees it when we end. */
  private static boolean reserve(int port) {
    try {
      RESERVATIONS.add(
          new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
      return true;
    } catch (SocketException reserved) {
      return false;
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
