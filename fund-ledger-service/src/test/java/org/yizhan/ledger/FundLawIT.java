package org.yizhan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.ledger.law.FundLaw;

/** What operations are told of the law that the service runs by. */
class FundLawIT {

  @Test
  @DisplayName("Values past their review and the end of the known calendar can be asked for")
  void measures() {
    var law = FundLaw.load(FundLaw.SHIPPED, Optional.empty());
    try (var ledger = new TheLedger()) {
      ledger.startAt("2027-04-01T08:00:00+08:00");
      assertThat(ledger.metric("yizhan_parameters_past_review"))
          .isEqualTo(law.illustrative().size());
      assertThat(ledger.metric("yizhan_calendar_days_known")).isZero();
      ledger.restartAt("2019-11-21T08:00:00+08:00");
      assertThat(ledger.metric("yizhan_parameters_past_review")).isZero();
      assertThat(ledger.metric("yizhan_calendar_days_known")).isEqualTo(406);
    }
  }
}
