package org.yizhan.suite.door;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A service of a suite on this machine, over kept-alive connections. */
public final class Door implements AutoCloseable {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(70);
  private static final String JSON = "application/json";

  /**
   * As many as twenty hospitals' pools have; who finds none free waits, and the wait is measured.
   */
  public static final int CONNECTIONS_USUAL = 500;

  /** Is shown every answer. */
  @FunctionalInterface
  public interface Witness {
    void saw(String method, String path, Reply reply);
  }

  private final URI url;
  private final Witness witness;
  private final Semaphore open;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  public Door(String url) {
    this(url, CONNECTIONS_USUAL);
  }

  /**
   * @param connectionsMax how many are open at once
   * @throws IllegalArgumentException when it is not on this machine: nobody else is to be loaded
   *     with made-up discharges
   */
  public Door(String url, int connectionsMax) {
    this(url, connectionsMax, (method, path, reply) -> {});
  }

  /** As above, before a witness. */
  public Door(String url, int connectionsMax, Witness witness) {
    this.witness = witness;
    this.open = new Semaphore(connectionsMax, true);
    this.url = URI.create(url);
    if (!THIS_MACHINE.contains(this.url.getHost())) {
      throw new IllegalArgumentException("only a suite on this machine is called, not " + url);
    }
  }

  public Reply get(String path) throws IOException {
    return get(path, JSON);
  }

  public Reply get(String path, String accept) throws IOException {
    var head =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\n\r\n"
            .formatted(path, url.getAuthority(), accept);
    return witnessed("GET", path, exchange(head.getBytes(StandardCharsets.US_ASCII)));
  }

  public Reply post(String path, byte[] body) throws IOException {
    return post(path, body, JSON);
  }

  /**
   * @param type of the content; further header lines may follow it
   */
  public Reply post(String path, byte[] body, String type) throws IOException {
    var head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, url.getAuthority(), type, body.length);
    return witnessed("POST", path, exchange(Connection.request(head, body)));
  }

  private Reply witnessed(String method, String path, Reply reply) {
    witness.saw(method, path, reply);
    return reply;
  }

  /** Asks until the answer is good enough; the last answer when the time is over. */
  public Reply await(String path, Predicate<Reply> goodEnough, Duration patience)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var reply = get(path);
    while (!goodEnough.test(reply) && System.nanoTime() < deadline) {
      Thread.sleep(50);
      reply = get(path);
    }
    return reply;
  }

  /**
   * A connection that has rested may have been closed by the other side, which shows only in use:
   * then the next one is tried, at last a fresh one. Repeating is safe, every POST here is
   * idempotent.
   */
  private Reply exchange(byte[] request) throws IOException {
    open.acquireUninterruptibly();
    try {
      return exchangeOnSome(request);
    } finally {
      open.release();
    }
  }

  private Reply exchangeOnSome(byte[] request) throws IOException {
    for (var resting = idle.pollFirst(); resting != null; resting = idle.pollFirst()) {
      var reply = exchange(resting, request);
      if (reply != null) {
        return reply;
      }
    }
    var reply = exchange(new Connection(url.getPort(), ANSWER_PATIENCE), request);
    if (reply == null) {
      throw new IOException("a fresh connection was closed without an answer");
    }
    return reply;
  }

  private @Nullable Reply exchange(Connection connection, byte[] request) throws IOException {
    boolean rested = connection.isUsed();
    try {
      var reply = connection.exchange(request);
      if ("close".equals(reply.header("connection"))) {
        connection.close();
      } else {
        idle.addFirst(connection);
      }
      return reply;
    } catch (SocketTimeoutException unanswered) {
      connection.close();
      throw unanswered;
    } catch (IOException broken) {
      connection.close();
      if (rested) {
        return null;
      }
      throw broken;
    }
  }

  @Override
  public void close() throws IOException {
    for (var resting = idle.pollFirst(); resting != null; resting = idle.pollFirst()) {
      resting.close();
    }
  }
}
