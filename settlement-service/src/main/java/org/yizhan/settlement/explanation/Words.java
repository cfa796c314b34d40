package org.yizhan.settlement.explanation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of one language; they stand in {@code explanation/text_<language>.properties}. */
final class Words {

  static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

  private static final String BUNDLE = "explanation.text";

  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * @param language one of {@link #LANGUAGES}
   */
  static Words in(Locale language) {
    // Without the control a machine's own language would fill in for one that is missing.
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Words(ResourceBundle.getBundle(BUNDLE, language, control));
  }

  /** The text with its places filled; amounts and days are passed as they are to be read. */
  String say(String key, Object... places) {
    var texts = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      texts[i] = places[i].toString();
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
  }

  /** The name of a code; an operator's overlay may know codes that have none. */
  String name(String kind, String code) {
    var key = kind + '.' + code;
    return bundle.containsKey(key) ? bundle.getString(key) : code;
  }
}
