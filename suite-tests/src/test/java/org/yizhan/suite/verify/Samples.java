package org.yizhan.suite.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Settlements as the suite made them, by the law as it is shipped. */
final class Samples {

  static final List<String> ALL =
      List.of(
          "heyuan-resident",
          "heyuan-unmarked",
          "heyuan-employee",
          "heyuan-filed",
          "heyuan-unfiled",
          "heyuan-closed",
          "heyuan-before-october",
          "wenzhou-category",
          "wenzhou-own-standard",
          "wenzhou-below-deductible",
          "year-0",
          "year-1",
          "year-2");

  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Law LAW = Law.read(Law.shipped());

  private Samples() {}

  static String text(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/verify", name + ".json"))
          .replace("@hash@", LAW.hash());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static ObjectNode settlement(String name) {
    return (ObjectNode) JSON.readTree(text(name));
  }

  static List<String> problemsIn(JsonNode settlement) {
    return new Verifier(List.of(LAW), Registers.empty()).problemsIn(settlement);
  }
}
