package org.yizhan.ledger.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An account with its sub-accounts. Its text is canonical, so that equal accounts have equal texts:
 * {@code 1901[county=441602,insurer=…]}; characters that the form, or the name of a stored member,
 * needs itself are percent-encoded in values.
 */
public record AccountRef(String code, SortedMap<Dimension, String> subAccounts) {

  private static final Pattern FORM = Pattern.compile("([0-9]+)(?:\\[(.*)])?");
  private static final Pattern RESERVED = Pattern.compile("[%+,=\\[\\]/@.$]");

  public AccountRef {
    subAccounts = Collections.unmodifiableSortedMap(new TreeMap<>(subAccounts));
  }

  public static AccountRef of(String code) {
    return new AccountRef(code, Collections.emptySortedMap());
  }

  public AccountRef with(Dimension dimension, String value) {
    var more = new TreeMap<>(subAccounts);
    more.put(dimension, value);
    return new AccountRef(code, more);
  }

  /**
   * Reads the canonical text.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static AccountRef parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not an account with sub-accounts: " + text);
    }
    var ref = of(form.group(1));
    if (form.group(2) == null) {
      return ref;
    }
    for (var part : form.group(2).split(",", -1)) {
      var nameAndValue = part.split("=", 2);
      var dimension = Dimension.valueOf(nameAndValue[0].toUpperCase(Locale.ROOT));
      ref = ref.with(dimension, URLDecoder.decode(nameAndValue[1], UTF_8));
    }
    return ref;
  }

  /** The canonical text. */
  @Override
  public String toString() {
    if (subAccounts.isEmpty()) {
      return code;
    }
    return subAccounts.entrySet().stream()
        .map(AccountRef::text)
        .collect(Collectors.joining(",", code + "[", "]"));
  }

  private static String text(Map.Entry<Dimension, String> part) {
    var value =
        RESERVED
            .matcher(part.getValue())
            .replaceAll(reserved -> "%%%02X".formatted((int) reserved.group().charAt(0)));
    return part.getKey().wireName() + "=" + value;
  }
}
