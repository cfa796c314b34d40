package org.yizhan.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProvinceSimulatorTest {

  private static HttpResponse<String> ask(String method, String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString("{}"));
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  @DisplayName("H19: it confirms a receipt, and grants an application once it has it")
  void confirmsAndGrants() throws Exception {
    try (var province = ProvinceSimulator.start()) {
      var receipt = ask("GET", province.url() + "/receipts/441600/2026?OFF_SITE_IN_PROVINCE=1.00");
      assertThat(receipt.statusCode()).isEqualTo(200);
      assertThat(receipt.body()).contains("CONFIRMED", "simulated-receipt-441600-2026");
      var application = province.url() + "/applications/" + UUID.randomUUID();
      assertThat(ask("GET", application).statusCode()).isEqualTo(404);
      assertThat(ask("PUT", application).body()).contains("GRANTED");
      assertThat(ask("GET", application).body()).contains("GRANTED", "reference");
      assertThat(ask("GET", province.url() + "/receipts/Heyuan/now").statusCode()).isEqualTo(404);
    }
  }
}
