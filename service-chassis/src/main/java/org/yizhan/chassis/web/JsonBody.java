package org.yizhan.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.function.Function;
import org.springframework.util.unit.DataSize;
import org.yizhan.chassis.form.Member;
import org.yizhan.chassis.form.Reading;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body: 413 when it is too large, 400 when it is no JSON object or not of the form. */
public final class JsonBody {

  private final ObjectReader json;
  private final int bytesMax;

  public JsonBody(JsonMapper mapper, DataSize most) {
    // A member stated twice has no one meaning, and readers differ in which they take.
    this.json = mapper.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    this.bytesMax = (int) most.toBytes();
  }

  /**
   * @throws ProblemException with everything that is wrong with the form
   */
  public <T> T read(HttpServletRequest request, Function<Member.Group, Reading<T>> form)
      throws IOException {
    return switch (form.apply(objectIn(bytesOf(request)))) {
      case Reading.Read<T>(var stated) -> stated;
      case Reading.Malformed<T>(var errors) ->
          throw new ProblemException(
              Problem.of(
                  400,
                  "malformed",
                  "Malformed request",
                  errors.size() == 1
                      ? "One member has the wrong form."
                      : errors.size() + " members have the wrong form.",
                  errors.toArray(FieldError[]::new)));
    };
  }

  /**
   * Reads one byte more than is allowed and no further: a chunked body does not say how long it is.
   */
  private byte[] bytesOf(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > bytesMax) {
      throw tooLarge();
    }
    var bytes = request.getInputStream().readNBytes(bytesMax + 1);
    if (bytes.length > bytesMax) {
      throw tooLarge();
    }
    return bytes;
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(413, "too-large", "Too large", "A body has at most " + bytesMax + " bytes."));
  }

  private Member.Group objectIn(byte[] bytes) {
    try {
      if (memberOf(json.readTree(bytes)) instanceof Member.Group body) {
        return body;
      }
    } catch (JacksonException noJson) {
      // Its message may quote the body, personal data included.
      throw malformedJson("The body is not JSON in UTF-8, or states a member twice.");
    }
    throw malformedJson("The body is not a JSON object.");
  }

  private static ProblemException malformedJson(String detail) {
    return new ProblemException(Problem.of(400, "malformed-json", "Malformed JSON", detail));
  }

  private static Member memberOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> new Member.Text(node.stringValue());
      case NUMBER -> new Member.Numeral(node.toString());
      case NULL, MISSING -> new Member.Absent();
      case OBJECT -> {
        var members = new HashMap<String, Member>();
        node.properties()
            .forEach(member -> members.put(member.getKey(), memberOf(member.getValue())));
        yield new Member.Group(members);
      }
      case ARRAY -> new Member.Items(node.valueStream().map(JsonBody::memberOf).toList());
      default -> new Member.Other(node.toString());
    };
  }
}
