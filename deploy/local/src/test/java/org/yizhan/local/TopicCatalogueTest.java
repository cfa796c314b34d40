package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yizhan.contracts.Topics;
import org.yizhan.local.TopicCatalogue.Retention;
import org.yizhan.local.TopicCatalogue.Topic;

class TopicCatalogueTest {

  private final TopicCatalogue catalogue = TopicCatalogue.load();

  @Test
  void theCatalogueAndTheContractsNameTheSameTopics() {
    var contracts =
        Stream.concat(
            Arrays.stream(Topics.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(TopicCatalogueTest::valueOf)
                .filter(name -> !name.equals(Topics.ROSTER_CHANGES_PREFIX)),
            Topics.MARKING_AGENCIES.stream().map(agency -> Topics.ROSTER_CHANGES_PREFIX + agency));
    assertThat(catalogue.topics().stream().map(Topic::name))
        .containsExactlyInAnyOrderElementsOf(contracts.toList());
  }

  @Test
  void everyTopicThatAServiceConsumesHasAParkedOneBesideIt() {
    var withoutParked =
        catalogue.topics().stream().filter(topic -> !topic.parked()).map(Topic::name).toList();
    assertThat(withoutParked).isEmpty();
    assertThat(catalogue.names())
        .contains("settlements.parked", "roster.changes.civil-affairs.parked");
  }

  @Test
  void thereAreTwelvePartitionsAndThreeCopiesInProductionAndFewerOnOneMachine() {
    assertThat(catalogue.partitions()).isEqualTo(12);
    assertThat(catalogue.replication()).isEqualTo((short) 3);
    assertThat(catalogue.local().partitions()).isEqualTo(2);
    assertThat(catalogue.local().replication()).isEqualTo((short) 1);
  }

  @Test
  void personalDataInClearIsNotKept() {
    assertThat(catalogue.topics())
        .filteredOn(
            topic -> topic.name().endsWith(".changes") || topic.name().contains(".changes."))
        .hasSize(6)
        .allMatch(topic -> topic.retention() == Retention.WEEK);
  }

  @Test
  void whatADecisionMayNeedAgainIsKeptForEver() {
    var kept =
        List.of(
            Topics.CARE_COMMANDS,
            Topics.SETTLEMENTS,
            Topics.ROSTER,
            Topics.ELIGIBILITY,
            Topics.CALENDAR,
            Topics.FUND_COMMANDS,
            Topics.LEDGER,
            Topics.HOSPITALS,
            Topics.OFF_SITE_FUNCTIONS);
    assertThat(catalogue.topics())
        .filteredOn(topic -> topic.retention() == Retention.FOREVER)
        .extracting(Topic::name)
        .containsExactlyInAnyOrderElementsOf(kept);
  }

  private static String valueOf(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
