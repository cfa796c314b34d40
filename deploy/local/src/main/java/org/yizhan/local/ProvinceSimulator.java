package org.yizhan.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The province as the ledger sees it (H19), on a free port of this machine: it confirms every
 * receipt and grants every application. It forgets what it granted when it ends; an application
 * that it has not got is handed in again under the same id.
 */
final class ProvinceSimulator implements AutoCloseable {

  private static final Pattern RECEIPT = Pattern.compile("/receipts/([0-9]{6})/([0-9]{4})");
  private static final Pattern APPLICATION = Pattern.compile("/applications/([0-9a-f-]{36})");

  private final JsonMapper json = JsonMapper.builder().build();
  private final Set<String> applications = ConcurrentHashMap.newKeySet();
  private final HttpServer http;

  private ProvinceSimulator(HttpServer http) {
    this.http = http;
  }

  static ProvinceSimulator start() {
    try {
      var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var simulator = new ProvinceSimulator(http);
      http.createContext("/receipts/", simulator::receipt);
      http.createContext("/applications/", simulator::application);
      http.start();
      return simulator;
    } catch (IOException noPort) {
      throw new UncheckedIOException("the province's simulator cannot listen", noPort);
    }
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void receipt(HttpExchange exchange) throws IOException {
    var path = RECEIPT.matcher(exchange.getRequestURI().getPath());
    if (!exchange.getRequestMethod().equals("GET") || !path.matches()) {
      answer(exchange, 404, Map.of());
    } else {
      var reference = "simulated-receipt-" + path.group(1) + '-' + path.group(2);
      answer(exchange, 200, Map.of("state", "CONFIRMED", "reference", reference));
    }
  }

  private void application(HttpExchange exchange) throws IOException {
    var path = APPLICATION.matcher(exchange.getRequestURI().getPath());
    if (!path.matches()) {
      answer(exchange, 404, Map.of());
      return;
    }
    var id = path.group(1);
    if (exchange.getRequestMethod().equals("PUT")) {
      applications.add(id);
    }
    if (applications.contains(id)) {
      answer(exchange, 200, Map.of("state", "GRANTED", "reference", "simulated-grant-" + id));
    } else {
      answer(exchange, 404, Map.of());
    }
  }

  private void answer(HttpExchange exchange, int status, Map<String, String> body)
      throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var bytes = json.writeValueAsBytes(body);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
