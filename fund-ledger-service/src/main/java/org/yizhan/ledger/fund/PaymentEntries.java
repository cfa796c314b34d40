package org.yizhan.ledger.fund;

import java.util.List;
import java.util.UUID;
import org.yizhan.ledger.journal.Journal.Posted;

/** What the books have of a payment to a hospital. */
@FunctionalInterface
public interface PaymentEntries {

  /**
   * @param key city and fund
   * @param paymentId the command that paid
   * @return the entries of that command, whatever it was, and those that correct them
   */
  List<Posted> find(String key, UUID paymentId);
}
