package org.yizhan.roster;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
public class RosterSyncService {

  public static void main(String[] args) {
    SpringApplication.run(RosterSyncService.class, args);
  }
}
