package org.yizhan.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;

class ProblemAdviceTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(new Surface())
          .setControllerAdvice(new ProblemAdvice(meters))
          .build();

  record Body(Money amount, Inner inner) {}

  record Inner(LocalDate day) {}

  @RestController
  static class Surface {

    @GetMapping("/refused")
    void refused() {
      throw new ProblemException(
          Problem.of(
              422,
              "bill-does-not-add-up",
              "The bill does not add up",
              "…",
              new FieldError("amounts.total", "1.00", "must be the sum")));
    }

    @GetMapping("/store-away")
    void storeIsAway() {
      throw new MongoTimeoutException("host db-17.internal does not answer");
    }

    @GetMapping("/defect")
    void defect() {
      throw new IllegalStateException("secret of the house");
    }

    @GetMapping("/days/{day}")
    void day(@PathVariable LocalDate day) {}

    @GetMapping("/needs")
    void needs(@RequestParam String fund) {}

    @PostMapping("/bodies")
    void body(@RequestBody Body body) {}
  }

  @Test
  void aRefusalKeepsItsCodeAndItsFields() throws Exception {
    problem(get("/refused"), 422, "bill-does-not-add-up")
        .andExpect(jsonPath("$.type").value("https://yizhan.org/problems/bill-does-not-add-up"))
        .andExpect(jsonPath("$.errors[0].field").value("amounts.total"))
        .andExpect(jsonPath("$.errors[0].value").value("1.00"))
        .andExpect(jsonPath("$.errors[0].rule").value("must be the sum"));
    assertThat(meters.counter("yizhan.problems", "code", "bill-does-not-add-up").count()).isOne();
  }

  @Test
  void aStoreThatDoesNotAnswerIsNamedNowhereAndTheCallerMayTryAgain() throws Exception {
    problem(get("/store-away"), 503, "temporarily-unavailable")
        .andExpect(header().string("Retry-After", "2"))
        .andExpect(content().string(not(containsString("db-17"))));
  }

  @Test
  void aDefectTellsTheCallerNothingOfTheHouse() throws Exception {
    problem(get("/defect"), 500, "internal-error")
        .andExpect(content().string(not(containsString("secret"))));
  }

  @Test
  void aParameterOfTheWrongFormIsNamed() throws Exception {
    problem(get("/days/tomorrow"), 400, "malformed")
        .andExpect(jsonPath("$.errors[0].field").value("day"))
        .andExpect(jsonPath("$.errors[0].value").value("tomorrow"));
    problem(get("/needs"), 400, "bad-request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"amount":"1.005"}          | malformed      | amount
          {"amount":"11010519491231002X"} | malformed  | amount
          {"inner":{"day":"x"}}       | malformed      | inner.day
          {"amount":                  | malformed-json |
          not json                    | malformed-json |
          """)
  void aBodyOfTheWrongFormNamesTheMemberAndNeverItsValue(String body, String code, String field)
      throws Exception {
    var answer =
        problem(post("/bodies").contentType(MediaType.APPLICATION_JSON).content(body), 400, code);
    if (field != null) {
      answer
          .andExpect(jsonPath("$.errors[0].field").value(field))
          .andExpect(jsonPath("$.errors[0].value").isEmpty());
    }
    assertThat(answer.andReturn().getResponse().getContentAsString())
        .doesNotContain("1949", "1.005");
  }

  @Test
  void theProtocolsOwnErrorsHaveTheSameShape() throws Exception {
    problem(post("/refused"), 405, "method-not-allowed");
    problem(
        post("/bodies").contentType(MediaType.TEXT_PLAIN).content("x"),
        415,
        "unsupported-media-type");
    problem(post("/bodies").contentType(MediaType.APPLICATION_JSON), 400, "malformed-json");
  }

  private ResultActions problem(RequestBuilder request, int status, String code) throws Exception {
    return web.perform(request)
        .andExpect(status().is(status))
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.status").value(status))
        .andExpect(jsonPath("$.code").value(code))
        .andExpect(jsonPath("$.title").isNotEmpty());
  }
}
