package org.yizhan.ledger.province;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.fund.PrepaymentKind;

/** The province's off-site platform, as far as a city's prepayment and function go (H19). */
public interface Province {

  /**
   * What the province says of the money that a city paid up.
   *
   * @throws ProvinceFailure when it does not answer
   */
  Receipt receiptOf(PaidUp paidUp);

  /**
   * What the province says of an application. Only one that it has not got is handed in: whether an
   * earlier attempt arrived whose answer was lost, is asked first.
   *
   * @throws ProvinceFailure when it does not answer; it may have the application
   */
  Reply apply(Application application);

  /**
   * @param parts what was paid for the year, by kind
   */
  record PaidUp(String city, int year, SortedMap<PrepaymentKind, Money> parts) {
    public PaidUp {
      parts = new TreeMap<>(parts);
    }
  }

  /**
   * @param id the same however often it is asked for
   * @param year whose prepayment the province has confirmed
   */
  record Application(UUID id, String city, int year) {}

  /** What became of the money. */
  sealed interface Receipt {

    /**
     * @param reference under which the province keeps the receipt
     */
    record Confirmed(String reference) implements Receipt {}

    /** The money is announced or being checked. */
    record Pending() implements Receipt {}

    /** The province knows nothing of such a payment. */
    record Unknown() implements Receipt {}
  }

  /** What became of an application. */
  sealed interface Reply {

    /**
     * @param reference under which the province keeps the grant
     */
    record Granted(String reference) implements Reply {}

    record Pending() implements Reply {}

    record Refused(String reason) implements Reply {}
  }

  /** The province did not answer, or not so that it can be understood. */
  final class ProvinceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProvinceFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
