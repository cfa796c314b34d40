package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All obligations, paid or not. */
public interface Premiums {

  /**
   * Stores those whose id is not known. What is known stays as it was first stored: a later mark
   * neither changes nor doubles what is owed.
   *
   * @return each id once, as it is stored, in the order of the offer
   */
  List<Premium> keep(List<PremiumObligation> arisen);

  /**
   * @param paidOn by obligation; the first payment heard of stays, and an obligation that is not
   *     known is passed over: when it arises it is asked for, and the ledger answers again
   */
  void paid(Map<UUID, LocalDate> paidOn);

  /** What was ever owed for these persons, paid or not. */
  List<PremiumObligation> of(Collection<String> personNumbers);

  /** In the order of their ids. */
  List<Premium> list(Question question);

  /**
   * Some that are not paid, in the order of their ids.
   *
   * @param day only what was known before it
   * @param after the id that the page follows; empty for the first page
   */
  List<PremiumObligation> unpaid(LocalDate day, String after, int limit);

  /** How many are not paid on this day. */
  Unpaid unpaid(LocalDate today);

  /**
   * @param state null for all
   * @param today decides what is overdue
   * @param after the id that the page follows; empty for the first page
   */
  record Question(
      String city, Premium.@Nullable State state, LocalDate today, String after, int limit) {}

  /**
   * @param owed without those that are overdue
   */
  record Unpaid(long owed, long overdue) {}
}
