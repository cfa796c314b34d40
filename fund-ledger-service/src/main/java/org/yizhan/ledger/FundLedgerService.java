package org.yizhan.ledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps the books of the funds: hears of settlements, posts, answers auditors. */
@SpringBootApplication
public class FundLedgerService {

  public static void main(String[] args) {
    SpringApplication.run(FundLedgerService.class, args);
  }
}
