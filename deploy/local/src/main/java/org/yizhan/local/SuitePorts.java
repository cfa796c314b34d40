package org.yizhan.local;

import java.util.EnumMap;
import java.util.Map;

/** The ports that a suite on this machine takes. */
public record SuitePorts(Map<SuiteService, Integer> services, int kafka, int mongo) {

  private static final int USUAL_KAFKA = 9092;
  private static final int USUAL_MONGO = 27017;
  private static final String KAFKA_VARIABLE = "YIZHAN_KAFKA_PORT";
  private static final String MONGO_VARIABLE = "YIZHAN_MONGODB_PORT";

  public SuitePorts {
    services = Map.copyOf(services);
  }

  /**
   * The usual ports, except where a variable names another.
   *
   * @throws LaunchFailure when a variable is not a port number
   */
  public static SuitePorts from(Map<String, String> environment) {
    var services = new EnumMap<SuiteService, Integer>(SuiteService.class);
    for (var service : SuiteService.values()) {
      services.put(service, port(environment, service.portVariable(), service.usualPort()));
    }
    return new SuitePorts(
        services,
        port(environment, KAFKA_VARIABLE, USUAL_KAFKA),
        port(environment, MONGO_VARIABLE, USUAL_MONGO));
  }

  /** Ports that were free a moment ago, so that suites of several tests do not meet. */
  public static SuitePorts free() {
    var services = new EnumMap<SuiteService, Integer>(SuiteService.class);
    for (var service : SuiteService.values()) {
      services.put(service, Ports.free());
    }
    return new SuitePorts(services, Ports.free(), Ports.free());
  }

  private static int port(Map<String, String> environment, String variable, int usual) {
    var text = environment.getOrDefault(variable, "");
    if (text.isBlank()) {
      return usual;
    }
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new LaunchFailure(
          variable + " must be a port number, 1 to 65535; it is \"" + text + "\".");
    }
    return Integer.parseInt(text);
  }

  /**
   * @param environment engines that it names are not started here, so their ports do not matter
   * @throws LaunchFailure naming the first port that is taken, and its variable
   */
  void requireFree(Map<String, String> environment) {
    services.forEach(
        (service, port) -> Ports.requireFree(port, service.artifact(), service.portVariable()));
    if (!environment.containsKey("YIZHAN_KAFKA_BOOTSTRAP")) {
      Ports.requireFree(kafka, "Kafka", KAFKA_VARIABLE);
    }
    if (!environment.containsKey("YIZHAN_MONGODB_URI")) {
      Ports.requireFree(mongo, "MongoDB", MONGO_VARIABLE);
    }
  }

  String url(SuiteService service) {
    return "http://127.0.0.1:" + services.get(service);
  }
}
