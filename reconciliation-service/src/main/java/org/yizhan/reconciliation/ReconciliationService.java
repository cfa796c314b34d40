package org.yizhan.reconciliation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Collects each hospital's advances as they settle and shows them month by month. */
@SpringBootApplication
public class ReconciliationService {

  public static void main(String[] args) {
    SpringApplication.run(ReconciliationService.class, args);
  }
}
