package org.yizhan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.contracts.fund.FundCommand.MoveOffSiteFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FunctionStepTest {

  private static final Path APPROVED =
      Path.of("src/test/resources/approved/move-off-site-function.v1.json");

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"CONFIRM_RECEIPT", "APPLY", "OPEN", "REFUSE", "CLOSE"})
  @DisplayName("H19: each step keeps its word on the wire")
  void keepsItsWord(String word) throws IOException {
    var json = JsonMapper.builder().build();
    var message = (ObjectNode) json.readTree(Files.readString(APPROVED));
    message.put("step", word);
    var command = json.treeToValue(message, MoveOffSiteFunction.class);
    assertThat(json.<ObjectNode>valueToTree(command).path("step").asString()).isEqualTo(word);
  }
}
