package org.yizhan.suite.load;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Explanation.ParameterUsed;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.Share;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settlements on their topic as the settlement service writes them, explanations and all, for a
 * ledger to post: their amounts are drawn, and summed on the way. The same seed, the same bytes.
 */
final class PostedSettlements {

  private static final List<String> COUNTIES =
      List.of("441602", "441621", "441622", "441623", "441624", "441625");
  private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-11-15T10:15:30+08:00");

  /**
   * Some 20 MB. A producer whose 32 MB are used up left a batch of one partition unsent in two of
   * thirty runs, before an idle broker, until its time was over (kafka-clients 4.2.1).
   */
  private static final int UNSENT_MAX = 4_000;

  private final EventTypes<SettlementEvent> types =
      EventTypes.of(SettlementEvent.class, JsonMapper.builder().build());
  private final List<String> hospitals;
  private final List<Payer> funds;
  private final SplittableRandom random;
  private final Map<Payer, Long> fen = new EnumMap<>(Payer.class);
  private long postings;

  /**
   * @param funds each settlement has a share of every one of them
   */
  PostedSettlements(List<String> hospitals, List<Payer> funds, long seed) {
    this.hospitals = hospitals;
    this.funds = funds;
    this.random = new SplittableRandom(seed);
  }

  static List<String> hospitals(int count) {
    return Stream.iterate(1, i -> i + 1)
        .limit(count)
        .map(i -> "H" + COUNTIES.get(i % COUNTIES.size()) + "%05d".formatted(i))
        .toList();
  }

  void publish(String bootstrap, int count) {
    var failure = new AtomicReference<@Nullable Exception>();
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 5, "batch.size", 262_144);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < count; i++) {
        producer.send(message(next()), (_, failed) -> failure.compareAndSet(null, failed));
        if (i % UNSENT_MAX == 0) {
          producer.flush();
        }
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("the broker did not take a settlement", failure.get());
    }
  }

  private ProducerRecord<String, byte[]> message(ClaimSettled event) {
    var message =
        new ProducerRecord<>(
            Topics.SETTLEMENTS, event.settlement().personNumber(), types.write(event));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", event.settlement().settlementId().toString(),
            "ce_type", types.nameOf(event),
            "ce_source", "/yizhan/settlement-service",
            "content-type", "application/json")
        .forEach(
            (name, value) ->
                message.headers().add(name, value.getBytes(StandardCharsets.US_ASCII)));
    return message;
  }

  private ClaimSettled next() {
    var hospital = hospitals.get(random.nextInt(hospitals.size()));
    var county = COUNTIES.get(random.nextInt(COUNTIES.size()));
    var shares = new ArrayList<Share>();
    var patient = Money.ofFen(random.nextLong(1, 1_000_000));
    var total = patient;
    for (var fund : funds) {
      var amount = Money.ofFen(random.nextLong(1, 1_000_000));
      var insurer = fund == Payer.POVERTY ? "中国人寿河源分公司" : null;
      shares.add(
          new Share(fund, amount, null, "DIBAO", county, insurer, explanation(fund, amount)));
      total = total.plus(amount);
      fen.merge(fund, amount.fen(), Math::addExact);
      postings++;
    }
    return new ClaimSettled(id(), settlement(hospital, county, total, patient, shares));
  }

  private Settlement settlement(
      String hospital, String county, Money total, Money patient, List<Share> shares) {
    var paid = new EnumMap<Payer, Money>(Payer.class);
    shares.forEach(share -> paid.put(share.payer(), share.amount()));
    return new Settlement(
        id(),
        Settlement.Status.SETTLED,
        hospital,
        "ZY" + random.nextLong(1_000_000_000_000L),
        "P%016X".formatted(random.nextLong()),
        "441600********0014",
        "441600",
        county,
        Scheme.RESIDENT,
        null,
        "DIBAO",
        Place.IN_CITY,
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 11, 15),
        "I63.900",
        RECEIVED,
        RECEIVED.plusSeconds(1),
        total,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        total,
        patient,
        shares,
        new Settlement.YearToDate(2026, paid),
        new Settlement.ParametersUsed("2026-01-01", "0f".repeat(32), List.of()),
        7);
  }

  /** As long as a real one: of every share rule, amounts, and three numbers of the law. */
  private static Explanation explanation(Payer fund, Money amount) {
    var name = "441600/" + fund.name().toLowerCase(Locale.ROOT) + "/resident/";
    var used =
        Stream.of("deductible", "ratio", "cap")
            .map(
                one ->
                    new ParameterUsed(
                        name + one, LocalDate.of(2019, 1, 1), "0.6500", "illustrative", "assumed"))
            .toList();
    return new Explanation(
        "stay",
        null,
        amount,
        Money.of("700.00"),
        Rate.of("0.6500"),
        null,
        null,
        List.of(),
        amount,
        Money.of("200000.00"),
        Money.of("173155.00"),
        null,
        "half up to the fen",
        used);
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** What was published so far, by fund. */
  Map<Payer, Long> fen() {
    return fen;
  }

  long postings() {
    return postings;
  }
}
