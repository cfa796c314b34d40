package org.yizhan.settlement;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yizhan.chassis.time.ClockConfiguration;

/** Divides each bill along its city's chain of payers. */
@SpringBootApplication
@EnableScheduling
public class SettlementService {

  /**
   * @param args {@code check-parameters <directory>} examines an operator's overlay instead of
   *     starting the service
   */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(OverlayCheck.COMMAND)) {
      System.exit(new OverlayCheck(System.out, Clock.system(ClockConfiguration.ZONE)).run(args));
    }
    SpringApplication.run(SettlementService.class, args);
  }
}
