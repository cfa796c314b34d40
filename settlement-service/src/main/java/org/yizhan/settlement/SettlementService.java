package org.yizhan.settlement;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Divides each bill along its city's chain of payers. */
@SpringBootApplication
@EnableScheduling
public class SettlementService {

  public static void main(String[] args) {
    SpringApplication.run(SettlementService.class, args);
  }
}
