package org.yizhan.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.yizhan.chassis.web.JsonBody;
import org.yizhan.ledger.account.ChartOfAccounts;
import org.yizhan.ledger.asking.AskingFunds;
import org.yizhan.ledger.asking.FundCommands;
import org.yizhan.ledger.asking.PendingCommands;
import org.yizhan.ledger.balance.Balances;
import org.yizhan.ledger.calendar.WorkingDays;
import org.yizhan.ledger.chain.Chaining;
import org.yizhan.ledger.chain.DaySeals;
import org.yizhan.ledger.chain.Links;
import org.yizhan.ledger.chain.SealingDays;
import org.yizhan.ledger.fund.BookedByCommand;
import org.yizhan.ledger.fund.DaysOfFunds;
import org.yizhan.ledger.fund.DecidingBatches;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.fund.Funds;
import org.yizhan.ledger.fund.Outlook;
import org.yizhan.ledger.journal.Journal;
import org.yizhan.ledger.journal.SettlementEntries;
import org.yizhan.ledger.law.FundLaw;
import org.yizhan.ledger.province.AskingTheProvince;
import org.yizhan.ledger.province.Province;
import org.yizhan.ledger.report.FundReports;
import tools.jackson.databind.json.JsonMapper;

/** Wires the domain by hand. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  ChartOfAccounts chartOfAccounts() {
    return ChartOfAccounts.load("/chart-of-accounts.yaml");
  }

  /** The clock lends its zone only: the booking date comes from the event. */
  @Bean
  SettlementEntries settlementEntries(Clock clock) {
    return new SettlementEntries(clock.getZone());
  }

  @Bean
  DecidingFunds decidingFunds(FundLaw law, WorkingDays days, Clock clock) {
    return new DecidingFunds(law, days, clock.getZone());
  }

  @Bean
  DecidingBatches decidingBatches(DecidingFunds deciding, Funds funds, BookedByCommand booked) {
    return new DecidingBatches(deciding, funds, booked);
  }

  @Bean
  BookedByCommand bookedByCommand(Journal journal) {
    return (key, commandId) -> {
      var posted = new ArrayList<>(journal.find(List.of(DecidingFunds.voucherOf(key, commandId))));
      posted.addAll(journal.correctionsOf(commandId));
      return posted;
    };
  }

  @Bean
  AskingFunds askingFunds(FundCommands commands, Funds funds, PendingCommands pending) {
    return new AskingFunds(commands, funds, pending);
  }

  @Bean
  Outlook outlook(FundLaw law) {
    return new Outlook(law);
  }

  @Bean
  FundReports fundReports(Balances balances, Funds funds, ChartOfAccounts chart, FundLaw law) {
    return new FundReports(balances, funds, chart, law);
  }

  @Bean
  JsonBody jsonBody(JsonMapper mapper) {
    return new JsonBody(mapper, DataSize.ofKilobytes(64));
  }

  @Bean
  DaysOfFunds daysOfFunds(FundLaw law) {
    return new DaysOfFunds(law);
  }

  @Bean
  Chaining chaining(Links links) {
    return new Chaining(links);
  }

  @Bean
  SealingDays sealingDays(Links links, DaySeals seals) {
    return new SealingDays(links, seals);
  }

  /**
   * @param address of the province; empty where there is none
   */
  @Bean
  AskingTheProvince askingTheProvince(
      Province province,
      Funds funds,
      FundLaw law,
      @Value("${YIZHAN_PROVINCE_URL:}") String address) {
    return new AskingTheProvince(province, funds, address.isBlank() ? Set.of() : law.cities());
  }
}
