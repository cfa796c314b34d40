package org.yizhan.gateway;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services behind the door are: scheme, host and port. */
@ConfigurationProperties("yizhan.services")
public record ServiceAddresses(
    @DefaultValue("http://localhost:8081") URI settlement,
    @DefaultValue("http://localhost:8082") URI eligibility,
    @DefaultValue("http://localhost:8083") URI ledger,
    @DefaultValue("http://localhost:8084") URI reconciliation,
    @DefaultValue("http://localhost:8085") URI rosterSync) {

  public ServiceAddresses {
    Map.of(
            "settlement", settlement,
            "eligibility", eligibility,
            "ledger", ledger,
            "reconciliation", reconciliation,
            "roster-sync", rosterSync)
        .forEach(ServiceAddresses::requireHttp);
  }

  private static void requireHttp(String name, URI address) {
    var http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null || !address.getPath().isEmpty()) {
      throw new IllegalArgumentException(
          "yizhan.services."
              + name
              + " must be like http://localhost:8081, without a path, was "
              + address);
    }
  }
}
