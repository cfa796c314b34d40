package org.yizhan.suite.replay;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.chassis.time.ClockConfiguration;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.contracts.calendar.CalendarEvent;
import org.yizhan.contracts.calendar.CalendarEvent.DayBegan;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.journal.SettlementEntries;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes settlement's and the ledger's state again from the topics, a partition at a time, and
 * compares it with their databases. The suite must be idle: what is under way would differ.
 */
public final class Replay implements AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
  private static final List<String> READ_BY_SETTLEMENT =
      List.of(
          Topics.CARE_COMMANDS,
          Topics.ELIGIBILITY,
          Topics.HOSPITALS,
          Topics.OFF_SITE_FUNCTIONS,
          Topics.LEDGER);
  private static final List<String> READ_BY_LEDGER =
      List.of(Topics.SETTLEMENTS, Topics.FUND_COMMANDS, Topics.CALENDAR);

  private final Findings findings = new Findings();
  private final Consumer<String> progress;
  private final TopicReader topics;
  private final MongoClient client;
  private final MongoDatabase settlement;
  private final MongoDatabase ledger;
  private final SettlementStores stores;
  private final StoredDocuments vouchers;
  private final StoredDocuments totals;
  private final ReferenceHistory reference = new ReferenceHistory();
  private final EncounterHistory encounters = new EncounterHistory();
  private final PartitionLog together = new PartitionLog(findings);
  private final List<Inbound<SettlementEvent>> ofMerged = new ArrayList<>();
  private boolean answersGone;

  private Replay(String bootstrap, String mongoUri, Consumer<String> progress) {
    this.progress = progress;
    this.topics = new TopicReader(bootstrap, findings);
    this.client = MongoClients.create(mongoUri);
    this.settlement = client.getDatabase("settlement-service");
    this.ledger = client.getDatabase("fund-ledger-service");
    this.stores = SettlementStores.of(settlement, findings);
    this.vouchers = new StoredDocuments(ledger, "vouchers", findings);
    this.totals = new StoredDocuments(ledger, "totals", findings);
  }

  /**
   * @param bootstrap of Kafka
   * @param progress is told a line now and then
   * @throws IllegalStateException when the brokers do not give what they hold
   */
  public static Findings of(String bootstrap, String mongoUri, Consumer<String> progress) {
    try (var replay = new Replay(bootstrap, mongoUri, progress)) {
      replay.run();
      return replay.findings;
    }
  }

  private void run() {
    readReference();
    int partitions = topics.partitionsOf(Topics.SETTLEMENTS);
    var book = new StoredLaws(settlement);
    for (int partition = 0; partition < partitions; partition++) {
      progress.accept(
          "partition %d of %d, %,d documents compared"
              .formatted(
                  partition + 1,
                  partitions,
                  findings.compared().values().stream().mapToLong(Long::longValue).sum()));
      replay(partition, book);
    }
    replayMerged(book);
    replayFundCommands();
    compareReference();
    compareCalendar();
    compareRunways();
    compareTopics(settlement, READ_BY_SETTLEMENT);
    compareTopics(ledger, READ_BY_LEDGER);
    progress.accept("looking for what nothing on the topics accounts for");
    stores.nameTheOthers(answersGone);
    vouchers.nameTheOthers(document -> false);
    totals.nameTheOthers(document -> false);
    sayWhatIsNotCompared();
  }

  private void readReference() {
    var types = EventTypes.of(ReferenceEvent.class, JSON);
    for (var topic : List.of(Topics.HOSPITALS, Topics.OFF_SITE_FUNCTIONS)) {
      for (int partition = 0; partition < topics.partitionsOf(topic); partition++) {
        topics.read(topic, partition, types, reference::hear);
      }
    }
  }

  private void replay(int partition, StoredLaws book) {
    answersGone |= !topics.isWhole(Topics.CARE_ANSWERS, partition);
    var log = PartitionLog.read(topics, partition, JSON, findings);
    log.handOverMerged(together);
    var settling = new SettlementReplay(log, reference, book, encounters, JSON, findings, false);
    var books = new BooksAgain(findings);
    var posting = new SettlementEntries(ClockConfiguration.ZONE);
    topics.read(
        Topics.SETTLEMENTS,
        partition,
        EventTypes.of(SettlementEvent.class, JSON),
        said -> {
          if (said.key() != null && together.isOf(said.key())) {
            ofMerged.add(said);
          } else {
            settling.hear(said);
          }
          books.hear(
              said.place(),
              posting.entriesFor(said.event()),
              () -> SettlementEntries.voucherOf(said.event()));
        });
    settling.compare(stores);
    books.compare(vouchers, totals);
  }

  /** One human's numbers lie on several partitions: in the order in which the brokers had them. */
  private void replayMerged(StoredLaws book) {
    var settling =
        new SettlementReplay(together, reference, book, encounters, JSON, findings, true);
    ofMerged.sort(Comparator.comparing(Inbound::appendedAt)); // stable: a partition keeps its order
    ofMerged.forEach(settling::hear);
    settling.compare(stores);
  }

  private void replayFundCommands() {
    var types = EventTypes.of(FundCommand.class, JSON);
    var storedFunds = new StoredDocuments(ledger, "funds", findings);
    for (int partition = 0; partition < topics.partitionsOf(Topics.FUND_COMMANDS); partition++) {
      var books = new BooksAgain(findings);
      var funds = new FundsAgain();
      topics.read(
          Topics.FUND_COMMANDS,
          partition,
          types,
          said ->
              books.hear(
                  said.place(), funds.hear(said), () -> DecidingFunds.voucherOf(said.event())));
      books.compare(vouchers, totals);
      funds.compare(storedFunds, JSON);
    }
    storedFunds.nameTheOthers(document -> false);
  }

  private void compareReference() {
    stores.hospitals().compare(reference.hospitalDocuments());
    stores.functions().compare(reference.functionDocuments());
    stores.encounters().compare(encounters.documents(findings));
  }

  /** The ledger remembers the last day that it told. */
  private void compareCalendar() {
    var days = new ArrayList<String>();
    var types = EventTypes.of(CalendarEvent.class, JSON);
    topics.read(
        Topics.CALENDAR,
        0,
        types,
        said -> {
          if (said.event() instanceof DayBegan day) {
            days.add(day.date().toString());
          }
        });
    days.stream()
        .max(String::compareTo)
        .ifPresent(
            last ->
                new StoredDocuments(ledger, "calendar", findings)
                    .compare(List.of(new Document("_id", "told").append("last", last))));
  }

  /** Settlement remembers the last that was said of every prepaid balance. */
  private void compareRunways() {
    var last = new HashMap<String, Document>();
    var types = EventTypes.of(LedgerEvent.class, JSON);
    for (int partition = 0; partition < topics.partitionsOf(Topics.LEDGER); partition++) {
      topics.read(
          Topics.LEDGER,
          partition,
          types,
          said -> {
            if (said.event() instanceof RunwayForecast forecast) {
              var document = documentOf(forecast);
              last.put(document.getString("_id"), document);
            }
          });
    }
    var stored = new StoredDocuments(settlement, "runways", findings);
    stored.compare(last.values());
    stored.nameTheOthers(document -> false);
  }

  private static Document documentOf(RunwayForecast forecast) {
    var id = "%s/%s/%s".formatted(forecast.city(), forecast.fund(), forecast.kind());
    return new Document("_id", id)
        .append("city", forecast.city())
        .append("month", forecast.month().toString())
        .append("forecast", JSON.writeValueAsString(forecast));
  }

  private void compareTopics(MongoDatabase database, List<String> read) {
    var remembered = new StoredDocuments(database, "topics", findings);
    remembered.compare(
        read.stream()
            .map(topic -> new Document("_id", topic).append("topicId", topics.idOf(topic)))
            .toList());
    remembered.nameTheOthers(document -> false);
  }

  private void sayWhatIsNotCompared() {
    findings.notCompared(
        "the times of decision: taken from the published events, as nothing else tells them");
    findings.notCompared(
        "why a discharge or a cancellation was refused: what was known just then is on no topic;"
            + " the stored refusals are compared with the answers");
    findings.notCompared("which events a year still carries: depends on how batches were cut");
    findings.notCompared(
        "simulations, affectedSettlements, adoptions: questions of the agency that come over HTTP,"
            + " and what was counted for their answers");
    findings.notCompared("lateFindings: hints where to look, reviewed anew by whoever follows one");
    findings.notCompared(
        "parameterSets beyond those that decided something: checked by their hash");
    findings.notCompared("links, seals: the command verify-chains recomputes them");
    if (answersGone) {
      findings.notCompared(
          "refusals and cases whose answers are gone: care.answers is kept for a week");
    }
  }

  @Override
  public void close() {
    topics.close();
    client.close();
  }
}
