package org.yizhan.settlement.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.settlement.explanation.SettlementText;

/**
 * Why a settlement is what it is, as it stands now: for programs as JSON, for people as text in
 * Chinese or English.
 */
@RestController
class ExplanationController {

  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Standings standings;

  ExplanationController(Standings standings) {
    this.standings = standings;
  }

  /** 404 {@code unknown-settlement}, also while it is not decided. */
  @GetMapping("/api/settlements/{id}/explanation")
  Object explanation(@PathVariable UUID id) {
    var found = standings.find(id);
    return found.isPresent()
        ? ExplanationView.of(found.get())
        : SettlementController.refused(standings.refusalOf(id));
  }

  /**
   * @param languages {@code Accept-Language}; Chinese unless English is preferred
   */
  @GetMapping(path = "/api/settlements/{id}/explanation", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<byte[]> text(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    var language = languageOf(languages);
    var text = SettlementText.in(language);
    var said =
        standings
            .find(id)
            .map(standing -> text.of(standing.now(), standing.revised()))
            .orElseGet(() -> text.of(id, standings.refusalOf(id).problem()));
    return ResponseEntity.ok()
        .contentType(TEXT)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .body(said.getBytes(StandardCharsets.UTF_8));
  }

  /** A header that cannot be read asks for nothing. */
  private static Locale languageOf(@Nullable String header) {
    var known = SettlementText.languages();
    try {
      var asked = header == null ? null : Locale.lookup(LanguageRange.parse(header), known);
      return asked == null ? known.getFirst() : asked;
    } catch (IllegalArgumentException unreadable) {
      return known.getFirst();
    }
  }
}
