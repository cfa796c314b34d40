package org.yizhan.reconciliation;

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
    try (var reconciliation = new TheReconciliation()) {
      reconciliation.start();
      var id = new UUID(110, 1);
      var hospital = "H44160200110";
      reconciliation.publish(0, aSettlement(id).at(hospital).share(Payer.BASIC, "10.00").settled());
      await()
          .until(
              () ->
                  reconciliation
                      .month(hospital, "2026-11")
                      .at("/totals/advances/BASIC")
                      .asString("")
                      .equals("10.00"));

      reconciliation.publish(0, aSettlement(id).at(hospital).share(Payer.BASIC, "10.01").settled());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> reconciliation.metric("yizhan_partition_stopped") == 1);
      reconciliation.publish(0, aSettlement().at(hospital).share(Payer.BASIC, "1000.00").settled());
      reconciliation.publish(1, aSettlement().at(hospital).share(Payer.BASIC, "5.00").settled());

      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  reconciliation
                      .month(hospital, "2026-11")
                      .at("/totals/advances/BASIC")
                      .asString("")
                      .equals("15.00"));
      await()
          .during(Duration.ofSeconds(2))
          .until(
              () ->
                  reconciliation
                      .month(hospital, "2026-11")
                      .at("/totals/advances/BASIC")
                      .asString("")
                      .equals("15.00"));
      assertThat(reconciliation.healthStatus()).isEqualTo(503);
    }
  }
}
