package org.yizhan.ledger.web;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.outside.OutsideSystem;
import org.yizhan.ledger.province.Province;

/**
 * {@code GET {province}/receipts/{city}/{year}?OFF_SITE_IN_PROVINCE=…&OFF_SITE_CROSS_PROVINCE=…},
 * and {@code GET} and {@code PUT {province}/applications/{id}}, the {@code PUT} with {@code {city,
 * year}}. Each is answered with {@code {state, reference, reason}}, or 404 for what the province
 * has not got; each carries an {@code Idempotency-Key} computed from its cause.
 */
@Component
final class HttpProvince implements Province {

  private static final String WHOLE = "province";

  private final String address;
  private final OutsideSystem province;

  HttpProvince(
      @Value("${YIZHAN_PROVINCE_URL:}") String address,
      @Value("${yizhan.province.answer-within:5s}") Duration answerWithin) {
    this.address = address;
    this.province = new OutsideSystem("province", answerWithin, ProvinceFailure::new);
  }

  private record Said(
      @Nullable String state, @Nullable String reference, @Nullable String reason) {}

  private record Form(String city, int year) {}

  @Override
  public Receipt receiptOf(PaidUp paidUp) {
    var said =
        province.ask(
            WHOLE,
            () ->
                get(
                    receiptPath(paidUp),
                    DerivedId.of("receipt-asked", paidUp.city(), paidUp.year(), paidUp.parts())));
    return said.isEmpty() ? new Receipt.Unknown() : receiptIn(said.get());
  }

  private static String receiptPath(PaidUp paidUp) {
    var path = new StringBuilder("/receipts/" + paidUp.city() + '/' + paidUp.year());
    var mark = '?';
    for (var part : paidUp.parts().entrySet()) {
      path.append(mark).append(part.getKey()).append('=').append(part.getValue());
      mark = '&';
    }
    return path.toString();
  }

  private static Receipt receiptIn(Said said) {
    return switch (said.state()) {
      case "CONFIRMED" -> new Receipt.Confirmed(stated("reference", said.reference()));
      case "PENDING" -> new Receipt.Pending();
      case null, default -> throw notUnderstood("state", said.state());
    };
  }

  @Override
  public Reply apply(Application application) {
    var path = "/applications/" + application.id();
    var known = province.ask(WHOLE, () -> get(path, application.id()));
    return replyIn(known.orElseGet(() -> province.tell(WHOLE, () -> put(path, application))));
  }

  private static Reply replyIn(Said said) {
    return switch (said.state()) {
      case "GRANTED" -> new Reply.Granted(stated("reference", said.reference()));
      case "PENDING" -> new Reply.Pending();
      case "REFUSED" -> new Reply.Refused(stated("reason", said.reason()));
      case null, default -> throw notUnderstood("state", said.state());
    };
  }

  private static String stated(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw notUnderstood(field, value);
    }
    return value;
  }

  private static ProvinceFailure notUnderstood(String field, @Nullable String value) {
    var why = "the province's answer is not understood: " + field + " is " + value;
    return new ProvinceFailure(why, new IllegalArgumentException(field));
  }

  private Optional<Said> get(String path, UUID key) {
    try {
      return Optional.of(
          read(
              province
                  .http()
                  .get()
                  .uri(address + path)
                  .header("Idempotency-Key", key.toString())
                  .accept(MediaType.APPLICATION_JSON)
                  .retrieve()));
    } catch (HttpClientErrorException.NotFound itHasNone) {
      return Optional.empty();
    }
  }

  private Said put(String path, Application application) {
    return read(
        province
            .http()
            .put()
            .uri(address + path)
            .header("Idempotency-Key", application.id().toString())
            .contentType(MediaType.APPLICATION_JSON)
            .body(new Form(application.city(), application.year()))
            .retrieve());
  }

  private static Said read(RestClient.ResponseSpec answer) {
    var said = answer.body(Said.class);
    return said == null ? new Said(null, null, null) : said;
  }
}
