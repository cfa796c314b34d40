package org.yizhan.ledger.kafka;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.kafka.EventTypes;
import org.yizhan.chassis.kafka.Outbound;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.ledger.LedgerEvent;
import org.yizhan.contracts.ledger.LedgerEvent.PremiumPaid;
import org.yizhan.ledger.fund.DecidingFunds;
import org.yizhan.ledger.fund.Fact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What funds say and ask, as it goes out. */
@Component
final class FundOutbound {

  private final JsonMapper mapper;
  private final EventTypes<LedgerEvent> events;
  private final EventTypes<FundCommand> commands;
  private final EventTypes<ReferenceEvent> references;

  FundOutbound(JsonMapper mapper) {
    this.mapper = mapper;
    this.events = EventTypes.of(LedgerEvent.class, mapper);
    this.commands = EventTypes.of(FundCommand.class, mapper);
    this.references = EventTypes.of(ReferenceEvent.class, mapper);
  }

  Outbound of(Fact fact, String fund) {
    return switch (fact) {
      case Fact.Said(var _, PremiumPaid paid) -> paid(paid);
      case Fact.Said(var id, var event) ->
          new Outbound(
              Topics.LEDGER, fund, events.nameOf(event), id, fund, null, events.write(event));
      case Fact.FunctionChanged(var id, var event) ->
          new Outbound(
              Topics.OFF_SITE_FUNCTIONS,
              fund.substring(0, fund.indexOf('/')),
              references.nameOf(event),
              id,
              fund,
              null,
              references.write(event));
      case Fact.Asks(var command) -> asking(command);
    };
  }

  /** A command, keyed by the fund that decides it. */
  Outbound asking(FundCommand command) {
    var key = DecidingFunds.keyOf(command);
    var type = commands.nameOf(command);
    return new Outbound(
        Topics.FUND_COMMANDS,
        key,
        type,
        DerivedId.of(type, DecidingFunds.idOf(command)),
        key,
        null,
        commands.write(command));
  }

  String typeOf(FundCommand command) {
    return commands.nameOf(command);
  }

  /** The same bytes under the same id, whenever it is said. */
  Outbound paid(PremiumPaid paid) {
    return new Outbound(
        Topics.LEDGER,
        paid.personNumber(),
        events.nameOf(paid),
        DerivedId.of("premium-paid", paid.obligationId()),
        paid.obligationId().toString(),
        null,
        events.write(paid));
  }

  /** Of what a command asks: a caller who tries again has another time of receipt. */
  String fingerprint(FundCommand command) {
    ObjectNode asked = mapper.valueToTree(command);
    if (asked.get("asked") instanceof ObjectNode who) {
      who.remove("receivedAt");
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(asked.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
