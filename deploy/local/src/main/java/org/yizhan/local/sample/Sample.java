package org.yizhan.local.sample;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.local.sample.Messages.Message;
import org.yizhan.local.sample.SampleData.Discharge;
import tools.jackson.databind.JsonNode;

/**
 * The sample through a running suite: hospitals, money and persons are announced, discharges
 * settled and compared with what was reckoned by hand, the books shown. Running it again changes
 * nothing.
 */
public final class Sample {

  private static final Duration FEEDBACK_PATIENCE = Duration.ofSeconds(90);
  private static final Duration SETTLEMENT_PATIENCE = Duration.ofSeconds(45);
  private static final Duration FUNCTION_PATIENCE = Duration.ofSeconds(10);

  private final SampleData data = SampleData.load();
  private final AgencyDesk desk;
  private final FundMessages money;
  private final FunctionDesk function;
  private final Gateway gateway;
  private final FundTable funds;
  private final Consumer<String> out;

  /**
   * @param now when the sample's money comes in; in its year it comes once
   * @param out takes one line, or one table, at a time
   */
  public Sample(
      String gatewayUrl, String kafkaBootstrap, OffsetDateTime now, Consumer<String> out) {
    var log = new TopicLog(kafkaBootstrap);
    this.desk = new AgencyDesk(kafkaBootstrap);
    this.money = new FundMessages(now);
    this.function = new FunctionDesk(desk, log, money);
    this.gateway = new Gateway(gatewayUrl);
    this.funds = new FundTable(gateway, log, out);
    this.out = out;
  }

  /**
   * @return whether every payer took what was expected
   * @throws SampleFailure when something is not answered
   */
  public boolean run() {
    var versions = announce();
    var settled = new LinkedHashMap<Discharge, JsonNode>();
    long wrong = 0;
    for (var discharge : data.discharges()) {
      var body = body(discharge, versions);
      if (data.isOffSite(discharge)) {
        openTheFunction(discharge, body);
      }
      var settlement = gateway.settle(body, SETTLEMENT_PATIENCE);
      if (settled.isEmpty()) {
        out.accept("\nFirst settlement %d s after the start".formatted(secondsSinceStart()));
      }
      settled.put(discharge, settlement);
      out.accept(Sheet.table(discharge, settlement).stripTrailing());
      var differences = Sheet.differences(discharge, settlement);
      differences.forEach(difference -> out.accept("  NOT AS EXPECTED: " + difference));
      wrong += differences.size();
    }
    showBooks(settled);
    out.accept(
        "\n%d discharges settled, %d amounts not as expected".formatted(settled.size(), wrong));
    return wrong == 0;
  }

  /** H19: the hospital elsewhere tries until settlement has heard that the function is open. */
  private void openTheFunction(Discharge discharge, Map<String, Object> body) {
    function.open(data.person(discharge.person()).enrolment().city());
    if (function.isFresh()) {
      gateway.tryUntil(
          body, trial -> Sheet.shareDifferences(discharge, trial).isEmpty(), FUNCTION_PATIENCE);
    }
  }

  private static long secondsSinceStart() {
    return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()).toSeconds();
  }

  /** Returns, by citizen ID, the eligibility version that contains all of a person's changes. */
  private Map<String, Long> announce() {
    desk.publish(Messages.aboutTheWorld(data));
    desk.publish(money.about(data.funds()));
    var messages = Messages.aboutPersons(data);
    desk.publish(messages);
    out.accept(
        "Announced %d hospitals and %d persons; waiting for the agencies' answers"
            .formatted(data.hospitals().size(), data.persons().size()));
    var ids = messages.stream().map(Message::id).collect(Collectors.toSet());
    var answers = desk.awaitAnswers(ids, FEEDBACK_PATIENCE);
    for (var hospital : data.hospitals()) {
      gateway.await("/api/hospitals/" + hospital.hospitalCode(), body -> true, SETTLEMENT_PATIENCE);
    }
    var versions = new HashMap<String, Long>();
    messages.forEach(
        message -> versions.merge(message.key(), version(answers, message), Math::max));
    return versions;
  }

  private static long version(Map<String, RosterFeedback> answers, Message message) {
    var version = Objects.requireNonNull(answers.get(message.id())).eligibilityVersion();
    return version == null ? 0 : version;
  }

  /** As a hospital sends it, with the version it saw at admission. */
  private Map<String, Object> body(Discharge discharge, Map<String, Long> versions) {
    var body = new LinkedHashMap<String, Object>();
    body.put("hospitalCode", discharge.hospitalCode());
    body.put("encounterId", discharge.encounterId());
    body.put("idNumber", data.person(discharge.person()).idNumber());
    body.put("admissionDate", discharge.admissionDate());
    body.put("dischargeDate", discharge.dischargeDate());
    body.put("diagnosis", discharge.diagnosis());
    body.put("amounts", discharge.amounts());
    var version = versions.getOrDefault(discharge.person(), 0L);
    if (version > 0) {
      body.put("eligibilityVersion", version);
    }
    return body;
  }

  private void showBooks(Map<Discharge, JsonNode> settled) {
    var books = new Books(gateway, out);
    books.showTrialBalances(data.discharges());
    var hospital = data.discharges().getFirst().hospitalCode();
    var counts =
        settled.entrySet().stream()
            .filter(one -> one.getKey().hospitalCode().equals(hospital))
            .collect(Collectors.groupingBy(one -> monthOf(one.getValue()), Collectors.counting()));
    counts.forEach((month, count) -> books.showHospitalMonth(hospital, month, count));
    funds.show(data.funds());
  }

  /** The month of the booking date; {@code receivedAt} carries the offset of the books' zone. */
  private static String monthOf(JsonNode settlement) {
    return settlement.path("receivedAt").asString("0000-00").substring(0, 7);
  }
}
