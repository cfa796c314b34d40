package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.ledger.account.Book;

/**
 * Three years of both cities, day by day. Every fact is a line of a report that was read against
 * the clauses; {@code -Dapprove=new} writes it where it is missing.
 */
@DisplayName("H10, H15, H16, H17, H18, H19, H20, H22, W5, W6, W7: three years of both cities")
class ThreeYearsTest {

  private static final Path APPROVED = Path.of("src/test/resources/approved");

  private static final ThreeYears WALK = new ThreeYears();
  private static final BooksInMemory BOOKS = new BooksInMemory(() -> {});

  @BeforeAll
  static void walk() {
    WALK.walk();
    WALK.funds().values().forEach(fund -> fund.entries().forEach(BOOKS::post));
  }

  @Test
  @DisplayName("every fact, as it was read and approved")
  void report() throws IOException {
    var lines = new ArrayList<>(WALK.report().lines());
    WALK.funds().values().stream()
        .filter(fund -> !fund.balances().isEmpty())
        .forEach(fund -> lines.add("stands on 2022-01-01 | " + WalkReport.standing(fund.state())));
    var text = String.join("\n", lines) + "\n";
    var file = APPROVED.resolve("three-years.txt");
    if (!Files.exists(file) && "new".equals(System.getProperty("approve"))) {
      Files.createDirectories(APPROVED);
      Files.writeString(file, text);
    }
    assertThat(file).as("run once with -Dapprove=new and review the file").exists();
    assertThat(text).isEqualTo(Files.readString(file));
  }

  @Test
  @DisplayName("every book balances, and each fund stands where its entries put it")
  void books() {
    assertThat(BOOKS.trialBalances().values()).hasSizeGreaterThan(8).allMatch(sum -> sum == 0);
    for (var fund : WALK.funds().values()) {
      var state = fund.state();
      assertThat(state.accounts()).isEqualTo(BOOKS.sums(state.city(), state.fund(), Book.CASH));
    }
  }

  @Test
  @DisplayName("H18: opening, grants and top-ups less payments and returns are the balance")
  void prepaymentIdentity() {
    var fund = WALK.funds().get("441600/ASSISTANCE");
    long granted = movedTo1004(fund, "prepayment-funded");
    long toppedUp = movedTo1004(fund, "moved-to-expenditure");
    long paid = -movedTo1004(fund, "hospital-paid");
    assertThat(List.of(granted, toppedUp, paid)).allMatch(fen -> fen > 0);
    assertThat(fund.fen("1004") + fund.fen("1004[purpose=prepayment]"))
        .isEqualTo(granted + toppedUp - paid);
    var special = WALK.funds().get("330300/SPECIAL_CARE");
    assertThat(special.fen("1004"))
        .isEqualTo(
            movedTo1004(special, "advance-received") + movedTo1004(special, "hospital-paid"));
  }

  private static long movedTo1004(AFund fund, String reason) {
    return fund.entries().stream()
        .filter(entry -> entry.reason().equals(reason))
        .flatMap(entry -> entry.postings().stream())
        .mapToLong(
            one ->
                (one.debit().code().equals("1004") ? one.amount().fen() : 0)
                    - (one.credit().code().equals("1004") ? one.amount().fen() : 0))
        .sum();
  }

  @Test
  @DisplayName("row 18: three years are closed to 3001, nothing of them is left")
  void yearEnds() {
    var state = WALK.funds().get("441600/ASSISTANCE").state();
    assertThat(state.accounts().keySet()).noneMatch(code -> code.matches("[45].*"));
    assertThat(state.accounts()).containsKey("3001");
    var closings =
        WALK.funds().get("441600/ASSISTANCE").entries().stream()
            .filter(entry -> entry.reason().equals("year-closed"))
            .map(entry -> entry.bookedOn().toString());
    assertThat(closings).containsExactly("2019-12-31", "2020-12-31", "2021-12-31");
  }

  @Test
  @DisplayName("H19: what the province holds is what was granted less what it paid")
  void provinceIdentity() {
    var fund = WALK.funds().get("441600/ASSISTANCE");
    for (var kind : new String[] {"off-site-in-province", "off-site-cross-province"}) {
      var account = "1101[city=441600,purpose=" + kind + "]";
      long granted = 0;
      long paid = 0;
      for (var entry : fund.entries()) {
        for (var posting : entry.postings()) {
          var name = posting.debit().toString();
          granted += name.contains("1101") && name.contains(kind) ? posting.amount().fen() : 0;
          name = posting.credit().toString();
          paid += name.contains("1101") && name.contains(kind) ? posting.amount().fen() : 0;
        }
      }
      assertThat(granted).as(account).isPositive();
      assertThat(fund.fen("1101[purpose=" + kind + "]")).isEqualTo(granted - paid);
    }
    assertThat(fund.state().prepayments())
        .filteredOn(one -> one.kind() != PrepaymentKind.IN_CITY)
        .hasSize(6);
  }

  @Test
  @DisplayName("H20: 35 months were demanded, and each was met")
  void imprest() {
    var demands = WALK.funds().get("441600/POVERTY").state().demands();
    assertThat(demands).hasSize(36);
    assertThat(demands.subList(0, 35))
        .extracting(ImprestDemand::state)
        .containsOnly(ImprestDemand.State.MET);
    long held = 0;
    for (var entry : WALK.funds().get("441600/POVERTY").entries()) {
      for (var posting : entry.postings()) {
        held += posting.debit().code().equals("1004") ? posting.amount().fen() : 0;
        held -= posting.credit().code().equals("1004") ? posting.amount().fen() : 0;
      }
      assertThat(held).as("after %s", entry).isBetween(0L, 250_000_00L);
    }
  }

  @Test
  @DisplayName("a fund that nothing was asked of has said nothing but its months")
  void silentFunds() {
    for (var fund : WALK.funds().values()) {
      if (fund.balances().isEmpty()) {
        assertThat(fund.entries()).isEmpty();
        assertThat(fund.facts()).allMatch(Fact.Said.class::isInstance);
      }
    }
  }
}
