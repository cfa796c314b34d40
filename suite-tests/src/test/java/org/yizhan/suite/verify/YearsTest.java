package org.yizhan.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.suite.verify.Samples.settlement;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class YearsTest {

  private final Coverages coverages = new Coverages();
  private final Years years = new Years(coverages);

  @Test
  @DisplayName("H7: each stay begins where the one before it ended")
  void followsAYear() {
    for (var stay : new String[] {"year-0", "year-1", "year-2"}) {
      assertThat(years.settled(settlement(stay))).isTrue();
    }
    assertThat(years.problems()).isEmpty();
  }

  @Test
  void aStayThatIsLeftOutIsMissed() {
    years.settled(settlement("year-0"));
    years.settled(settlement("year-2"));
    assertThat(years.problems())
        .anyMatch(line -> line.contains("cumulative base before is 376377.76, recomputed 88188.88"))
        .anyMatch(line -> line.contains("CATASTROPHIC paid in the year before"));
  }

  @Test
  void aYearThatBeginsInTheMiddleIsNoBeginning() {
    years.settled(settlement("year-1"));
    assertThat(years.problems())
        .anyMatch(
            line -> line.contains("BASIC paid in the year before is 200000.00, recomputed 0.00"));
  }

  @Test
  void whatWasPaidWithoutACapIsHeldAgainstTheStayBefore() {
    years.settled(settlement("year-0"));
    var altered = settlement("year-1");
    ((ObjectNode) altered.path("yearToDate")).put("CATASTROPHIC", "1000000.00");
    years.settled(altered);
    assertThat(years.problems()).anyMatch(line -> line.contains("CATASTROPHIC paid in the year"));
  }

  @Test
  void theSameAgainIsNothingNewAndAnotherContentIsNamed() {
    years.settled(settlement("year-0"));
    assertThat(years.settled(settlement("year-0"))).isFalse();
    assertThat(years.problems()).isEmpty();
    years.settled(settlement("year-0").put("county", "441621"));
    assertThat(years.problems()).anyMatch(line -> line.contains("published twice"));
  }

  @Test
  @DisplayName("H21: after a cancellation the later stays begin where those that stand end")
  void aCancelledSettlementUsesNothingUp() {
    years.settled(settlement("year-0"));
    years.settled(settlement("year-1"));
    years.revised(revision("r1", cancelled("year-1"), cancelled("year-1")));
    assertThat(years.problems()).isEmpty();
    var next = settlement("year-1").put("settlementId", "another");
    assertThat(years.settled(next)).isTrue();
    assertThat(years.problems()).isEmpty();
  }

  @Test
  @DisplayName("H21: a settlement that is stated anew keeps its place in the year")
  void anAdjustedSettlementIsHeldAgainstThoseBeforeIt() {
    years.settled(settlement("year-0"));
    years.settled(settlement("year-1"));
    var anew =
        settlement("year-0")
            .put("settlementId", settlement("year-1").path("settlementId").asString());
    var revision = revision("r1", cancelled("year-0"), cancelled("year-0"));
    ((ArrayNode) revision.path("revisions"))
        .addObject()
        .<ObjectNode>set("before", settlement("year-1"))
        .set("settlement", anew);
    assertThat(years.revised(revision)).isTrue();
    assertThat(years.problems()).isEmpty();
    assertThat(years.revised(revision)).as("again").isFalse();
    assertThat(years.revised(((ObjectNode) revision.deepCopy()).put("reason", "x"))).isFalse();
    assertThat(years.problems()).anyMatch(line -> line.contains("published twice"));
  }

  @Test
  void anAdjustmentThatForgetsTheCancellationIsNamed() {
    years.settled(settlement("year-0"));
    years.settled(settlement("year-1"));
    var revision = revision("r1", cancelled("year-0"), cancelled("year-0"));
    ((ArrayNode) revision.path("revisions"))
        .addObject()
        .<ObjectNode>set("before", settlement("year-1"))
        .set("settlement", settlement("year-1"));
    years.revised(revision);
    assertThat(years.problems())
        .anyMatch(
            line -> line.contains("BASIC paid in the year before is 200000.00, recomputed 0.00"))
        .anyMatch(line -> line.contains("cumulative base before is 88188.88, recomputed 0.00"));
  }

  @Test
  void whatDidNotStandCannotBeRevised() {
    years.revised(revision("r1", cancelled("year-0"), cancelled("year-0")));
    assertThat(years.problems()).anyMatch(line -> line.contains("was revised and did not stand"));
    years.settled(settlement("year-0"));
    var other = settlement("year-0");
    ((ObjectNode) other.at("/shares/0")).put("amount", "1.00");
    years.revised(revision("r2", other, cancelled("year-0")));
    assertThat(years.problems())
        .anyMatch(line -> line.contains("was revised from amounts that it did not have"));
  }

  private static ObjectNode cancelled(String name) {
    return settlement(name).put("status", "CANCELLED");
  }

  private static ObjectNode revision(String id, ObjectNode before, ObjectNode now) {
    var event = Samples.JSON.createObjectNode().put("revisionId", id);
    event
        .putArray("revisions")
        .addObject()
        .<ObjectNode>set("before", before)
        .set("settlement", now);
    return event;
  }

  @Test
  void afterAnEventThatNobodyKnowsAYearIsNotFollowedOn() {
    years.settled(settlement("year-0"));
    years.disturb("P0123456789ABCDEF");
    years.settled(settlement("year-2"));
    assertThat(years.problems()).isEmpty();
  }

  @Test
  @DisplayName("H12: what a number that was given up has used counts for the one that stays")
  void oneHumanHasOneYear() {
    coverages.know(
        Samples.JSON.readTree(
            """
            { "personNumber": "P0123456789ABCDEF", "eligibilityVersion": 7, "mergedFrom": ["POLD"] }
            """));
    assertThat(coverages.isSurvivor("P0123456789ABCDEF")).isTrue();
    years.settled(settlement("year-0").put("personNumber", "POLD"));
    years.settled(settlement("year-1"));
    assertThat(years.problems()).isEmpty();
    years.settled(settlement("year-2").put("eligibilityVersion", 6));
    assertThat(years.problems())
        .as("a version that knows nothing of the merge")
        .anyMatch(line -> line.contains("BASIC paid in the year before is 200000.00"));
  }

  @Test
  void aMergeThatIsNotCountedIsNamed() {
    coverages.know(
        Samples.JSON.readTree(
            """
            { "personNumber": "P0123456789ABCDEF", "eligibilityVersion": 7, "mergedFrom": ["POLD"] }
            """));
    years.settled(settlement("year-0").put("personNumber", "POLD"));
    years.settled(settlement("year-0").put("settlementId", "another"));
    assertThat(years.problems())
        .anyMatch(
            line -> line.contains("BASIC paid in the year before is 0.00, recomputed 200000.00"));
  }
}
