package org.yizhan.settlement.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yizhan.chassis.parameter.Status;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.settlement.explanation.WhyNothing.Kind;
import org.yizhan.settlement.parameter.LawUnits;

/** Both languages say the same things. */
class WordsTest {

  private static final Map<String, String> CHINESE = textsIn(Locale.CHINESE);
  private static final Map<String, String> ENGLISH = textsIn(Locale.ENGLISH);

  private static Map<String, String> textsIn(Locale language) {
    var bundle = ResourceBundle.getBundle("explanation.text", language);
    assertThat(bundle.getLocale()).isEqualTo(language);
    var texts = new TreeMap<String, String>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return texts;
  }

  @Test
  void bothHaveTheSameKeysWithTheSamePlaces() {
    assertThat(ENGLISH.keySet()).isEqualTo(CHINESE.keySet());
    CHINESE.forEach(
        (key, text) -> assertThat(places(ENGLISH.get(key))).as(key).isEqualTo(places(text)));
  }

  private static Set<String> places(String pattern) {
    var numbers = new TreeSet<String>();
    var found = java.util.regex.Pattern.compile("\\{(\\d)}").matcher(pattern);
    while (found.find()) {
      numbers.add(found.group(1));
    }
    assertThat(new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex())
        .as(pattern)
        .hasSize(numbers.size());
    return numbers;
  }

  @Test
  void everyCodeOfTheLawHasAName() {
    var codes = new TreeSet<String>();
    for (var parameter : LawUnits.FILES.load("parameters", Optional.empty()).all()) {
      var path = parameter.name().split("/");
      if (path[path.length - 2].equals("ratio") && path[path.length - 1].matches("[A-Z0-9_]+")) {
        codes.add("category." + path[path.length - 1]);
      }
      if (path[1].equals("catastrophic") && path.length == 5) {
        codes.add("group." + path[3]);
      }
    }
    assertThat(codes).hasSizeGreaterThan(20).contains("category.DIBAO", "group.hardship");
    codes.addAll(named("payer", Payer.values()));
    codes.addAll(named("place", Place.values()));
    codes.addAll(named("scheme", Scheme.values()));
    codes.addAll(named("employment", EmploymentStatus.values()));
    codes.addAll(named("why", Kind.values()));
    codes.addAll(named("cause", Cause.values()));
    Arrays.stream(Status.values()).forEach(status -> codes.add("source." + status.word()));
    assertThat(CHINESE.keySet()).containsAll(codes);
  }

  private static Set<String> named(String kind, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> kind + '.' + value.name())
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void aCodeThatOnlyAnOverlayKnowsIsShownAsItIs() {
    assertThat(Words.in(Locale.CHINESE).name("category", "NEW_MARK")).isEqualTo("NEW_MARK");
  }
}
