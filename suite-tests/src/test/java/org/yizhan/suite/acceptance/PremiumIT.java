package org.yizhan.suite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.acceptance.House.PATIENCE;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.suite.city.Category;
import tools.jackson.databind.JsonNode;

/** From the agency's message over the obligation into the cash books of both funds, and back. */
class PremiumIT {

  private static final String PREMIUMS = "/api/premiums?city=441600&limit=1000";

  private static House house;

  @BeforeAll
  static void open() {
    house = House.shared();
  }

  @Test
  @DisplayName(
      "H15: the premium of a marked resident is paid once, in time, and stands in both funds' cash"
          + " books; an employee's and an unmarked resident's is not")
  void paysThePremium() throws Exception {
    var marked =
        People.inHeyuan()
            .with(Category.DIBAO.since("2019-07-01"), Category.REGISTERED_POOR.since("2019-07-01"));
    var employee = People.inHeyuan().employed("ACTIVE").with(Category.DIBAO.since("2019-07-01"));
    var unmarked = People.inHeyuan();
    var numbers = house.register(marked, employee, unmarked);
    var number = numbers.get(marked.label()).personNumber();

    house
        .door()
        .await(
            PREMIUMS + "&state=PAID",
            reply -> reply.isOk() && reply.text().contains(number),
            PATIENCE);

    var all = premiums(PREMIUMS);
    var its =
        all.stream().filter(one -> one.path("personNumber").asString().equals(number)).toList();
    assertThat(its).hasSize(1);
    var premium = its.getFirst();
    assertThat(premium.path("amount").asString()).isEqualTo("220.00");
    assertThat(premium.path("state").asString()).isEqualTo("PAID");
    assertThat(premium.path("paidOn").asString())
        .startsWith(premium.path("dueOn").asString().substring(0, 7));
    for (var other : List.of(employee, unmarked)) {
      assertThat(all.toString()).doesNotContain(numbers.get(other.label()).personNumber());
    }
    assertThat(premiums(PREMIUMS + "&state=OVERDUE")).isEmpty();
    assertTheBooksHold(premiums(PREMIUMS + "&state=PAID"));
  }

  /**
   * Other tests of this suite move cash too, and both funds have a budget, but no other premium.
   */
  private static void assertTheBooksHold(List<JsonNode> paid) throws IOException {
    var sum =
        paid.stream()
            .map(one -> new BigDecimal(one.path("amount").asString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .toPlainString();
    assertThat(paid).isNotEmpty();
    assertThat(turnover("ASSISTANCE", "5201", "debit")).isEqualTo(sum);
    assertThat(turnover("BASIC", "4001", "credit")).isEqualTo(sum);
    var received = new BigDecimal(turnover("BASIC", "1003", "debit"));
    var budget = new BigDecimal(turnover("BASIC", "4101", "credit"));
    assertThat(received.subtract(budget).toPlainString()).isEqualTo(sum);
  }

  private static String turnover(String fund, String code, String side) throws IOException {
    var found = house.door().get("/api/ledger/trial-balance?book=CASH&fund=" + fund).json();
    for (var account : found.path("accounts")) {
      if (account.path("code").asString().equals(code)) {
        return account.path(side).asString();
      }
    }
    return "none";
  }

  private static List<JsonNode> premiums(String path) throws IOException {
    var rows = new ArrayList<JsonNode>();
    var page = house.door().get(path).json();
    page.path("premiums").forEach(rows::add);
    assertThat(page.has("next")).as("one page holds all").isFalse();
    return rows;
  }
}
