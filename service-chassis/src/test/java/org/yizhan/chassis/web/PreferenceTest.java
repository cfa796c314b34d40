package org.yizhan.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PreferenceTest {

  @ParameterizedTest(name = "Prefer: {0} waits {1} s")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait=0                    | 0  | true
          wait=10                   | 10 | true
          WAIT = 10                 | 10 | true
          wait="10"                 | 10 | true
          respond-async, wait=7     | 7  | true
          wait=7; priority=5        | 7  | true
          wait=7, wait=9            | 7  | true
          wait=3600                 | 60 | true
          wait=999999999            | 60 | true
          wait=-1                   | 5  | false
          wait=soon                 | 5  | false
          wait=1.5                  | 5  | false
          await=3                   | 5  | false
          return=minimal            | 5  | false
          """)
  void aWaitIsAppliedWhenItMakesSense(String header, long seconds, boolean stated) {
    assertThat(preferenceOf(header)).isEqualTo(new Preference(Duration.ofSeconds(seconds), stated));
  }

  @Test
  void whoSaysNothingWaitsTheUsualTime() {
    assertThat(preferenceOf()).isEqualTo(new Preference(Duration.ofSeconds(5), false));
  }

  @Test
  void theFirstHeaderWithAWaitCounts() {
    assertThat(preferenceOf("respond-async", "wait=3", "wait=4").applied()).isEqualTo("wait=3");
  }

  private static Preference preferenceOf(String... headers) {
    var request = new MockHttpServletRequest();
    for (var header : headers) {
      request.addHeader("Prefer", header);
    }
    return Preference.of(request, Duration.ofSeconds(5), Duration.ofSeconds(60));
  }
}
