package org.yizhan.roster.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.yizhan.chassis.web.ProblemException;
import org.yizhan.contracts.Problem;
import org.yizhan.contracts.Problem.FieldError;
import org.yizhan.contracts.agency.AgencyMessage.RosterRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads rosters row by row: CSV whose first line names the members (RFC 4180), or one JSON object a
 * line. UTF-8, unless the content type names another charset.
 */
@Component
final class RosterFiles {

  static final String CSV = "text/csv";
  static final String JSON_LINES = "application/jsonl";
  static final String NDJSON = "application/x-ndjson";

  private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([^:]+):");

  private final ObjectReader csv =
      CsvMapper.builder()
          .enable(CsvReadFeature.TRIM_SPACES)
          .enable(CsvReadFeature.SKIP_EMPTY_LINES)
          .enable(CsvReadFeature.EMPTY_STRING_AS_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(RosterRow.class)
          .with(CsvSchema.emptySchema().withHeader());

  private final ObjectReader json;

  RosterFiles(JsonMapper mapper) {
    this.json = mapper.readerFor(RosterRow.class);
  }

  RosterFile open(HttpServletRequest request) throws IOException {
    var wanted = wantedDigest(request);
    var bytes = new DigestInputStream(request.getInputStream(), sha256());
    var reader = request.getContentType().startsWith(CSV) ? csv : json;
    return new RosterFile(bytes, wanted, rows(reader, bytes, charsetOf(request)));
  }

  private static MappingIterator<RosterRow> rows(
      ObjectReader reader, InputStream bytes, Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        ? reader.readValues(bytes)
        : reader.readValues(new InputStreamReader(bytes, charset.newDecoder()));
  }

  /** From the header itself: what the server assumes of a request is not what its sender said. */
  private static Charset charsetOf(HttpServletRequest request) {
    try {
      var stated = MediaType.parseMediaType(request.getContentType()).getCharset();
      return stated == null ? StandardCharsets.UTF_8 : stated;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw RosterUploads.malformed(
          List.of(new FieldError("charset", null, "must be a known character set")));
    }
  }

  private static Optional<byte[]> wantedDigest(HttpServletRequest request) {
    var header = request.getHeader("Content-Digest");
    if (header == null) {
      return Optional.empty();
    }
    var found = SHA_256.matcher(header);
    try {
      if (found.find()) {
        return Optional.of(Base64.getDecoder().decode(found.group(1)));
      }
    } catch (IllegalArgumentException notBase64) {
      // the refusal below says it, as for a header without sha-256
    }
    throw RosterUploads.malformed(
        List.of(
            new FieldError("Content-Digest", header, "must state sha-256=:Base64: (RFC 9530)")));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A file that is being read. */
  static final class RosterFile implements AutoCloseable {

    private final DigestInputStream bytes;
    private final Optional<byte[]> wanted;
    private final MappingIterator<RosterRow> rows;
    private long read;

    RosterFile(DigestInputStream bytes, Optional<byte[]> wanted, MappingIterator<RosterRow> rows) {
      this.bytes = bytes;
      this.wanted = wanted;
      this.rows = rows;
    }

    Iterator<RosterRow> rows() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return readable(rows::hasNextValue);
        }

        @Override
        public RosterRow next() {
          var row = readable(rows::nextValue);
          read++;
          return row;
        }
      };
    }

    private <T> T readable(Supplier<T> reading) {
      try {
        return reading.get();
      } catch (JacksonIOException e) {
        if (e.getCause() instanceof CharConversionException
            || e.getCause() instanceof CharacterCodingException) {
          throw unreadableRow();
        }
        throw e; // the sender went away: there is nobody to answer
      } catch (JacksonException unreadable) {
        throw unreadableRow();
      }
    }

    /** Jackson's own words may quote the row, and so the person. */
    private ProblemException unreadableRow() {
      return new ProblemException(
          Problem.of(
              400,
              "malformed-row",
              "Malformed row",
              "The file cannot be read on from row "
                  + (read + 1)
                  + ". Rows before it may have been taken; the roster was not announced, so it"
                  + " leaves nobody out. Hand the mended file in under a new roster id.",
              new FieldError(
                  "row", Long.toString(read + 1), "must be a row of the file's own form")));
    }

    void requireIntact() {
      if (wanted.isPresent()
          && !MessageDigest.isEqual(wanted.get(), bytes.getMessageDigest().digest())) {
        throw new ProblemException(
            Problem.of(
                400,
                "digest-mismatch",
                "The file was damaged on its way",
                "The roster was not announced, so it leaves nobody out. Hand the file in under a"
                    + " new roster id.",
                new FieldError("Content-Digest", null, "must be the SHA-256 of the file")));
      }
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
