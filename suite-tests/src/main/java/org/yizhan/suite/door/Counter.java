package org.yizhan.suite.door;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.yizhan.suite.city.Discharge;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counter of a hospital: sends a discharge, and the same body again until it is answered, as
 * the patient does not leave before. A 202 is followed to its decision.
 */
public final class Counter {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(3);

  private final Door door;
  private final Duration patience;
  private final JsonMapper json = JsonMapper.builder().build();
  private final SortedMap<String, AtomicLong> answers = new ConcurrentSkipListMap<>();

  /**
   * @param patience how long one discharge is asked for; a bound, not a wish
   */
  public Counter(Door door, Duration patience) {
    this.door = door;
    this.patience = patience;
  }

  /**
   * A decision, or a refusal.
   *
   * @param answeredAtNanos on {@link System#nanoTime}: when the first 200, 202 or refusal came
   * @param synchronous whether it came with the POST itself
   */
  public record Told(Reply reply, long answeredAtNanos, boolean synchronous) {}

  /**
   * @throws IllegalStateException when the patience ends without a decision
   */
  public Told settle(Discharge discharge) throws InterruptedException {
    return settle(json.writeValueAsBytes(discharge.body()));
  }

  public Told settle(byte[] body) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var pause = PAUSE;
    do {
      var reply = count("POST", () -> door.post("/api/discharges", body));
      if (reply.status() == 202) {
        return followed(reply, System.nanoTime(), deadline);
      }
      if (reply.status() < 500) {
        return new Told(reply, System.nanoTime(), true);
      }
      Thread.sleep(pause);
      pause = longer(pause);
    } while (System.nanoTime() < deadline);
    throw new IllegalStateException("no answer within " + patience);
  }

  private Told followed(Reply pending, long answeredAt, long deadline) throws InterruptedException {
    var path = "/api/settlements/" + pending.json().path("settlementId").asString("");
    var pause = PAUSE;
    do {
      Thread.sleep(pause);
      pause = longer(pause);
      var reply = count("GET", () -> door.get(path));
      if (reply.isOk() && !reply.json().path("status").asString("").equals("PENDING")) {
        return new Told(reply, answeredAt, false);
      }
    } while (System.nanoTime() < deadline);
    throw new IllegalStateException("PENDING for longer than " + patience + ": " + path);
  }

  /** A crowd that asks again every moment would keep down whatever is coming up. */
  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(PAUSE_MAX) < 0 ? twice : PAUSE_MAX;
  }

  @FunctionalInterface
  private interface Exchange {
    Reply send() throws IOException;
  }

  private Reply count(String method, Exchange exchange) {
    Reply reply;
    try {
      reply = exchange.send();
    } catch (IOException unanswered) {
      reply = new Reply(599, Map.of(), new byte[0]);
    }
    var name = method + (reply.status() == 599 ? " unanswered" : " " + reply.status());
    answers.computeIfAbsent(name, _ -> new AtomicLong()).incrementAndGet();
    return reply;
  }

  /** How often each status was answered, {@code "POST 200"} and so on. */
  public SortedMap<String, AtomicLong> answers() {
    return answers;
  }
}
