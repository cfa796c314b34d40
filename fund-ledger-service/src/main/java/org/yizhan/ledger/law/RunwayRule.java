package org.yizhan.ledger.law;

import java.util.List;

/**
 * How far a prepaid balance must reach, and what follows when it does not (W6).
 *
 * @param months a balance below the spending of so many months is warned of
 * @param meanOver a month's spending is the mean of so many closed months, of fewer where fewer
 *     exist
 * @param topUpDays calendar days from the warning until the top-up is complete
 * @param reminderDays days after the warning on which to remind, rising
 * @param bureau who is warned, by name
 */
public record RunwayRule(
    int months, int meanOver, int topUpDays, List<Integer> reminderDays, String bureau) {

  public RunwayRule {
    reminderDays = List.copyOf(reminderDays);
    if (months < 1 || meanOver < 1 || topUpDays < 1) {
      throw new IllegalArgumentException("months, mean and days of a runway are at least 1");
    }
    if (reminderDays.stream().anyMatch(day -> day < 1 || day >= topUpDays)) {
      throw new IllegalArgumentException(
          "reminders " + reminderDays + " must lie between the warning and day " + topUpDays);
    }
  }
}
