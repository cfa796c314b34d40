package org.yizhan.suite.door;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive HTTP/1.1 connection to this machine. The JDK's client takes several times the
 * processor time, which on a small machine is taken from the suite that is being measured.
 */
final class Connection implements AutoCloseable {

  private final Socket socket = new Socket();
  private final InputStream in;
  private boolean used;

  Connection(int port, Duration patience) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) patience.toMillis());
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
  }

  /** Whether it has served before: then the other side may have closed it in the meantime. */
  boolean isUsed() {
    return used;
  }

  Reply exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    var statusLine = line();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    var headers = headers();
    var body = body(headers);
    used = true;
    return new Reply(status, headers, body);
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (var header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    return Map.copyOf(headers);
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    var length = headers.get("content-length");
    if (length != null) {
      return exactly(Integer.parseInt(length));
    }
    return "chunked".equals(headers.get("transfer-encoding")) ? chunks() : new byte[0];
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.writeBytes(exactly(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer ended early");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static byte[] request(String head, byte[] body) {
    var start = head.getBytes(StandardCharsets.US_ASCII);
    var request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    return request;
  }
}
