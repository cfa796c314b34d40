package org.yizhan.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChartOfAccountsTest {

  private final ChartOfAccounts chart = ChartOfAccounts.load("/chart-of-accounts.yaml");

  @Test
  @DisplayName("H16: the chart has the accounts of both books, each with its side and its status")
  void hasTheAccountsOfBothBooks() {
    assertThat(chart.accounts())
        .extracting(Account::code)
        .containsExactly(
            "1003", "1004", "1101", "1901", "2001", "2901", "3001", "4001", "4101", "4201", "4302",
            "4601", "4602", "5001", "5101", "5201");
    assertThat(chart.get("2901"))
        .isEqualTo(
            new Account(
                "2901",
                Book.MEMO,
                Account.Side.CREDIT,
                Account.Status.ILLUSTRATIVE,
                "应付定点医疗机构",
                "Payable to hospital"));
    assertThat(chart.accounts())
        .filteredOn(account -> account.book() == Book.MEMO)
        .extracting(Account::code)
        .containsExactly("1901", "2901");
    assertThat(chart.accounts())
        .filteredOn(account -> account.status() == Account.Status.PUBLISHED)
        .extracting(Account::code)
        .containsExactly("1004", "5001", "5101");
  }

  @Test
  void countsABalancePositiveOnTheAccountsOwnSide() {
    assertThat(chart.get("1901").balanceOf(500, 200)).isEqualTo(300);
    assertThat(chart.get("2901").balanceOf(500, 200)).isEqualTo(-300);
  }

  @Test
  void refusesACodeThatComesTwice() {
    var account = chart.get("1003");
    assertThatThrownBy(() -> new ChartOfAccounts(List.of(account, account)))
        .hasMessageContaining("1003");
    assertThatThrownBy(() -> ChartOfAccounts.load("/missing.yaml")).hasMessageContaining("missing");
    assertThatThrownBy(() -> chart.get("9999")).hasMessageContaining("9999");
  }
}
