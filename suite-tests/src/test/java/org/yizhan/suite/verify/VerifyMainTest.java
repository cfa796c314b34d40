package org.yizhan.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit status is what a script sees. */
class VerifyMainTest {

  @TempDir Path folder;

  @Test
  void soundSettlementsEndWithZeroHoweverTheyAreWrittenDown() throws Exception {
    var one = file("one", Samples.text("heyuan-resident"));
    var lines =
        file("lines", Samples.text("year-0") + "{\"settlement\": " + Samples.text("year-1") + "}");
    var list = file("list", "[" + Samples.text("wenzhou-category") + "]");
    assertThat(VerifyMain.run(one, lines, list)).isZero();
    assertThat(VerifyMain.run("--parameters", Law.shipped().toString(), one)).isZero();
  }

  @Test
  void oneFenTooManyEndsWithOne() throws Exception {
    var wrong = file("wrong", Samples.text("heyuan-resident").replace("6986.00", "6986.01"));
    assertThat(VerifyMain.run(wrong)).isEqualTo(1);
    assertThat(VerifyMain.run("--parameters", folder.toString(), wrong)).isEqualTo(1);
  }

  @Test
  void nothingToVerifyIsNoSuccess() throws Exception {
    assertThat(VerifyMain.run(file("none", "[]"))).isEqualTo(2);
    assertThat(VerifyMain.run(file("broken", "{"))).isEqualTo(2);
    assertThat(VerifyMain.run()).isEqualTo(2);
    assertThat(VerifyMain.run("--kafka")).isEqualTo(2);
    assertThat(VerifyMain.run(folder.resolve("nowhere").toString())).isEqualTo(2);
    var sound = file("sound", Samples.text("year-0"));
    assertThat(VerifyMain.run("--parameters", "nowhere", sound)).isEqualTo(2);
  }

  @Test
  void whatIsNotSettledAtTheDoorIsAFindingAndWhatIsNamedTwiceIsCountedOnce() throws Exception {
    var sound = Samples.text("heyuan-resident");
    try (var door = new FakeDoor()) {
      door.answer("/api/settlements/sound", sound);
      door.answer("/api/settlements/pending", "{\"status\": \"PENDING\"}");
      var line = "{\"settlementId\": \"sound\"}";
      door.answer("/api/hospital-months/H1/2026-11", "{\"lines\": [" + line + "," + line + "]}");
      assertThat(VerifyMain.run("--gateway", door.url(), "sound", "H1/2026-11")).isZero();
      assertThat(door.asked("/api/settlements/sound")).isOne();
      assertThat(VerifyMain.run("--gateway", door.url(), "sound", "pending")).isEqualTo(1);
      assertThat(VerifyMain.run("--gateway", door.url(), "pending")).isEqualTo(1);
      assertThat(VerifyMain.run("--gateway", door.url(), "nobody")).isEqualTo(2);
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name + ".json"), content).toString();
  }
}
