package org.yizhan.suite.house;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source that is parsed from memory. */
final class SourceText extends SimpleJavaFileObject {

  private final String text;

  SourceText(String name, String text) {
    super(URI.create("string:///" + name.replace('\\', '/')), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
