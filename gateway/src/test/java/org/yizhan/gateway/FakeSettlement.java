package org.yizhan.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.chassis.kafka.Publisher;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Scheme;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.care.CareCommand;
import org.yizhan.contracts.care.CareCommand.AdoptLaw;
import org.yizhan.contracts.care.CareCommand.Bill;
import org.yizhan.contracts.care.CareCommand.CancelSettlement;
import org.yizhan.contracts.care.CareCommand.DecideReimbursement;
import org.yizhan.contracts.care.CareCommand.DecideWriteOff;
import org.yizhan.contracts.care.CareCommand.ProposeReimbursement;
import org.yizhan.contracts.care.CareCommand.ProposeWriteOff;
import org.yizhan.contracts.care.CareCommand.RecordReturn;
import org.yizhan.contracts.care.CareCommand.SettleDischarge;
import org.yizhan.contracts.settlement.Adjustment;
import org.yizhan.contracts.settlement.CareAnswer;
import org.yizhan.contracts.settlement.CareAnswer.CancellationRefused;
import org.yizhan.contracts.settlement.CareAnswer.DischargeRefused;
import org.yizhan.contracts.settlement.CareAnswer.RecoveryAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementAnswered;
import org.yizhan.contracts.settlement.CareAnswer.ReimbursementRefused;
import org.yizhan.contracts.settlement.CareAnswer.SettlementRepeated;
import org.yizhan.contracts.settlement.Recovery;
import org.yizhan.contracts.settlement.ReimbursementCase;
import org.yizhan.contracts.settlement.ReimbursementCase.State;
import org.yizhan.contracts.settlement.Revision;
import org.yizhan.contracts.settlement.Settlement;
import org.yizhan.contracts.settlement.Settlement.ParametersUsed;
import org.yizhan.contracts.settlement.Settlement.Status;
import org.yizhan.contracts.settlement.Settlement.YearToDate;
import org.yizhan.contracts.settlement.SettlementEvent;
import org.yizhan.contracts.settlement.SettlementEvent.Cause;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimSettled;
import org.yizhan.contracts.settlement.SettlementEvent.ClaimsRevised;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands for settlement: cancels what it is asked to, and answers discharges by the beginning of
 * the encounter id. {@code SILENT} is not answered, {@code REFUSED} is refused, the rest is settled
 * at the first command and repeated at the next.
 */
final class FakeSettlement implements AutoCloseable {

  record Heard(ConsumerRecord<String, byte[]> message, SettleDischarge command) {}

  final Collection<Heard> heard = new ConcurrentLinkedQueue<>();
  final Collection<CancelSettlement> cancellations = new ConcurrentLinkedQueue<>();
  private final Set<UUID> settled = new HashSet<>();
  private final JsonMapper mapper;
  private final EventTypes<CareCommand> commands;
  private final EventTypes<SettlementEvent> events;
  private final EventTypes<CareAnswer> answers;
  private final Publisher publisher;
  private final DefaultKafkaProducerFactory<String, byte[]> producers;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile boolean running = true;
  private final Thread thread;

  FakeSettlement(String bootstrap, JsonMapper mapper) throws InterruptedException {
    this.mapper = mapper;
    this.commands = EventTypes.of(CareCommand.class, mapper);
    this.events = EventTypes.of(SettlementEvent.class, mapper);
    this.answers = EventTypes.of(CareAnswer.class, mapper);
    this.producers =
        new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    this.publisher = new Publisher(new KafkaTemplate<>(producers), "settlement-service");
    this.thread = Thread.ofPlatform().start(() -> listen(bootstrap));
    ready.await();
  }

