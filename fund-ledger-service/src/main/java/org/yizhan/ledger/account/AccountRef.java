package org.yizhan.ledger.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account with its sub-accounts. Its text is canonical, so that equal accounts have equal texts:
 * {@code 1901[county=441602,insurer=…]}; characters that the form, or the name of a stored member,
 * needs itself are percent-encoded in values.
 */
public final class AccountRef {

  private static final Pattern FORM = Pattern.compile("([0-9]+)(?:\\[(.*)])?");
  private static final String RESERVED = "%+,=[]/@.$";

  private final String code;
  private final SortedMap<Dimension, String> subAccounts;
  // Made once: an entry asks for it in its document, in its chain and three times in its total.
  private final String text;

  public AccountRef(String code, SortedMap<Dimension, String> subAccounts) {
    this.code = code;
    this.subAccounts = Collections.unmodifiableSortedMap(new TreeMap<>(subAccounts));
    this.text = textOf(code, this.subAccounts);
  }

  public String code() {
    return code;
  }

  public SortedMap<Dimension, String> subAccounts() {
    return subAccounts;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccountRef ref && text.equals(ref.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return text;
  }

  private static String textOf(String code, SortedMap<Dimension, String> subAccounts) {
    if (subAccounts.isEmpty()) {
      return code;
    }
    var text = new StringBuilder(code).append('[');
    subAccounts.forEach(
        (dimension, value) ->
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                .append(dimension.wireName())
                .append('=')
                .append(encoded(value)));
    return text.append(']').toString();
  }

  private static String encoded(String value) {
    return value.chars().noneMatch(c -> RESERVED.indexOf(c) >= 0)
        ? value
        : value
            .chars()
            .mapToObj(
                c -> RESERVED.indexOf(c) < 0 ? String.valueOf((char) c) : "%%%02X".formatted(c))
            .collect(Collectors.joining());
  }
}
