package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yizhan.testing.ASettlement.aSettlement;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Payer;

/**
 * A fact that comes again with other content is our defect: it stops its partition, and only that.
 */
class StoppedPartitionIT {

  @Test
  void sameIdOtherContentStopsThatPartitionWhileOthersGoOn() {
    try (var ledger = new TheLedger()) {
      ledger.start();
      var id = new UUID(103, 1);
      var hospital = "H44160200103";
      ledger.publish(0, aSettlement(id).at(hospital).share(Payer.CATASTROPHIC, "10.00").settled());
      await().until(() -> ledger.payableTo("CATASTROPHIC", hospital).equals("10.00"));

      ledger.publish(0, aSettlement(id).at(hospital).share(Payer.CATASTROPHIC, "10.01").settled());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> ledger.metric("yizhan_partition_stopped") == 1);
      ledger.publish(0, aSettlement().at(hospital).share(Payer.CATASTROPHIC, "1000.00").settled());
      ledger.publish(1, aSettlement().at(hospital).share(Payer.CATASTROPHIC, "5.00").settled());

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> ledger.payableTo("CATASTROPHIC", hospital).equals("15.00"));
      await()
          .during(Duration.ofSeconds(2))
          .until(() -> ledger.payableTo("CATASTROPHIC", hospital).equals("15.00"));
      ledger.assertBalanced("CATASTROPHIC");
      assertThat(ledger.healthStatus()).isEqualTo(503);
    }
  }
}
