package org.yizhan.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.ledger.fund.AFund.HEYUAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.contracts.ledger.FundWarning;
import org.yizhan.contracts.ledger.ImprestDemand;
import org.yizhan.contracts.ledger.ImprestDemand.State;
import org.yizhan.contracts.ledger.LedgerEvent.ImprestDemanded;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.calendar.WorkingDays;

@DisplayName("H20, H22: the insurer keeps 250,000 deposited and refills it after each close")
class ImprestTest {

  @TempDir Path folder;

  private static final String INSURER = "2001[insurer=中国人寿河源分公司]";

  private static AFund full(String day) {
    return AFund.of(HEYUAN, Payer.POVERTY, day).advance(null, "250000.00").isDone();
  }

  @Test
  @DisplayName("H20: the deposit stays the insurer's until a hospital is paid out of it")
  void deposit() {
    var one = full("2019-03-01").pay(Purpose.IN_CITY, "441602", "1234.56").isDone();
    assertThat(one.postings(Book.CASH))
        .containsExactly("1004 <- " + INSURER + " 250000.00", INSURER + " <- 1004 1234.56");
    assertThat(one.postings(Book.MEMO))
        .containsExactly(
            "2901[hospital=H44160200001] <- 1901[county=441602,insurer=中国人寿河源分公司] 1234.56");
    assertThat(one.pay(Purpose.IN_CITY, "441602", "248765.45").refusal().code())
        .isEqualTo("overdrawn");
  }

  @Test
  @DisplayName("H20: never above the full amount, to the fen")
  void neverAboveFull() {
    var one = AFund.of(HEYUAN, Payer.POVERTY, "2019-03-01");
    assertThat(one.advance(null, "250000.01").refusal().errors().getFirst().rule())
        .isEqualTo("must be at most 250000.00");
    one.advance(null, "250000.00").isDone().pay(Purpose.IN_CITY, "441602", "100.00");
    assertThat(one.advance(null, "100.01").refusal().code()).isEqualTo("above-full-amount");
    one.advance(null, "100.00").isDone();
    assertThat(one.advance(null, "0.01").refusal().code()).isEqualTo("above-full-amount");
    assertThat(one.fen("1004")).isEqualTo(250_000_00);
  }

  /** All deadlines of two years, counted with the calendar known at each month's close. */
  @Test
  @DisplayName("H20: ten working days after each close, for 24 months")
  void deadlines() {
    var one = AFund.of(HEYUAN, Payer.POVERTY, "2019-01-01");
    var due = new ArrayList<String>();
    for (var month = YearMonth.of(2019, 1); month.getYear() < 2021; month = month.plusMonths(1)) {
      one.until(month.plusMonths(1).atDay(1).toString());
      due.add(String.valueOf(one.demandOf(month.toString()).dueOn()));
    }
    assertThat(String.join(" ", due))
        .isEqualTo(
            "2019-02-19 2019-03-14 2019-04-15 2019-05-16 2019-06-17 2019-07-12 2019-08-14"
                + " 2019-09-16 2019-10-18 2019-11-14 2019-12-13 2020-01-15 2020-02-14 2020-03-13"
                + " 2020-04-15 2020-05-18 2020-06-12 2020-07-14 2020-08-14 2020-09-14 2020-10-21"
                + " 2020-11-13 2020-12-14 2021-01-15");
  }

  @Test
  @DisplayName("H22: asked at the close, again on the tenth with what was paid until then")
  void askedByTheTenth() {
    var one = full("2019-03-01").pay(Purpose.IN_CITY, "441602", "1000.00").until("2019-04-01");
    assertThat(one.demandOf("2019-03").open()).isEqualTo(Money.of("1000.00"));
    one.until("2019-04-08").pay(Purpose.IN_CITY, "441602", "500.00").until("2019-04-09");
    assertThat(one.demandOf("2019-03").open()).isEqualTo(Money.of("1000.00"));
    one.until("2019-04-10");
    assertThat(one.demandOf("2019-03").open()).isEqualTo(Money.of("1500.00"));
    one.until("2019-04-12").forget().advance(null, "1500.00").isDone();
    assertThat(one.said(ImprestDemanded.class))
        .singleElement()
        .extracting(said -> said.demand().state(), said -> said.demand().metOn())
        .containsExactly(State.MET, LocalDate.parse("2019-04-12"));
    assertThat(one.until("2019-04-30").state().warnings()).isEmpty();
  }

