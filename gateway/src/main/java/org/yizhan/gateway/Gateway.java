package org.yizhan.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.yizhan.chassis.kafka.SubscriptionsConfiguration;

/**
 * The door of the suite. It has no consumer group: every instance reads every partition of the
 * answers from the end, for the callers that wait at this very instance, so the chassis's
 * subscriptions are left out.
 */
@SpringBootApplication(exclude = SubscriptionsConfiguration.class)
@ConfigurationPropertiesScan
public class Gateway {

  public static void main(String[] args) {
    SpringApplication.run(Gateway.class, args);
  }
}
