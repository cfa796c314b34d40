package org.yizhan.suite.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.yizhan.contracts.Topics;
import org.yizhan.suite.city.City;

/** Messages of nobody's roster: broken, absurd or meant to do harm, each with its own number. */
final class Hostile {

  private static final String CIVIL = Topics.ROSTER_CHANGES_PREFIX + "civil-affairs";
  private static final String VETERANS = Topics.ROSTER_CHANGES_PREFIX + "veterans-affairs";
  private static final String CHANGE = "roster-change.v1";

  private final List<IntFunction<ProducerRecord<String, byte[]>>> kinds = new ArrayList<>();

  Hostile() {
    unreadable();
    malformed();
    wrong();
    ofOtherTypes();
  }

  /** The kinds come in turn. */
  ProducerRecord<String, byte[]> number(int index) {
    return kinds.get(index % kinds.size()).apply(index / kinds.size());
  }

  private void unreadable() {
    data(_ -> "{\"changeId\": \"half");
    data(_ -> "");
    data(_ -> "null");
    data(_ -> "[]");
    data(_ -> "42");
    data(_ -> "{\"note\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
    data(_ -> "{\"changeId\":\"n\",\"standardPercent\":" + "9".repeat(5_000) + "}");
    data(i -> with(i, "name", "{\"first\":\"欧阳\"}"));
    data(i -> with(i, "idNumber", "{\"$gt\":\"\"}"));
    kinds.add(
        i ->
            event(
                CIVIL,
                CHANGE,
                with(i, "basis", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1)));
    kinds.add(
        i -> new ProducerRecord<>(CIVIL, "bare-" + i, "hello".getBytes(StandardCharsets.UTF_8)));
  }

  private void malformed() {
    data(_ -> "{}");
    data(i -> with(i, "idNumber", "\"441600198001010011\""));
    data(i -> with(i, "idNumber", "\"" + "4".repeat(20_000) + "\""));
    data(i -> with(i, "name", "\"" + "某".repeat(20_000) + "\""));
    data(i -> with(i, "effectiveFrom", "\"9999-99-99\""));
    data(i -> with(i, "effectiveFrom", "\"0000-01-00\""));
    data(i -> with(i, "effectiveTo", "\"2019-06-30\""));
    data(i -> with(i, "kind", "\"joined\""));
    data(i -> with(i, "county", "\"../../../etc/passwd\""));
    data(i -> with(i, "category", "\"'; db.persons.drop(); //\""));
    data(i -> with(i, "changeId", "\"" + "c".repeat(5_000) + "\""));
  }

  private void wrong() {
    data(i -> with(i, "category", "\"REGISTERED_POOR\""));
    data(i -> with(i, "county", "\"110101\""));
    data(i -> with(i, "standardPercent", "50"));
    kinds.add(i -> event(VETERANS, CHANGE, bytes(veteran(i, "1e999999999"))));
    kinds.add(i -> event(VETERANS, CHANGE, bytes(veteran(i, "-0.01"))));
  }

  private void ofOtherTypes() {
    kinds.add(i -> event(CIVIL, "roster-gossip.v9", bytes(change(i))));
    kinds.add(i -> event(CIVIL, "enrolment-changed.v1", bytes(change(i))));
    kinds.add(i -> event(Topics.ENROLMENT_CHANGES, "enrolment-changed.v1", bytes(change(i))));
    kinds.add(i -> event(Topics.FILING_CHANGES, CHANGE, bytes(change(i))));
    kinds.add(i -> event(CIVIL, "roster-row.v1", bytes("{\"rosterId\":\"x\",\"row\":" + -i + "}")));
    kinds.add(
        i ->
            event(
                CIVIL,
                "roster-row.v1",
                bytes("{\"rosterId\":\"h" + i + "\",\"row\":1,\"standardPercent\":1e999999999}")));
    kinds.add(
        i ->
            event(
                CIVIL, "roster-announced.v1", bytes("{\"rosterId\":\"a/b\",\"rows\":-" + i + "}")));
  }

  private void data(IntFunction<String> json) {
    kinds.add(i -> event(CIVIL, CHANGE, bytes(json.apply(i))));
  }

  private static ProducerRecord<String, byte[]> event(String topic, String type, byte[] data) {
    var record = new ProducerRecord<>(topic, "hostile", data);
    List.of(
            List.of("ce_specversion", "1.0"),
            List.of("ce_id", "hostile"),
            List.of("ce_source", "/nobody"),
            List.of("ce_type", type),
            List.of("content-type", "application/json"))
        .forEach(header -> record.headers().add(header.getFirst(), bytes(header.getLast())));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String change(int number) {
    return """
    {"changeId":"hostile-%d","kind":"JOINED","idNumber":"%s","name":"某","county":"441602",\
    "category":"DIBAO","effectiveFrom":"2019-07-01","basis":"b"}\
    """
        .formatted(number, City.idNumber(City.HEYUAN, number % 20_000));
  }

  private static String veteran(int number, String percent) {
    return change(number)
        .replace("441602", "330302")
        .replace("DIBAO", "SICK_RETURNED")
        .replace("\"basis\":\"b\"", "\"standardPercent\":" + percent);
  }

  /** The same change with one member replaced, or added. */
  private static String with(int number, String member, String json) {
    var change = change(number);
    var replaced = change.replaceFirst("\"" + member + "\":\"[^\"]*\"", "\"\u0001\"");
    return replaced.equals(change)
        ? change.substring(0, change.length() - 1) + ",\"" + member + "\":" + json + "}"
        : replaced.replace("\"\u0001\"", "\"" + member + "\":" + json);
  }
}
