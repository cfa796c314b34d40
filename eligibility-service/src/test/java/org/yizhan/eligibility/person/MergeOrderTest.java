package org.yizhan.eligibility.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.eligibility.Coverage;
import org.yizhan.contracts.roster.RosterEvent;
import org.yizhan.contracts.roster.RosterEvent.Kind;
import org.yizhan.eligibility.person.ApplyingChanges.Outcome;

/**
 * Random histories of three numbers of one human: each number is a log, read in batches that are
 * cut anyhow and partly read again, and what is passed on is appended to another log.
 */
class MergeOrderTest {

  private static final List<String> NUMBERS = List.of("A", "B", "C");
  private static final SealedTexts TEXTS = (one, other) -> Optional.of(one.equals(other));

  @Test
  @DisplayName(
      "H11, H12: merges before, after and between reports, redelivered: the same coverage, the same"
          + " answers")
  void anyOrderEndsInTheSameCoverage() {
    for (long seed = 0; seed < 400; seed++) {
      var city = new City(seed);
      city.live();
      assertThat(city.survivor()).as("seed " + seed).isEqualTo(city.oracle());
      assertThat(city.adopted()).as("seed " + seed).containsExactly("B", "C");
      // Everybody is answered, and always in the same words.
      assertThat(city.answers.keySet())
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(city.said);
    }
  }

  /** What counts of a coverage, wherever the person came from. */
  private record Content(
      List<Coverage.Enrolment> enrolments,
      List<Coverage.Mark> marks,
      List<Coverage.Filing> filings) {

    static Content of(Coverage coverage) {
      return new Content(coverage.enrolments(), coverage.marks(), coverage.filings());
    }
  }

  private static final class City {

    private final long seed;
    private final SplittableRandom random;
    private final Persons persons = new PersonsInMemory();
    private final ApplyingChanges applying =
        new ApplyingChanges(persons, TEXTS, (before, merge) -> List.of());
    private final Map<String, Reports> say = new LinkedHashMap<>();
    private final Map<String, List<RosterEvent>> logs = new HashMap<>();
    private final Map<String, Integer> read = new HashMap<>();
    private final List<RosterEvent> reports = new ArrayList<>();
    private final List<ChangeKey> said = new ArrayList<>();
    private final Map<ChangeKey, Outcome> answers = new HashMap<>();

    private int crashesLeft = 8;

    City(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      for (var number : NUMBERS) {
        say.put(number, new Reports(number, number));
        logs.put(number, new ArrayList<>());
        read.put(number, 0);
      }
    }

    void live() {
      // C goes into A directly, or in turn; merges stand anywhere among the reports.
      var intoOfC = random.nextBoolean() ? "A" : "B";
      int mergeOfB = random.nextInt(20);
      int mergeOfC = random.nextInt(20);
      for (int i = 0; i < 20; i++) {
        if (i == mergeOfB) {
          append(say.get("B").mergedInto(say.get("A")));
        }
        if (i == mergeOfC) {
          append(say.get("C").mergedInto(say.get(intoOfC)));
        }
        var report = report(say.get(NUMBERS.get(random.nextInt(3))));
        reports.add(report);
        append(report);
        if (random.nextInt(3) == 0) {
          readSome(NUMBERS.get(random.nextInt(3)));
        }
      }
      while (NUMBERS.stream().anyMatch(one -> read.get(one) < logs.get(one).size())) {
        readSome(NUMBERS.get(random.nextInt(3)));
      }
    }

    private void append(RosterEvent event) {
      said.add(ChangeKey.of(event));
      logs.get(event.origin().personNumber()).add(event);
    }

    private RosterEvent report(Reports speaker) {
      var from = "2019-%02d-01".formatted(1 + random.nextInt(12));
      return switch (random.nextInt(4)) {
        case 0 -> speaker.enrolled(from, null, random.nextBoolean() ? "441602" : "441621");
        case 1 -> speaker.filed(from, null, "440100");
        default -> speaker.mark(Kind.values()[random.nextInt(3)], "DIBAO", from, null);
      };
    }

    private void readSome(String number) {
      var log = logs.get(number);
      int from = read.get(number);
      int to = Math.min(log.size(), from + 1 + random.nextInt(5));
      if (from == to) {
        return;
      }
      applying.apply(log.subList(from, to)).outcomes().forEach(this::note);
      boolean again = crashesLeft > 0 && random.nextInt(4) == 0;
      crashesLeft -= again ? 1 : 0;
      read.put(number, again ? random.nextInt(to) : to);
    }

    private void note(Outcome outcome) {
      switch (outcome) {
        case Outcome.PassedOn(var event) -> logs.get(event.origin().personNumber()).add(event);
        case Outcome.Applied(var change) -> {
          var before = answers.putIfAbsent(ChangeKey.of(change.event()), outcome);
          assertThat(before == null ? outcome : before).as("seed " + seed).isEqualTo(outcome);
        }
      }
    }

    Content survivor() {
      return Content.of(persons.find("A").orElseThrow().coverage());
    }

    List<String> adopted() {
      return persons.find("A").orElseThrow().mergedFrom();
    }

    /** One person of whom everything was reported from the start. */
    Content oracle() {
      var person = Person.unheardOf("A");
      for (var report : reports) {
        person = person.with(report, List.of());
      }
      return Content.of(person.coverage());
    }
  }
}
