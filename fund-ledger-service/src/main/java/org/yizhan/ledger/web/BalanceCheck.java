package org.yizhan.ledger.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.kafka.OurDefect;
import org.yizhan.contracts.Payer;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.balance.TrialBalance;

/**
 * Debit equals credit, checked whenever the books are read; the gauge shows what the last look
 * found.
 */
@Component
final class BalanceCheck {

  private final Map<String, AtomicLong> imbalances = new HashMap<>();

  BalanceCheck(MeterRegistry meters) {
    for (var fund : Payer.values()) {
      for (var book : Book.values()) {
        var imbalance = new AtomicLong();
        imbalances.put(name(fund, book), imbalance);
        Gauge.builder("yizhan.ledger.imbalance.fen", imbalance, AtomicLong::get)
            .tags("fund", fund.name(), "book", book.name())
            .register(meters);
      }
    }
  }

  /**
   * @throws OurDefect when the books are broken: no figure leaves the house
   */
  void require(Payer fund, Book book, TrialBalance found) {
    imbalances.getOrDefault(name(fund, book), new AtomicLong()).set(found.imbalance());
    if (found.imbalance() != 0) {
      throw new OurDefect(
          "book "
              + name(fund, book)
              + " does not balance, debit less credit is "
              + found.imbalance()
              + " fen");
    }
  }

  private static String name(Payer fund, Book book) {
    return fund + "/" + book;
  }
}
