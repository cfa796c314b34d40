package org.yizhan.eligibility.premium;

import java.time.LocalDate;
import java.util.UUID;
import org.yizhan.chassis.id.DerivedId;

/**
 * The agency owes the premium of a marked resident for a calendar year (H15): once, however many
 * agencies and marks. It stays owed, and what was paid stays paid, when the mark ends or is
 * withdrawn later.
 *
 * @param id computed from person, city and year
 * @param county the county that confirmed the deciding mark
 * @param agency who answers for that mark
 * @param from the first day of the year on which enrolment and mark both hold (H14)
 * @param knownOn the day since when both are known
 * @param dueOn the last day of the month in which both are done
 */
public record PremiumObligation(
    UUID id,
    String personNumber,
    String city,
    String county,
    int year,
    LocalDate from,
    Subsidy subsidy,
    String category,
    String agency,
    LocalDate knownOn,
    LocalDate dueOn) {

  static UUID idOf(String personNumber, String city, int year) {
    return DerivedId.of("premium", personNumber, city, year);
  }
}
