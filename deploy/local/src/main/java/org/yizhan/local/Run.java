package org.yizhan.local;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.yizhan.local.sample.Sample;
import org.yizhan.local.sample.SampleFailure;

/**
 * Behind {@code ./run}: starts the suite, sends the sample through it and stays up until Ctrl-C.
 */
final class Run {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Arguments arguments;
  private final SuiteSettings settings;

  private Run(Arguments arguments, SuiteSettings settings) {
    this.arguments = arguments;
    this.settings = settings;
  }

  public static void main(String[] words) {
    System.exit(run(List.of(words), System.getenv()));
  }

  private static int run(List<String> words, Map<String, String> environment) {
    try {
      var arguments = Arguments.parse(words, Home.find().resolve(".yizhan"));
      boolean training =
          arguments.sample()
              && !"off".equals(environment.get("YIZHAN_AOT"))
              && Suite.needsTraining();
      var settings =
          new SuiteSettings(
              arguments.stateDir(),
              SuitePorts.from(environment),
              "C2".equals(environment.get("YIZHAN_COMPILER"))
                  ? SuiteSettings.Compiler.C2
                  : SuiteSettings.Compiler.C1,
              training,
              Map.of(),
              System.out::println);
      return new Run(arguments, settings).run();
    } catch (LaunchFailure | SampleFailure failure) {
      System.err.println(failure.getMessage());
      return 1;
    }
  }

  private int run() {
    System.out.println("Starting the suite; data, logs and keys are in " + settings.stateDir());
    var suite = Suite.start(settings);
    var closing = closeAtExit(suite);
    boolean asExpected = !arguments.sample() || sample(suite);
    if (settings.training() && asExpected) {
      learn(suite);
    }
    if (arguments.once() || !asExpected) {
      return asExpected ? 0 : 1;
    }
    stayUp(suite, closing);
    return 0;
  }

  private static boolean sample(Suite suite) {
    var now = now(System.getenv().getOrDefault("YIZHAN_CLOCK", ""));
    return new Sample(
            suite.gatewayUrl(), suite.engines().kafkaBootstrap(), now, System.out::println)
        .run();
  }

  /** As the services believe: in a rehearsal on another day the money comes on that day too. */
  private static OffsetDateTime now(String clock) {
    return clock.isBlank() ? OffsetDateTime.now(ZONE) : OffsetDateTime.parse(clock);
  }

  /** The first run on a build is slow to start so that the next ones are quick. */
  private void learn(Suite suite) {
    System.out.println(
        "\nFirst run of this build: keeping what was learnt for quick starts (about a minute)");
    suite.finishTraining();
    if (!arguments.once()) {
      suite.startTrained();
    }
  }

  private static void stayUp(Suite suite, CountDownLatch closing) {
    System.out.println("\nThe suite is up; Ctrl-C stops everything.");
    for (var service : SuiteService.values()) {
      System.out.println("  %-24s %s".formatted(service.artifact(), suite.url(service.artifact())));
    }
    System.out.println("  %-24s %s".formatted("Kafka", suite.engines().kafkaBootstrap()));
    System.out.println("  %-24s %s".formatted("MongoDB", suite.engines().mongoUri()));
    suite.watch(closing, System.out::println);
  }

  private static CountDownLatch closeAtExit(Suite suite) {
    var closing = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  closing.countDown();
                  System.out.println("\nStopping: the services first, then the engines");
                  suite.close();
                }));
    return closing;
  }
}
