package org.yizhan.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the door takes.
 *
 * @param patience how long a caller waits who does not say
 * @param patienceMax the longest wait a caller may ask for
 * @param waitingMax how many callers may wait at one instance at once
 * @param bodyMax the largest body of a discharge or an admission
 * @param connectWithin and {@code readWithin}: how long a service behind the door may take
 * @param connectionsMax open connections to one service
 */
@ConfigurationProperties("yizhan.intake")
public record IntakeProperties(
    @DefaultValue("5s") Duration patience,
    @DefaultValue("60s") Duration patienceMax,
    @DefaultValue("2000") int waitingMax,
    @DefaultValue("64KB") DataSize bodyMax,
    @DefaultValue("1s") Duration connectWithin,
    @DefaultValue("10s") Duration readWithin,
    @DefaultValue("200") int connectionsMax) {

  public IntakeProperties {
    require(
        !patience.isNegative() && patience.compareTo(patienceMax) <= 0,
        "patience must lie between 0 and patience-max, was " + patience);
    require(waitingMax > 0, "waiting-max must be at least 1, was " + waitingMax);
    require(
        bodyMax.toBytes() > 0 && bodyMax.toMegabytes() <= 16,
        "body-max must lie between 1 B and 16 MB, was " + bodyMax);
    require(
        connectWithin.isPositive() && readWithin.isPositive(),
        "connect-within and read-within must be positive");
    require(connectionsMax > 0, "connections-max must be at least 1, was " + connectionsMax);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("yizhan.intake." + rule);
    }
  }
}
