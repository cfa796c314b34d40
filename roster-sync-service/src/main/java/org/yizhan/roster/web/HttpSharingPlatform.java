package org.yizhan.roster.web;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.chassis.outside.OutsideSystem;
import org.yizhan.roster.countylist.CountyList;
import org.yizhan.roster.countylist.CountyLists;
import org.yizhan.roster.countylist.SharingPlatform;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code PUT} and {@code GET {platform}/rosters/{month}}, the platform's address with the county in
 * it. The list goes out as one JSON object, streamed: what it says of itself, {@code joiners} and
 * {@code leavers} (person numbers), {@code persons}. A county whose platform fails has a circuit of
 * its own.
 */
@Component
final class HttpSharingPlatform implements SharingPlatform {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final String address;
  private final CountyLists lists;
  private final JsonMapper json;
  private final OutsideSystem platform =
      new OutsideSystem("platform", ANSWER_WITHIN, PlatformFailure::new);

  /**
   * @param address with {@code {county}} where its code belongs
   */
  HttpSharingPlatform(
      @Value("${YIZHAN_SHARING_PLATFORM_URL:}") String address,
      CountyLists lists,
      JsonMapper json) {
    this.address = address + "/rosters/{month}";
    this.lists = lists;
    this.json = json;
  }

  private record Held(String checksum) {}

  @Override
  public Optional<String> checksumOfWhatItHas(CountyList list) {
    return platform.ask(list.county(), () -> ask(list));
  }

  private Optional<String> ask(CountyList list) {
    try {
      var held =
          platform
              .http()
              .get()
              .uri(address, list.county(), list.month())
              .accept(MediaType.APPLICATION_JSON)
              .retrieve()
              .body(Held.class);
      return Optional.ofNullable(held).map(Held::checksum);
    } catch (HttpClientErrorException.NotFound itHasNone) {
      return Optional.empty();
    }
  }

  @Override
  public void deliver(CountyList list) {
    platform.tell(
        list.county(),
        () ->
            platform
                .http()
                .put()
                .uri(address, list.county(), list.month())
                .header("Idempotency-Key", keyOf(list))
                .contentType(MediaType.APPLICATION_JSON)
                .body(out -> write(list, out))
                .retrieve()
                .toBodilessEntity());
  }

  /** The same for every attempt at the same list, so that the platform knows it again. */
  private static String keyOf(CountyList list) {
    return DerivedId.of("county-list", list.county(), list.month(), list.checksum()).toString();
  }

  private void write(CountyList list, OutputStream out) {
    try (var generator = json.createGenerator(out)) {
      generator.writeStartObject();
      writeHead(list, generator);
      generator.writeArrayPropertyStart("joiners");
      lists.eachOnlyIn(
          list.county(), list.month(), list.month().minusMonths(1), generator::writeString);
      generator.writeEndArray();
      generator.writeArrayPropertyStart("leavers");
      lists.eachOnlyIn(
          list.county(), list.month().minusMonths(1), list.month(), generator::writeString);
      generator.writeEndArray();
      generator.writeArrayPropertyStart("persons");
      lists.eachPerson(list.county(), list.month(), generator::writePOJO);
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }

  private static void writeHead(CountyList list, JsonGenerator generator) {
    generator.writeStringProperty("county", list.county());
    generator.writeStringProperty("month", list.month().toString());
    generator.writeStringProperty("asOf", list.asOf().toString());
    generator.writeBooleanProperty("afterEnrolmentPeriod", list.afterEnrolmentPeriod());
    generator.writePOJOProperty(
        "totals", new Totals(list.persons(), list.byCategory(), list.joiners(), list.leavers()));
    generator.writeStringProperty("checksum", list.checksum());
  }

  private record Totals(long persons, Map<String, Long> byCategory, long joiners, long leavers) {}
}
