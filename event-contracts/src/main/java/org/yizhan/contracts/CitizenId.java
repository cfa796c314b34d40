package org.yizhan.contracts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen identity number (GB 11643): 17 digits and a check character. Sensitive: {@link
 * #toString} is masked, it has no JSON form, and nothing but the first consumer holds it in clear.
 */
public final class CitizenId {

  private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");

  /** Of a longer number every part would be tried, and serial numbers hold dates: too many pass. */
  private static final Pattern RUN_OF_18 = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9Xx])");

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private final String number;

  private CitizenId(String number) {
    this.number = number;
  }

  /** Reads a number, or says nothing when {@link #ruleBrokenBy} finds a rule it breaks. */
  public static Optional<CitizenId> parse(String text) {
    return ruleBrokenBy(text).isEmpty() ? Optional.of(new CitizenId(text)) : Optional.empty();
  }

  /**
   * The first rule that the text breaks, in words for its sender. An abolished division code breaks
   * none.
   */
  public static Optional<String> ruleBrokenBy(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.of(
          "must be 17 digits and a check character (0-9 or X); 15-digit numbers are refused");
    }
    if (!bornOnARealDay(text)) {
      return Optional.of("digits 7 to 14 must be a date of birth");
    }
    if (text.charAt(17) != checkCharacterOf(text)) {
      return Optional.of("the check character does not agree with the digits (GB 11643)");
    }
    return Optional.empty();
  }

  /** Whether a valid number, no longer one's part, stands in a text that must not hold one. */
  public static boolean standsIn(String text) {
    return standsIn(text, LocalDate.MAX);
  }

  /**
   * As {@link #standsIn(String)}, of somebody born before a day: one serial number in eleven that
   * is made of a division, a recent date and a counter would pass for a citizen ID.
   */
  public static boolean standsIn(String text, LocalDate bornBefore) {
    return RUN_OF_18
        .matcher(text)
        .results()
        .flatMap(found -> parse(found.group().toUpperCase(Locale.ROOT)).stream())
        .anyMatch(citizen -> citizen.bornOn().isBefore(bornBefore));
  }

  /** The check character that belongs to the first 17 digits. */
  public static char checkCharacterOf(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  /**
   * Any text as it may be shown: the first six and the last four characters of an 18-character one.
   */
  public static String mask(String text) {
    return text.length() == 18
        ? text.substring(0, 6) + "********" + text.substring(14)
        : "********";
  }

  private static boolean bornOnARealDay(String text) {
    try {
      var born =
          LocalDate.of(
              Integer.parseInt(text.substring(6, 10)),
              Integer.parseInt(text.substring(10, 12)),
              Integer.parseInt(text.substring(12, 14)));
      return born.getYear() >= 1850;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /** The number in clear, to be hashed or encrypted and nothing else. */
  public String inClear() {
    return number;
  }

  public LocalDate bornOn() {
    return LocalDate.of(
        Integer.parseInt(number.substring(6, 10)),
        Integer.parseInt(number.substring(10, 12)),
        Integer.parseInt(number.substring(12, 14)));
  }

  /** Masked, for example {@code 441600********0014}. */
  @Override
  public String toString() {
    return mask(number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CitizenId that && number.equals(that.number);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }
}
