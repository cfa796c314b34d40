package org.yizhan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class PropertiesTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Typed.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({IntakeProperties.class, ServiceAddresses.class})
  static class Typed {}

  @Test
  void defaultsAreTheDocumentedOnes() {
    runner.run(
        context -> {
          assertThat(context.getBean(IntakeProperties.class))
              .isEqualTo(
                  new IntakeProperties(
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(60),
                      2000,
                      DataSize.ofKilobytes(64),
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(10),
                      200));
          assertThat(context.getBean(ServiceAddresses.class))
              .isEqualTo(
                  new ServiceAddresses(
                      URI.create("http://localhost:8081"),
                      URI.create("http://localhost:8082"),
                      URI.create("http://localhost:8083"),
                      URI.create("http://localhost:8084"),
                      URI.create("http://localhost:8085")));
        });
  }

  @Test
  void everyPropertyCanBeSet() {
    runner
        .withPropertyValues(
            "yizhan.intake.patience=1s",
            "yizhan.intake.patience-max=2s",
            "yizhan.intake.waiting-max=3",
            "yizhan.intake.body-max=4KB",
            "yizhan.intake.connect-within=5s",
            "yizhan.intake.read-within=6s",
            "yizhan.intake.connections-max=7",
            "yizhan.services.roster-sync=https://roster:443")
        .run(
            context -> {
              assertThat(context.getBean(IntakeProperties.class))
                  .isEqualTo(
                      new IntakeProperties(
                          Duration.ofSeconds(1),
                          Duration.ofSeconds(2),
                          3,
                          DataSize.ofKilobytes(4),
                          Duration.ofSeconds(5),
                          Duration.ofSeconds(6),
                          7));
              assertThat(context.getBean(ServiceAddresses.class).rosterSync())
                  .isEqualTo(URI.create("https://roster:443"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yizhan.intake.patience=61s",
        "yizhan.intake.patience=-1s",
        "yizhan.intake.waiting-max=0",
        "yizhan.intake.body-max=17MB",
        "yizhan.intake.connect-within=0s",
        "yizhan.intake.read-within=0s",
        "yizhan.intake.connections-max=0",
        "yizhan.services.ledger=localhost:8083",
        "yizhan.services.ledger=ftp://localhost",
        "yizhan.services.ledger=http://localhost:1/x"
      })
  void aValueThatMakesNoSenseStopsTheStart(String property) {
    runner.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
  }
}
