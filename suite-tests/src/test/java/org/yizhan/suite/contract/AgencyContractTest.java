package org.yizhan.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.suite.contract.AgencyContract.Message;
import tools.jackson.databind.json.JsonMapper;

/** What agencies and operators are told is what the suite does. */
class AgencyContractTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final AgencyContract CONTRACT = AgencyContract.read(AgencyContract.FILE);
  private static final Map<String, ContractRule> RULES =
      Map.of(
          "examples", new ExamplesFitTheirSchemas(),
          "channels", new ChannelsAreTopics(),
          "members", new MembersAreTheRecords(),
          "codes", new CodesAgree());

  @ParameterizedTest
  @DisplayName("H11, W4: the contract of the agencies agrees with the code")
  @ValueSource(strings = {"examples", "channels", "members", "codes"})
  void agrees(String rule) {
    assertThat(RULES.get(rule).problemsIn(CONTRACT)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}/{2} = {3}")
  @DisplayName("Each rule was seen to bite: what is spoilt is found")
  @CsvSource(
      delimiter = '|',
      nullValues = "gone",
      textBlock =
          """
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples/0/payload/kind          | "JOIN"               | /kind
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples/0/payload/category      | "REGISTERED_POOR"    | /category
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples/0/payload/standardPercent | 80                 | /standardPercent
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples/0/payload/effectiveFrom | "2019-02-29"         | /effectiveFrom
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples/0/payload/effectiveFrom | gone                 | effectiveFrom
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples/0/payload/idNumber      | "441600195704120019" | check character
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples/0/payload/idNumber      | "11010519491231002X" | may belong to somebody
          examples | civilAffairsRosterChanges/messages/civilAffairsRosterChange | examples                         | []                   | has no example
          examples | veteransAffairsRosterChanges/messages/veteransAffairsRosterChange | examples/1/payload/standardPercent | 100.5        | /standardPercent
          examples | enrolmentChanges/messages/enrolmentChanged                  | examples/0/payload/status        | "ACTIVE"             | /status
          examples | enrolmentChanges/messages/enrolmentChanged                  | examples/1/payload/status        | null                 | /status
          examples | enrolmentChanges/messages/enrolmentChanged                  | examples/0/headers/ce_type       | "roster-change.v1"   | /ce_type
          examples | enrolmentChanges/messages/enrolmentChanged                  | examples/0/headers/ce_id         | gone                 | ce_id
          examples | enrolmentChanges/messages/personsMerged                     | examples/0/payload/duplicateIdNumber | "440301195704120038" | duplicateIdNumber
          examples | filingChanges/messages/offSiteFilingChanged                 | examples/0/payload/destination   | "Guangzhou"          | /destination
          examples | hospitals/messages/hospitalRegistered                       | examples/0/payload/level         | 4                    | /level
          examples | offSiteFunctions/messages/offSiteFunctionChanged            | examples/0/payload/at            | "yesterday"          | /at
          examples | rosterFeedback/messages/rosterFeedback                      | examples/0/payload/outcome       | "OK"                 | /outcome
          channels | hospitals                                                   | address                          | "hospital"           | hospital is no topic
          channels | hospitals                                                   | address                          | "settlements"        | the channels are
          channels | enrolmentChanges/bindings/kafka/topicConfiguration          | retention.ms                     | -1                   | enrolment.changes is created with
          channels | enrolmentChanges/bindings/kafka                             | partitions                       | 6                    | enrolment.changes is created with
          members  | enrolmentChanges/messages/enrolmentChanged                  | payload/properties/scheme        | gone                 | the schema has
          members  | enrolmentChanges/messages/personsMerged                     | payload/properties/basis         | gone                 | the schema has
          members  | rosterFeedback/messages/rosterFeedback                      | payload/properties/source/properties/offset | gone      | the schema has
          members  | rosterFeedback/messages/rosterFeedback                      | payload/properties/errors/items/properties/rule | gone  | the schema has
          members  | hospitals/messages/hospitalRegistered                       | payload/properties/level/type    | "string"             | level is
          members  | hospitals/messages/hospitalRegistered                       | name                             | "hospital.v2"        | no record is published as
          members  | hospitals/messages/hospitalRegistered/headers/allOf/1/properties/ce_type | const               | "hospital.v2"        | ce_type must be
          codes    | enrolmentChanges/messages/enrolmentChanged                  | payload/properties/status/enum   | ["ACTIVE"]           | status is one of
          codes    | enrolmentChanges/messages/enrolmentChanged                  | payload/properties/city/enum     | ["441600"]           | city is one of
          codes    | rosterFeedback/messages/rosterFeedback                      | payload/properties/agency/enum   | []                   | agency is one of
          codes    | povertyReliefRosterChanges/messages/povertyReliefRosterChange/payload/allOf/0 | properties/kind/enum | ["LEFT"]       | kind is one of
          codes    | povertyReliefRosterChanges/messages/povertyReliefRosterChange/payload/allOf/0 | properties/category/enum | ["DIBAO"]  | category is one of
          codes    | povertyReliefRosterChanges/messages/povertyReliefRosterChange/payload/allOf/1 | properties/category/enum | ["DIBAO"]  | poverty-relief confirms
          """)
  void bites(String rule, String where, String member, String value, String problem) {
    var spoilt =
        CONTRACT.spoilt(
            "/channels/" + where + "/" + member, value == null ? null : JSON.readTree(value));
    assertThat(RULES.get(rule).problemsIn(spoilt)).anyMatch(found -> found.contains(problem));
  }

  @Test
  void anOperationThatIsMissingIsFound() {
    var spoilt = CONTRACT.spoilt("/operations/sendRosterFeedback", null);
    assertThat(RULES.get("channels").problemsIn(spoilt))
        .contains("roster.feedback has no operation send");
  }

  @Test
  void isAnAsyncApi3Document() {
    assertThat(CONTRACT.tree().path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(CONTRACT.tree().at("/info/title").asString()).isNotBlank();
    assertThat(CONTRACT.tree().at("/info/version").asString()).isNotBlank();
    assertThat(CONTRACT.messages()).hasSize(18);
    // the specification wants operations to point into the channels, not to describe them again
    for (var operation : SpecFile.yaml(AgencyContract.FILE).path("operations")) {
      var channel = operation.at("/channel/$ref").asString();
      assertThat(channel).startsWith("#/channels/");
      assertThat(operation.at("/messages/0/$ref").asString()).startsWith(channel + "/messages/");
    }
  }

  @Test
  void eachSchemaIsUsed() throws IOException {
    try (var files = Files.list(SpecFile.ROOT.resolve("docs/schemas"))) {
      var types =
          CONTRACT.messages().stream()
              .map(Message::type)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> names =
          files
              .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
              .collect(Collectors.toSet());
      assertThat(names).isEqualTo(types);
    }
  }

  @Test
  @DisplayName("What the suite writes as feedback fits what it promises")
  void approvedFeedbackFits() {
    var approved =
        SpecFile.ROOT.resolve(
            "event-contracts/src/test/resources/approved/roster-feedback.v1.json");
    var promised = CONTRACT.tree().at("/channels/rosterFeedback/messages/rosterFeedback/payload");
    var examples = new ExamplesFitTheirSchemas();
    assertThat(examples.fits(promised, SpecFile.yaml(approved))).isTrue();
    assertThat(examples.fits(promised, JSON.readTree("{}"))).isFalse();
  }

  @Test
  void aReferenceToNothingIsFound(@TempDir Path folder) throws IOException {
    var file = folder.resolve("a.yaml");
    Files.writeString(file, "a: { $ref: '#/b' }");
    assertThatThrownBy(() -> AgencyContract.read(file)).hasMessage("a.yaml refers to nothing: #/b");
    Files.writeString(file, "a: { $ref: 'b.json' }");
    assertThatThrownBy(() -> AgencyContract.read(file))
        .hasMessage("a.yaml refers to no file: b.json");
  }
}
