package org.yizhan.ledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Keeps the books of the funds: hears of settlements and payments, posts, answers auditors. Tells
 * the suite its days.
 */
@SpringBootApplication
@EnableScheduling
public class FundLedgerService {

  public static void main(String[] args) {
    SpringApplication.run(FundLedgerService.class, args);
  }
}
