package org.yizhan.roster.reference;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An identity category (H3, W2).
 *
 * @param label its Chinese name
 * @param cities where it exists
 * @param agency who alone confirms it (H11)
 * @param ageFrom completed years below which it is unlikely, or null
 * @param ageBelow completed years from which on it is unlikely, or null
 * @param bornBy the last likely day of birth, or null
 */
public record Category(
    String label,
    Set<String> cities,
    String agency,
    @Nullable Integer ageFrom,
    @Nullable Integer ageBelow,
    @Nullable LocalDate bornBy) {

  public Category {
    cities = Set.copyOf(cities);
  }
}
