package org.yizhan.local.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.contracts.agency.RosterFeedback;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import org.yizhan.local.sample.SampleData.Discharge;
import tools.jackson.databind.json.JsonMapper;

/**
 * A suite that answers every discharge as the sample expects: the first is busy, the second late,
 * the rest at once.
 */
final class FakeSuite implements AutoCloseable {

  private static final Map<String, Object> ACCOUNT =
      Map.of(
          "subAccounts",
          List.of(
              Map.of("city", "441600", "balance", "1000.00"),
              Map.of("city", "441600", "balance", "234.56", "purpose", "prepayment"),
              Map.of("city", "330300", "balance", "-5.00")));

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Discharge> discharges =
      SampleData.load().discharges().stream()
          .collect(Collectors.toMap(Discharge::encounterId, one -> one));
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger polls = new AtomicInteger();
  private final HttpServer http;

  FakeSuite() throws IOException {
    http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    http.createContext("/api/hospitals/", exchange -> answer(exchange, 200, Map.of("level", 3)));
    http.createContext("/api/discharges", this::settle);
    http.createContext("/api/settlements/", this::poll);
    http.createContext(
        "/api/ledger/trial-balance",
        exchange ->
            answer(
                exchange,
                200,
                Map.of("accounts", List.of(), "debit", "99999999.00", "credit", "99999999.00")));
    http.createContext("/api/ledger/accounts/", exchange -> answer(exchange, 200, ACCOUNT));
    http.createContext(
        "/api/hospital-months/",
        exchange ->
            answer(exchange, 200, Map.of("lines", List.of(), "totals", Map.of("count", 99))));
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** What roster-sync and eligibility would answer to the sample's messages. */
  static List<Messages.Message> feedback() {
    return Messages.aboutPersons(SampleData.load()).stream()
        .map(
            message ->
                new Messages.Message(
                    "roster.feedback",
                    message.key(),
                    message.id(),
                    "/fake",
                    new RosterFeedback(
                        message.id(),
                        "any",
                        new RosterFeedback.Source(message.topic(), 0, 0),
                        RosterFeedback.Outcome.ACCEPTED,
                        List.of(),
                        "P0000000000000001",
                        3L)))
        .toList();
  }

  /** What the ledger's desk puts on the log once the province has confirmed. */
  static Messages.Message receipt() {
    var now = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");
    var asked = new Asked(new UUID(19, 1), "441600", Payer.ASSISTANCE, "province", now);
    return new Messages.Message(
        Topics.FUND_COMMANDS,
        "441600/ASSISTANCE",
        asked.commandId().toString(),
        "/fake",
        new MoveOffSiteFunction(asked, FunctionStep.CONFIRM_RECEIPT, "reference"));
  }

  static Messages.Message opened() {
    return new Messages.Message(
        Topics.OFF_SITE_FUNCTIONS,
        "441600",
        "opened",
        "/fake",
        new OffSiteFunctionChanged("441600", "OPEN", "granted", "2026-11-22T10:00:00+08:00"));
  }

  private void settle(HttpExchange exchange) throws IOException {
    var body = json.readTree(exchange.getRequestBody());
    var discharge = Objects.requireNonNull(discharges.get(body.path("encounterId").asString()));
    switch (posts.incrementAndGet()) {
      case 1 -> answer(exchange, 503, Map.of("code", "busy"));
      case 3 ->
          answer(
              exchange, 202, Map.of("settlementId", discharge.encounterId(), "status", "PENDING"));
      default -> answer(exchange, 200, settled(discharge));
    }
  }

  private void poll(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var discharge =
        Objects.requireNonNull(discharges.get(path.substring(path.lastIndexOf('/') + 1)));
    answer(
        exchange,
        200,
        polls.incrementAndGet() == 1 ? Map.of("status", "PENDING") : settled(discharge));
  }

  private static Map<String, Object> settled(Discharge discharge) {
    var shares =
        discharge.expected().entrySet().stream()
            .map(one -> Map.of("payer", one.getKey(), "amount", one.getValue().toString()))
            .toList();
    return Map.of(
        "status",
        "SETTLED",
        "receivedAt",
        "2026-11-22T10:00:00+08:00",
        "patient",
        discharge.patient().toString(),
        "shares",
        shares);
  }

  private void answer(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
