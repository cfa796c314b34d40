package org.yizhan.suite.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * One format, not discussed: google-java-format. {@code -Dformat=fix} rewrites what is not in it.
 */
class FormatTest {

  @Test
  void everySourceIsFormatted() throws IOException, FormatterException {
    var formatter = new Formatter();
    var unformatted = new ArrayList<String>();
    for (var file : Sources.all()) {
      var text = Sources.textOf(file);
      var formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        unformatted.add(Sources.nameOf(file));
        if ("fix".equals(System.getProperty("format"))) {
          Files.writeString(file, formatted);
        }
      }
    }
    assertThat(unformatted).as("run the command at the end of the README").isEmpty();
  }
}