  @Test
  @DisplayName("H20: overdue on the day after the deadline, not on it; closed by the whole refill")
  void overdue() {
    var one = full("2019-03-01").pay(Purpose.IN_CITY, "441602", "1000.00").until("2019-04-15");
    assertThat(one.demandOf("2019-03").state()).isEqualTo(State.OPEN);
    one.until("2019-04-16");
    assertThat(one.demandOf("2019-03").state()).isEqualTo(State.OVERDUE);
    assertThat(late(one).getFirst())
        .extracting(FundWarning::state, FundWarning::bureau, FundWarning::missing)
        .containsExactly(FundWarning.State.ESCALATED, "中国人寿河源分公司", Money.of("1000.00"));
    one.advance(null, "999.99").isDone();
    assertThat(one.demandOf("2019-03").state()).as("a part is not all").isEqualTo(State.OVERDUE);
    one.until("2019-04-20").advance(null, "0.01").isDone();
    assertThat(one.demandOf("2019-03").state()).isEqualTo(State.MET);
    assertThat(late(one))
        .singleElement()
        .extracting(FundWarning::state, FundWarning::closedOn)
        .containsExactly(FundWarning.State.CLOSED, LocalDate.parse("2019-04-20"));
  }

  @Test
  @DisplayName("H20, H22: one receipt discharges every demand that waits")
  void oneReceipt() {
    var one = full("2019-03-01").pay(Purpose.IN_CITY, "441602", "1000.00").until("2019-05-02");
    assertThat(one.demandOf("2019-03").state()).isEqualTo(State.OVERDUE);
    assertThat(one.demandOf("2019-04").state()).isEqualTo(State.OPEN);
    one.advance(null, "1000.00").isDone();
    assertThat(one.state().demands()).extracting(ImprestDemand::state).containsOnly(State.MET);
  }

  @Test
  @DisplayName("H20: a full account is late for nothing")
  void nothingLacks() {
    var one = full("2019-03-01").until("2019-05-01");
    assertThat(one.demandOf("2019-03").state()).isEqualTo(State.MET);
    assertThat(one.state().warnings()).isEmpty();
  }

  @Test
  @DisplayName("H20: a year without a calendar has no deadline, and the demand names the year")
  void undetermined() {
    var one = full("2026-12-30").pay(Purpose.IN_CITY, "441602", "1.00").until("2027-03-01");
    var demand = one.demandOf("2026-12");
    assertThat(demand.dueOn()).isNull();
    assertThat(demand.missingYear()).isEqualTo(2027);
    assertThat(demand.state()).as("nobody is late by an unknown day").isEqualTo(State.OPEN);
    assertThat(late(one)).isEmpty();
    one.advance(null, "1.00").isDone();
    assertThat(one.demandOf("2026-12").state()).isEqualTo(State.MET);
  }

  @Test
  @DisplayName("H20: a holiday announced after the close moves the deadline, and that is said")
  void movedDeadline() throws IOException {
    var days = announced("2019-06-05", "", "2019-06-10");
    var one = AFund.of(HEYUAN, Payer.POVERTY, "2019-05-01", days).until("2019-06-04");
    assertThat(one.demandOf("2019-05").dueOn()).isEqualTo("2019-06-17");
    one.forget().until("2019-06-05");
    assertThat(one.said(ImprestDemanded.class))
        .singleElement()
        .extracting(said -> said.demand().dueOn())
        .isEqualTo(LocalDate.parse("2019-06-18"));
    assertThat(one.until("2019-06-18").demandOf("2019-05").state()).isEqualTo(State.OPEN);
    assertThat(one.until("2019-06-19").demandOf("2019-05").state()).isEqualTo(State.OVERDUE);
  }

  @Test
  @DisplayName("H20: once the year is announced, the deadline is counted")
  void announcedAtLast() throws IOException {
    var days =
        announced("2027-01-10", "covers: { from: 2027-01-01, to: 2027-12-31 }", "2027-01-01");
    var one = AFund.of(HEYUAN, Payer.POVERTY, "2026-12-30", days).until("2027-01-09");
    assertThat(one.demandOf("2026-12").missingYear()).isEqualTo(2027);
    one.until("2027-01-10");
    assertThat(one.demandOf("2026-12").missingYear()).isNull();
    assertThat(one.demandOf("2026-12").dueOn()).isEqualTo("2027-01-15");
  }

  private WorkingDays announced(String on, String covers, String holiday) throws IOException {
    var notice = Files.createTempFile(folder, "notices", ".yaml");
    Files.writeString(
        notice,
        """
        notices:
          - announced: %s
            reference: made up
            %s
            holidays: [%s]
        """
            .formatted(on, covers, holiday));
    return WorkingDays.load(WorkingDays.SHIPPED, Optional.of(notice));
  }

  @Test
  @DisplayName("H20: nothing is demanded for a time before the law")
  void beforeTheLaw() {
    var before = AFund.of(HEYUAN, Payer.POVERTY, "2018-12-31").until("2019-01-05");
    assertThat(before.state().demands()).isEmpty();
    assertThat(AFund.of(AFund.WENZHOU, Payer.POVERTY, "2020-01-31").until("2020-02-01").state())
        .satisfies(state -> assertThat(state.demands()).isEmpty());
  }

  private static List<FundWarning> late(AFund one) {
    return one.warnings(FundWarning.Cause.IMPREST_OVERDUE);
  }
}
