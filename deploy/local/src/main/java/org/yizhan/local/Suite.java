package org.yizhan.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engines, the six services and a pretended province, running on this machine. */
public final class Suite implements AutoCloseable {

  private static final String PROVINCE_VARIABLE = "YIZHAN_PROVINCE_URL";
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration RECORDING_PATIENCE = Duration.ofSeconds(240);

  private final SuiteSettings settings;
  private final Engines engines;
  private final ProvinceSimulator province = ProvinceSimulator.start();
  private final Map<SuiteService, ServiceJar> apps = new EnumMap<>(SuiteService.class);
  private final Map<SuiteService, RunningService> services = new EnumMap<>(SuiteService.class);

  private Suite(SuiteSettings settings, Engines engines) {
    this.settings = settings;
    this.engines = engines;
  }

  /**
   * Starts everything and waits until every service is ready.
   *
   * @throws LaunchFailure when a port is taken, a jar is missing or something does not start;
   *     nothing is left running
   */
  public static Suite start(SuiteSettings settings) {
    settings.ports().requireFree(System.getenv());
    var apps = CompletableFuture.supplyAsync(Suite::prepareApps);
    var suite = new Suite(settings, startEngines(settings));
    try {
      suite.engines.createTopics();
      suite.apps.putAll(joined(apps));
      suite.startServices(settings);
      return suite;
    } catch (RuntimeException failed) {
      suite.close();
      throw failed;
    }
  }

  /**
   * Starts the engines only, with the topics; then each service that is asked for.
   *
   * @throws LaunchFailure likewise
   */
  public static Suite startEmpty(SuiteSettings settings) {
    settings.ports().requireFree(System.getenv());
    var suite = new Suite(settings, startEngines(settings));
    try {
      suite.engines.createTopics();
      return suite;
    } catch (RuntimeException failed) {
      suite.close();
      throw failed;
    }
  }

  /** Adds one service to a suite that was started empty, and waits until it is ready. */
  public RunningService add(SuiteService service) {
    apps.put(service, ServiceJar.prepare(service));
    var running = launch(service, settings);
    services.put(service, running);
    running.awaitReady();
    return running;
  }

  private static Engines startEngines(SuiteSettings settings) {
    return Engines.start(
        new EngineSettings(
            settings.stateDir().resolve("data"),
            settings.ports().kafka(),
            settings.ports().mongo(),
            settings.compiler()),
        settings.progress());
  }

  /** Unpacks what is not unpacked; one after the other, since each takes a whole core. */
  private static Map<SuiteService, ServiceJar> prepareApps() {
    var apps = new EnumMap<SuiteService, ServiceJar>(SuiteService.class);
    for (var service : SuiteService.values()) {
      apps.put(service, ServiceJar.prepare(service));
    }
    return apps;
  }

  /** Whether some service has no AOT cache for its present build. */
  static boolean needsTraining() {
    return prepareApps().values().stream().anyMatch(app -> !app.hasAotCache());
  }

  /**
   * Ends a training run in order: every service stops and writes its AOT cache. Call it only after
   * a run that worked, since a failed one writes a cache too.
   */
  void finishTraining() {
    inParallel(service -> running(service).stop(RECORDING_PATIENCE));
    apps.values().forEach(ServiceJar::keepRecording);
  }

  /** Starts the services again after {@link #finishTraining}, with what was learnt. */
  void startTrained() {
    startServices(settings.training(false));
  }

  private void startServices(SuiteSettings how) {
    long began = System.nanoTime();
    for (var service : SuiteService.values()) {
      services.put(service, launch(service, how));
    }
    inParallel(
        service -> {
          running(service).awaitReady();
          long ms = (System.nanoTime() - began) / 1_000_000;
          how.progress()
              .say(
                  "  %-24s ready after %d.%d s"
                      .formatted(service.artifact(), ms / 1000, ms / 100 % 10));
        });
  }

  private RunningService launch(SuiteService service, SuiteSettings how) {
    var environment = environmentOf(service);
    var all = new HashMap<>(System.getenv());
    all.putAll(environment);
    var app = Objects.requireNonNull(apps.get(service));
    var command = Jvm.command(app, how, all);
    var child =
        Child.start(
            new Child.Spec(
                service.artifact(), command, environment, settings.log(service.artifact())));
    return new RunningService(child, settings.ports().url(service));
  }

  private Map<String, String> environmentOf(SuiteService service) {
    var environment = new HashMap<String, String>();
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", String.valueOf(settings.ports().services().get(service)));
    environment.put("YIZHAN_KAFKA_BOOTSTRAP", engines.kafkaBootstrap());
    environment.put("YIZHAN_MONGODB_URI", engines.mongoUri());
    for (var other : SuiteService.values()) {
      environment.put(other.urlVariable(), settings.ports().url(other));
    }
    if (!System.getenv().containsKey(PROVINCE_VARIABLE)) {
      environment.put(PROVINCE_VARIABLE, province.url());
      environment.put("YIZHAN_PROVINCE_EVERY", "1000"); // it answers at once: nobody need wait
    }
    environment.putAll(Keys.of(settings.stateDir()));
    environment.putAll(settings.environment());
    return environment;
  }

  /**
   * @param artifact for example {@code gateway} or {@code fund-ledger-service}
   */
  public RunningService service(String artifact) {
    return running(SuiteService.of(artifact));
  }

  private RunningService running(SuiteService service) {
    var found = services.get(service);
    if (found == null) {
      throw new IllegalStateException(service.artifact() + " was not started");
    }
    return found;
  }

  public String gatewayUrl() {
    return settings.ports().url(SuiteService.GATEWAY);
  }

  public String url(String artifact) {
    return settings.ports().url(SuiteService.of(artifact));
  }

  public Engines engines() {
    return engines;
  }

  /**
   * The process ids of the services, by artifact, and of the engines that run as local processes.
   */
  public Map<String, Long> pids() {
    var pids = new HashMap<String, Long>();
    services.forEach((service, running) -> pids.put(service.artifact(), running.pid()));
    engines.kafkaProcess().ifPresent(child -> pids.put(child.name(), child.pid()));
    engines.mongoProcess().ifPresent(child -> pids.put(child.name(), child.pid()));
    return pids;
  }

  /** Says it when a service ends by itself; returns when {@code closing} is counted down. */
  void watch(CountDownLatch closing, Progress progress) {
    var known = new HashSet<SuiteService>();
    try {
      while (!closing.await(1, TimeUnit.SECONDS)) {
        services.forEach(
            (service, running) -> {
              if (!running.isAlive() && known.add(service)) {
                progress.say(
                    service.artifact() + " has ended; see " + settings.log(service.artifact()));
              }
            });
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops in order: the door first, then the services, the engines last. */
  @Override
  public void close() {
    var gateway = services.get(SuiteService.GATEWAY);
    if (gateway != null) {
      gateway.stop(STOP_PATIENCE);
    }
    inParallel(service -> running(service).stop(STOP_PATIENCE));
    province.close();
    engines.close();
  }

  private void inParallel(Consumer<SuiteService> action) {
    List<CompletableFuture<?>> running = new ArrayList<>();
    // Each on a thread of its own: the common pool of a small machine would take them one after the
    // other.
    for (var service : services.keySet()) {
      running.add(
          CompletableFuture.runAsync(() -> action.accept(service), Thread::startVirtualThread));
    }
    running.forEach(Suite::joined);
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof LaunchFailure failure ? failure : failed;
    }
  }
}
