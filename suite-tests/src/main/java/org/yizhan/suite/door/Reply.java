package org.yizhan.suite.door;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP answer.
 *
 * @param headers names in lower case
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public boolean isOk() {
    return status == 200;
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** The code of a problem, or nothing. */
  public String code() {
    return header("content-type").contains("json") ? json().path("code").asString("") : "";
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
