package org.yizhan.local;

/**
 * The six services: where each is built, which port it takes and how the others learn its address.
 */
public enum SuiteService {
  SETTLEMENT("settlement-service", 8081, "SETTLEMENT"),
  ELIGIBILITY("eligibility-service", 8082, "ELIGIBILITY"),
  LEDGER("fund-ledger-service", 8083, "LEDGER"),
  RECONCILIATION("reconciliation-service", 8084, "RECONCILIATION"),
  ROSTER_SYNC("roster-sync-service", 8085, "ROSTER_SYNC"),
  GATEWAY("gateway", 8080, "GATEWAY");

  private final String artifact;
  private final int usualPort;
  private final String word;

  SuiteService(String artifact, int usualPort, String word) {
    this.artifact = artifact;
    this.usualPort = usualPort;
    this.word = word;
  }

  /** The name of its module, folder and jar. */
  public String artifact() {
    return artifact;
  }

  int usualPort() {
    return usualPort;
  }

  String portVariable() {
    return "YIZHAN_" + word + "_PORT";
  }

  String urlVariable() {
    return "YIZHAN_" + word + "_URL";
  }

  String javaOptionsVariable() {
    return "YIZHAN_" + word + "_JAVA_OPTS";
  }

  static SuiteService of(String artifact) {
    for (var service : values()) {
      if (service.artifact.equals(artifact)) {
        return service;
      }
    }
    throw new IllegalArgumentException("there is no service " + artifact);
  }
}
