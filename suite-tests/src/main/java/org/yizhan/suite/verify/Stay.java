package org.yizhan.suite.verify;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The facts that a settlement states about person and stay, and the law in force for it.
 *
 * @param level of the hospital, null when nobody knows it but the settlement itself
 * @param told the marks that count, null when nobody knows more than those the settlement names
 */
record Stay(
    Law law,
    JsonNode settlement,
    @Nullable Integer level,
    @Nullable List<Mark> told,
    Findings findings) {

  String text(String member) {
    return settlement.path(member).asString("");
  }

  /** Parameters count by discharge date. */
  LocalDate day() {
    return LocalDate.parse(text("dischargeDate"));
  }

  /** The value in force; {@code path} is file and key. */
  Row row(String path) {
    return law.on(name(path), day());
  }

  String name(String path) {
    return text("city") + '/' + path;
  }

  /** {@code resident} or {@code employee}, as files write it. */
  String scheme() {
    return word(text("scheme"));
  }

  String place() {
    return text("place");
  }

  boolean allMarksKnown() {
    return told != null;
  }

  /** Those told; else every mark that decided a share: the person has it, whoever else asks. */
  List<Mark> marks() {
    if (told != null) {
      return told;
    }
    var marks = new LinkedHashSet<Mark>();
    for (var share : settlement.path("shares")) {
      if (share.has("category")) {
        var county = share.path("categoryCounty").asString("");
        marks.add(new Mark(share.path("category").asString(""), county, null));
      }
    }
    return List.copyOf(marks);
  }

  /** Whether a mark of one of these categories counts. */
  boolean isMarked(List<String> categories) {
    return marks().stream().map(Mark::category).anyMatch(categories::contains);
  }

  static String word(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