  private void listen(String bootstrap) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.CARE_COMMANDS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      ready.countDown();
      while (running) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
      }
    }
  }

  private void hear(ConsumerRecord<String, byte[]> message) {
    switch (commands.read(typeOf(message), message.value())) {
      case SettleDischarge command -> hear(message, command);
      case CancelSettlement command -> hear(command);
      case ProposeReimbursement command ->
          answer(
              command.personNumber(),
              command.commandId(),
              new ReimbursementRefused(
                  command.commandId(),
                  Problem.of(422, "nothing-to-reimburse", "Nothing", command.reason())));
      case DecideReimbursement command ->
          answer(
              command.personNumber(),
              command.commandId(),
              new ReimbursementAnswered(command.commandId(), caseOf(command)));
      case RecordReturn command ->
          answer(
              command.personNumber(),
              command.commandId(),
              new RecoveryAnswered(command.commandId(), recoveryOf(command)));
      case ProposeWriteOff command ->
          answer(
              command.personNumber(),
              command.commandId(),
              new ReimbursementRefused(
                  command.commandId(),
                  Problem.of(409, "write-off-proposed", "Waiting", command.reason())));
      case DecideWriteOff command ->
          answer(
              command.personNumber(),
              command.commandId(),
              new ReimbursementRefused(
                  command.commandId(),
                  Problem.of(409, "no-write-off", "None", "approve " + command.approve())));
      case AdoptLaw _, CareCommand.Unrecognised _ ->
          throw new AssertionError("not from the gateway: " + typeOf(message));
    }
  }

  private static String typeOf(ConsumerRecord<String, byte[]> message) {
    return new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
  }

  /** Says again what was asked. */
  private static Recovery recoveryOf(RecordReturn command) {
    return new Recovery(
        command.caseId(),
        2,
        Recovery.State.PARTLY_RETURNED,
        Cause.LATE_KNOWLEDGE,
        command.personNumber(),
        "441600",
        command.receivedAt(),
        List.of(),
        List.of(
            new Recovery.Return(
                command.commandId(),
                command.commandId(),
                command.reference(),
                command.payer(),
                command.amount(),
                command.receivedOn(),
                command.recordedBy(),
                command.receivedAt())),
        List.of());
  }

  private static ReimbursementCase caseOf(DecideReimbursement command) {
    return new ReimbursementCase(
        command.caseId(),
        command.approve() ? State.APPROVED : State.REJECTED,
        command.personNumber(),
        "441600",
        2019,
        1,
        1,
        "mark came late",
        "clerk-7",
        command.receivedAt(),
        command.checker(),
        command.receivedAt(),
        List.of(),
        List.of(),
        List.of());
  }

  private void answer(String person, UUID commandId, CareAnswer answer) {
    var type = answers.nameOf(answer);
    publisher.send(
        new Outbound(
            Topics.CARE_ANSWERS,
            person,
            type,
            DerivedId.of(type, commandId),
            commandId.toString(),
            null,
            answers.write(answer)));
  }

  /** A reason that speaks of later settlements is refused for their sake, the rest is granted. */
  private void hear(CancelSettlement command) {
    cancellations.add(command);
    if (command.reason().contains("later")) {
      var later =
          new Adjustment(
              new UUID(0, 5),
              command.hospitalCode(),
              "ZY5",
              command.dischargeDate(),
              Money.of("10.00"),
              Money.of("9.00"),
              List.of());
      var answer =
          new CancellationRefused(
              command.commandId(),
              command.settlementId(),
              command.receivedAt(),
              Problem.of(409, "later-settlements", "Later settlements", "One would change."),
              List.of(later));
      send(Topics.CARE_ANSWERS, command, answers.nameOf(answer), answers.write(answer));
    } else {
      var before = settlement(dischargeOf(command), Status.SETTLED);
      var event =
          new ClaimsRevised(
              idOf(command),
              command.commandId(),
              Cause.CANCELLATION,
              command.reason(),
              command.receivedAt(),
              command.receivedAt(),
              List.of(new Revision(before, settlement(dischargeOf(command), Status.CANCELLED))));
      send(Topics.SETTLEMENTS, command, events.nameOf(event), events.write(event));
    }
  }

  private static UUID idOf(CancelSettlement command) {
    return DerivedId.of("cancellation", command.settlementId());
  }

  private static SettleDischarge dischargeOf(CancelSettlement command) {
    var bill = new Bill(Money.of("10.00"), Money.ZERO, Money.ZERO, Money.ZERO, Money.of("10.00"));
    return new SettleDischarge(
        new UUID(0, 9),
        command.settlementId(),
        command.hospitalCode(),
        command.encounterId(),
        command.personNumber(),
        command.dischargeDate(),
        command.dischargeDate(),
        null,
        bill,
        null,
        null,
        command.receivedAt());
  }

  private void send(String topic, CancelSettlement command, String type, byte[] data) {
    publisher.send(
        new Outbound(
            topic,
            command.personNumber(),
            type,
            DerivedId.of(type, command.commandId()),
            idOf(command).toString(),
            null,
            data));
  }

  private void hear(ConsumerRecord<String, byte[]> message, SettleDischarge command) {
    var again = !settled.add(command.settlementId());
    heard.add(new Heard(message, command));
    if (command.encounterId().startsWith("REFUSED")) {
      answer(
          command,
          new DischargeRefused(
              command.commandId(),
              command.settlementId(),
              command.receivedAt(),
              Problem.of(409, "same-stay-other-body", "Conflict", "Conflict.")));
    } else if (!command.encounterId().startsWith("SILENT")) {
      if (again) {
        answer(command, new SettlementRepeated(command.commandId(), settlement(command)));
      } else {
        settle(command);
      }
    }
  }

  void settle(SettleDischarge command) {
    var event = new ClaimSettled(command.commandId(), settlement(command));
    send(Topics.SETTLEMENTS, command, events.nameOf(event), events.write(event));
  }

  private void answer(SettleDischarge command, CareAnswer answer) {
    send(Topics.CARE_ANSWERS, command, answers.nameOf(answer), answers.write(answer));
  }

  private void send(String topic, SettleDischarge command, String type, byte[] data) {
    publisher.send(
        new Outbound(
            topic,
            command.personNumber(),
            type,
            DerivedId.of(type, command.commandId()),
            command.settlementId().toString(),
            null,
            data));
  }

  List<SettleDischarge> commandsOf(String encounterId) {
    return heard.stream()
        .map(Heard::command)
        .filter(command -> command.encounterId().equals(encounterId))
        .toList();
  }

  byte[] bytesOf(UUID settlementId) {
    return heard.stream()
        .map(Heard::command)
        .filter(command -> command.settlementId().equals(settlementId))
        .findFirst()
        .map(command -> mapper.writeValueAsBytes(settlement(command)))
        .orElseThrow();
  }

  private static Settlement settlement(SettleDischarge command) {
    return settlement(command, Status.SETTLED);
  }

  private static Settlement settlement(SettleDischarge command, Status status) {
    var bill = command.amounts();
    return new Settlement(
        command.settlementId(),
        status,
        command.hospitalCode(),
        command.encounterId(),
        command.personNumber(),
        "441600********0014",
        "441600",
        "441602",
        Scheme.RESIDENT,
        null,
        "DIBAO",
        Place.IN_CITY,
        command.admissionDate(),
        command.dischargeDate(),
        command.diagnosis(),
        OffsetDateTime.parse("2026-11-22T11:00:00+08:00"),
        OffsetDateTime.parse("2026-11-22T11:00:01+08:00"),
        bill.total(),
        bill.fullSelfPay(),
        bill.overLimit(),
        bill.priorSelfPay(),
        bill.inPolicy(),
        bill.total(),
        List.of(),
        new YearToDate(LocalDate.EPOCH.getYear(), Map.of(Payer.BASIC, bill.inPolicy())),
        new ParametersUsed("2019-07-01", "“河源”", List.of()),
        1);
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    thread.join();
    producers.destroy();
  }
}
