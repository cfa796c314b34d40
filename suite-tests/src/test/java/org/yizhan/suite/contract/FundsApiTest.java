package org.yizhan.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.FunctionStep;
import org.yizhan.contracts.fund.FundCommand.PrepaymentStep;
import org.yizhan.contracts.fund.PrepaymentKind;
import org.yizhan.ledger.asking.FundForms;
import org.yizhan.ledger.asking.FundForms.Form;
import org.yizhan.ledger.asking.FundForms.To;
import tools.jackson.databind.JsonNode;

/** What finance, agencies, bureaus and the insurer are told of the funds' API is what it does. */
@DisplayName("H16, H18, H19, H20, W5, W6: the contract of the funds agrees with the code")
class FundsApiTest {

  private static final JsonNode CONTRACT =
      SpecFile.read(SpecFile.ROOT.resolve("docs/openapi-funds.yaml"));
  private static final List<String> CONTROLLERS =
      List.of("FundCommandController", "FundController", "FundReportController");
  private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([\\w|-]+)}");
  private static final Pattern REFUSAL =
      Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\",\\s+\"[A-Z][a-z]");
  private static final To TO =
      new To(
          new UUID(0, 1),
          "441600",
          Payer.ASSISTANCE,
          OffsetDateTime.parse("2020-01-02T09:00:00+08:00"));

  private static final Map<String, Form> FORMS = new TreeMap<>(FundForms.MOVES);

  static {
    FORMS.put(
        "prepayments", FundForms.prepayment(PrepaymentKind.IN_CITY, 2020, PrepaymentStep.SUBMIT));
    FORMS.put("off-site-function", FundForms.offSiteFunction(FunctionStep.APPLY));
  }

  @Test
  @DisplayName("every address and method is told, and no other")
  void addresses() {
    var told = new TreeSet<String>();
    for (var path : CONTRACT.path("paths").properties()) {
      for (var method : List.of("get", "post")) {
        if (path.getValue().has(method)) {
          steps(path.getValue())
              .forEach(step -> told.add(method + " " + path.getKey().replace("{step}", step)));
        }
      }
    }
    assertThat(told).isEqualTo(mapped());
  }

  /** The steps of an address that has them, or one that is not replaced. */
  private static List<String> steps(JsonNode path) {
    for (var parameter : path.path("parameters")) {
      if (parameter.path("name").asString().equals("step")) {
        return parameter.at("/schema/enum").valueStream().map(JsonNode::asString).toList();
      }
    }
    return List.of("{step}");
  }

  private static TreeSet<String> mapped() {
    var mapped = new TreeSet<String>();
    for (var name : CONTROLLERS) {
      var controller = controller(name);
      var root = AnnotatedElementUtils.getMergedAnnotation(controller, RequestMapping.class);
      for (var method : controller.getDeclaredMethods()) {
        var mapping = AnnotatedElementUtils.getMergedAnnotation(method, RequestMapping.class);
        if (mapping != null) {
          var path = root.path()[0] + (mapping.path().length == 0 ? "" : mapping.path()[0]);
          var verb = mapping.method()[0].name().toLowerCase(Locale.ROOT);
          choices(path).forEach(choice -> mapped.add(verb + " " + choice));
        }
      }
    }
    return mapped;
  }

  private static Class<?> controller(String name) {
    try {
      return Class.forName("org.yizhan.ledger.web." + name);
    } catch (ClassNotFoundException renamed) {
      return fail("a controller of the funds has another name now", renamed);
    }
  }

  private static Stream<String> choices(String path) {
    var choice = CHOICE.matcher(path);
    return choice.find()
        ? Arrays.stream(choice.group(1).split("\\|")).map(choice::replaceFirst)
        : Stream.of(path);
  }

  private static Stream<String> forms() {
    return FORMS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  @DisplayName("what is required is missed, and what is told is read")
  void members(String name) {
    var schema = schema(name);
    assertThat(wrongIn(name, Map.of()).keySet())
        .as("required")
        .isEqualTo(
            new TreeSet<>(schema.path("required").valueStream().map(JsonNode::asString).toList()));
    for (var member : schema.path("properties").propertyNames()) {
      assertThat(wrongIn(name, Map.of(member, new Member.Other("7"))).get(member))
          .as(member)
          .isNotNull()
          .doesNotContain("is required");
    }
  }

  private static JsonNode schema(String name) {
    return CONTRACT.path("paths").properties().stream()
        .filter(path -> path.getKey().contains("/" + name))
        .map(path -> path.getValue().at("/post/requestBody/content/application~1json/schema"))
        .filter(schema -> !schema.isMissingNode())
        .findFirst()
        .orElseThrow();
  }

  /** The rule that each wrong member breaks. */
  private static TreeMap<String, String> wrongIn(String form, Map<String, Member> members) {
    var read = FORMS.get(form).read(TO, new Member.Group(members));
    var rules = new TreeMap<String, String>();
    if (read instanceof Reading.Malformed<FundCommand>(var errors)) {
      for (FieldError error : errors) {
        rules.put(error.field(), error.rule());
      }
    }
    return rules;
  }

  @Test
  @DisplayName("every refusal is told by its code")
  void refusals() throws IOException {
    var told = CONTRACT.at("/components/responses/Problem/description").asString();
    var codes = new TreeSet<String>();
    for (var part : List.of("fund", "web", "asking")) {
      var folder = "fund-ledger-service/src/main/java/org/yizhan/ledger/" + part;
      try (var files = Files.list(SpecFile.ROOT.resolve(folder))) {
        files.flatMap(FundsApiTest::codesIn).forEach(codes::add);
      }
    }
    assertThat(codes).contains("above-full-amount", "unknown-fund");
    assertThat(codes).allSatisfy(code -> assertThat(told).contains(code));
  }

  private static Stream<String> codesIn(Path source) {
    try {
      return REFUSAL.matcher(Files.readString(source)).results().map(match -> match.group(1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
