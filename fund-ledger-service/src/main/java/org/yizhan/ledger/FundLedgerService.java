package org.yizhan.ledger;

import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yizhan.ledger.mongo.ChainVerification;

/**
 * Keeps the books of the funds: hears of settlements and payments, posts, answers auditors. Tells
 * the suite its days.
 */
@SpringBootApplication
@EnableScheduling
public class FundLedgerService {

  private static final String DATABASE = "fund-ledger-service";
  private static final String LOCAL_STORE = "mongodb://localhost:27017/?replicaSet=yizhan";

  /**
   * @param args {@code verify-chains} verifies the stored books instead of starting the service
   */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(ChainVerification.COMMAND)) {
      var store = Objects.requireNonNullElse(System.getenv("YIZHAN_MONGODB_URI"), LOCAL_STORE);
      System.exit(ChainVerification.run(args, store, DATABASE, System.out));
    }
    SpringApplication.run(FundLedgerService.class, args);
  }
}
