package org.yizhan.suite.door;

import java.util.EnumMap;
import java.util.Map;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer says of the money, in fen. Read without the explanations, so that reading a
 * thousand answers a second costs little.
 */
public record Settled(
    String settlementId,
    String status,
    String hospitalCode,
    Map<Payer, Long> shares,
    long total,
    long patient) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Settled {
    shares = Map.copyOf(shares);
  }

  public static Settled in(byte[] answer) {
    var reading = new Reading();
    try (var parser = JSON.createParser(answer)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        reading.member(name, parser);
      }
    }
    return new Settled(
        reading.settlementId,
        reading.status,
        reading.hospitalCode,
        reading.shares,
        reading.total,
        reading.patient);
  }

  /** Shares and patient less the bill: zero, or money came from nowhere. */
  public long unaccounted() {
    return shares.values().stream().mapToLong(Long::longValue).sum() + patient - total;
  }

  private static long fen(String yuan) {
    return Money.of(yuan).fen();
  }

  private static final class Reading {
    private String settlementId = "";
    private String status = "";
    private String hospitalCode = "";
    private final Map<Payer, Long> shares = new EnumMap<>(Payer.class);
    private long total;
    private long patient;

    void member(String name, JsonParser parser) {
      switch (name) {
        case "settlementId" -> settlementId = parser.getString();
        case "status" -> status = parser.getString();
        case "hospitalCode" -> hospitalCode = parser.getString();
        case "total" -> total = fen(parser.getString());
        case "patient" -> patient = fen(parser.getString());
        case "shares" -> shares(parser);
        default -> parser.skipChildren();
      }
    }

    private void shares(JsonParser parser) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        var payer = "";
        long amount = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          var name = parser.currentName();
          parser.nextToken();
          switch (name) {
            case "payer" -> payer = parser.getString();
            case "amount" -> amount = fen(parser.getString());
            default -> parser.skipChildren();
          }
        }
        shares.merge(Payer.valueOf(payer), amount, Math::addExact);
      }
    }
  }
}
