package org.yizhan.ledger.fund;

import org.yizhan.contracts.Payer;
import org.yizhan.contracts.fund.FundCommand.Source;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.contracts.fund.Purpose;
import org.yizhan.ledger.account.AccountRef;
import org.yizhan.ledger.account.Dimension;

/** Which account a fund uses for what: the rows of the accounting table that move cash. */
final class Accounts {

  /** City's fiscal special account, and the agency's expenditure account (H17). */
  static final AccountRef FISCAL = AccountRef.of("1003");

  static final AccountRef EXPENDITURE = AccountRef.of("1004");

  /** The prepayment in the agency's designated account (H18), a sub-account of its own. */
  static final AccountRef PREPAID = EXPENDITURE.with(Dimension.PURPOSE, "prepayment");

  static final AccountRef FUND_BALANCE = AccountRef.of("3001");

  private static final AccountRef ADVANCES_PAID = AccountRef.of("1101");
  private static final AccountRef ADVANCES_RECEIVED = AccountRef.of("2001");
  private static final AccountRef RECEIVABLE = AccountRef.of("1901");
  private static final AccountRef PAYABLE = AccountRef.of("2901");

  private Accounts() {}

  static String wordOf(Purpose purpose) {
    return switch (purpose) {
      case IN_CITY -> "in-city";
      case OFF_SITE_IN_PROVINCE -> "off-site-in-province";
      case OFF_SITE_CROSS_PROVINCE -> "off-site-cross-province";
    };
  }

  /** What the province holds for the city (H19). */
  static AccountRef atTheProvince(Purpose purpose) {
    return ADVANCES_PAID.with(Dimension.PURPOSE, wordOf(purpose));
  }

  static Purpose purposeOf(PrepaymentKind kind) {
    return switch (kind) {
      case IN_CITY, SPECIAL_CARE -> Purpose.IN_CITY;
      case OFF_SITE_IN_PROVINCE -> Purpose.OFF_SITE_IN_PROVINCE;
      case OFF_SITE_CROSS_PROVINCE -> Purpose.OFF_SITE_CROSS_PROVINCE;
    };
  }

  static AccountRef income(Source source) {
    return switch (source) {
      case BUDGET -> AccountRef.of("4101");
      case LOTTERY -> AccountRef.of("4601");
      case DONATION -> AccountRef.of("4602");
      case INTEREST -> AccountRef.of("4201");
      case COUNTY -> AccountRef.of("4302");
      case PREMIUM -> AccountRef.of("4001").with(Dimension.PURPOSE, "assistance");
    };
  }

  static AccountRef benefits(Payer fund) {
    return AccountRef.of(fund == Payer.CATASTROPHIC ? "5101" : "5001");
  }

  /** Spent outside one-stop (H10). */
  static AccountRef manual(Payer fund, String county) {
    return benefits(fund).with(Dimension.COUNTY, county).with(Dimension.PURPOSE, "manual");
  }

  static AccountRef premiumSubsidy(String county) {
    return AccountRef.of("5201").with(Dimension.COUNTY, county);
  }

  /** Money that stays the insurer's until it is spent (H20). */
  static AccountRef ofInsurer(String insurer) {
    return ADVANCES_RECEIVED.with(Dimension.INSURER, insurer);
  }

  /** Money that stays the district's until it is spent (W5). */
  static AccountRef ofDistrict(String district) {
    return ADVANCES_RECEIVED.with(Dimension.COUNTY, district);
  }

  static AccountRef receivable(String county) {
    return RECEIVABLE.with(Dimension.COUNTY, county);
  }

  static AccountRef payable(String hospital) {
    return PAYABLE.with(Dimension.HOSPITAL, hospital);
  }

  /** Income and spending, closed at the year's end. */
  static boolean isOfTheYear(AccountRef account) {
    return account.code().startsWith("4") || account.code().startsWith("5");
  }
}
