package org.yizhan.ledger.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Money;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.account.Dimension;

class StatementsTest {

  private final ChartOfAccounts chart = ChartOfAccounts.load("/chart-of-accounts.yaml");
  private final List<PairTotal> pairs =
      List.of(
          pair("441602", "H44160200002", "30.00"),
          pair("441602", "H44160200001", "20.00"),
          pair("441625", "H44160200001", "5.00"),
          // A payment turns the pair round.
          new PairTotal(hospital("H44160200001"), county("441625"), Money.of("7.00")));

  @Test
  void aTrialBalanceSumsBothSidesOfEveryAccount() {
    var found = TrialBalance.of(pairs);
    assertThat(found.accounts())
        .containsOnlyKeys("1901", "2901")
        .containsEntry("1901", new Turnover(Money.of("55.00"), Money.of("7.00")))
        .containsEntry("2901", new Turnover(Money.of("7.00"), Money.of("55.00")));
    assertThat(found.sum()).isEqualTo(new Turnover(Money.of("62.00"), Money.of("62.00")));
    assertThat(found.imbalance()).isZero();
  }

  @Test
  void anEmptyBookBalancesAtZero() {
    assertThat(TrialBalance.of(List.of()).accounts()).isEmpty();
    assertThat(TrialBalance.of(List.of()).sum()).isEqualTo(Turnover.NONE);
  }

  @Test
  void whatAHospitalIsOwedIsCreditLessDebit() {
    var payable = AccountStatement.of(chart.get("2901"), pairs);
    assertThat(payable.balance()).isEqualTo(48_00);
    assertThat(payable.subAccounts())
        .extracting(one -> one.key() + " " + one.balance())
        .containsExactly("H44160200001 1800", "H44160200002 3000");
  }

  @Test
  void whatACountyOwesIsDebitLessCreditAndMayTurnNegative() {
    var receivable = AccountStatement.of(chart.get("1901"), pairs);
    assertThat(receivable.balance()).isEqualTo(48_00);
    assertThat(receivable.subAccounts())
        .extracting(one -> one.key() + " " + one.balance())
        .containsExactly("441602 5000", "441625 -200");
  }

  private static PairTotal pair(String county, String hospital, String amount) {
    return new PairTotal(county(county), hospital(hospital), Money.of(amount));
  }

  private static AccountRef county(String code) {
    return AccountRef.of("1901").with(Dimension.COUNTY, code);
  }

  private static AccountRef hospital(String code) {
    return AccountRef.of("2901").with(Dimension.HOSPITAL, code);
  }
}
