package org.yizhan.suite.replay;

import java.time.Duration;
import java.util.List;
import org.yizhan.suite.books.Lags;

/**
 * Proves that settlement's and the ledger's databases are what the topics make of them. Ends with 0
 * when they are, with 1 and a line per difference when they are not, or when the suite does not
 * come to rest.
 */
public final class ReplayMain {

  private static final String USAGE =
      "usage: ReplayMain --kafka HOST:PORT --mongo URI    of a suite that is idle";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ReplayMain() {}

  public static void main(String[] words) throws InterruptedException {
    var given = List.of(words);
    if (given.size() != 4 || !given.contains("--kafka") || !given.contains("--mongo")) {
      System.out.println(USAGE);
      System.exit(2);
    }
    var kafka = given.get(given.indexOf("--kafka") + 1);
    var mongo = given.get(given.indexOf("--mongo") + 1);
    System.exit(isIdle(kafka) && prove(kafka, mongo) ? 0 : 1);
  }

  private static boolean isIdle(String kafka) throws InterruptedException {
    try (var lags = new Lags(kafka)) {
      var behind = lags.awaitNone(PATIENCE);
      behind.forEach((what, open) -> System.out.println(what + " is " + open + " records behind"));
      return behind.isEmpty();
    }
  }

  private static boolean prove(String kafka, String mongo) {
    var findings = Replay.of(kafka, mongo, System.out::println);
    findings.compared().forEach((what, count) -> System.out.printf("%,12d %s%n", count, what));
    findings.notCompared().forEach(what -> System.out.println("not compared: " + what));
    findings.differences().forEach(System.out::println);
    System.out.printf("%,d differences%n", findings.differences().size());
    return findings.differences().isEmpty();
  }
}
