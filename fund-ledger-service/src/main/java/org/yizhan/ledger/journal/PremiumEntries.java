package org.yizhan.ledger.journal;

import java.util.List;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.PayPremium;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Book;
import org.yizhan.ledger.account.Dimension;

/**
 * What a premium paid on behalf of a marked resident means for the cash books (H15): the assistance
 * fund spends it, and the fund of basic insurance takes it in. Money crosses between funds with an
 * entry in both.
 *
 * <p>Nothing is refused for want of money: the books have no income yet, so account 1003 of the
 * assistance fund may stand below zero. The refusal belongs to the document that will decide every
 * payment out of that account; that is why the commands are keyed by it.
 */
public final class PremiumEntries {

  static final String FISCAL_ACCOUNT = "1003";
  static final String PREMIUM_INCOME = "4001";
  static final String PREMIUM_SPENDING = "5201";

  private PremiumEntries() {}

  /** One entry in either fund, booked on the day since when the obligation is known. */
  public static List<JournalEntry> entriesFor(FundCommand command) {
    return switch (command) {
      case PayPremium pay -> List.of(spending(pay), income(pay));
      case FundCommand.Unrecognised _ -> List.of(); // counted by the edge
    };
  }

  /**
   * The voucher that both entries stand on.
   *
   * @throws IllegalArgumentException for a command that causes none
   */
  public static UUID voucherOf(FundCommand command) {
    return switch (command) {
      case PayPremium pay -> DerivedId.of("premium-voucher", pay.obligationId());
      case FundCommand.Unrecognised _ -> throw new IllegalArgumentException("says nothing");
    };
  }

  private static JournalEntry spending(PayPremium pay) {
    var spending = AccountRef.of(PREMIUM_SPENDING).with(Dimension.COUNTY, pay.county());
    return entry(pay, Payer.ASSISTANCE, spending, AccountRef.of(FISCAL_ACCOUNT));
  }

  private static JournalEntry income(PayPremium pay) {
    var income = AccountRef.of(PREMIUM_INCOME).with(Dimension.PURPOSE, "assistance");
    return entry(pay, Payer.BASIC, AccountRef.of(FISCAL_ACCOUNT), income);
  }

  private static JournalEntry entry(
      PayPremium pay, Payer fund, AccountRef debit, AccountRef credit) {
    return new JournalEntry(
        idOf(pay.obligationId(), fund),
        fund,
        Book.CASH,
        pay.obligationId(),
        "premium-paid",
        pay.knownOn(),
        List.of(new Posting(debit, credit, pay.amount())),
        null);
  }

  private static UUID idOf(UUID obligationId, Payer fund) {
    return DerivedId.of("premium-entry", obligationId, fund);
  }
}
