package org.yizhan.settlement.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that is saved as a file which spreadsheets open. */
final class CsvFile {

  /** Without it spreadsheets read UTF-8 as something else. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvFile() {}

  /**
   * The writer of the answer.
   *
   * @param name of the file, without its ending
   */
  static Writer named(String name, HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name + ".csv", UTF_8).build().toString());
    var writer = response.getWriter();
    writer.append(BYTE_ORDER_MARK);
    return writer;
  }
}
