package org.yizhan.gateway.discharge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What makes two bodies the same: the parsed fields after the person is known, so that white space,
 * member order, and whether the hospital named the person by number or by ID do not matter. Without
 * {@code eligibilityVersion}: it says how fresh our knowledge must be, it is no part of the stay.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * SHA-256 in hexadecimal; each part is length-prefixed, an absent one differs from an empty one.
   */
  public static String of(String personNumber, Discharge discharge) {
    var bill = discharge.amounts();
    var text = new StringBuilder(160);
    append(text, personNumber);
    append(text, discharge.admissionDate());
    append(text, discharge.dischargeDate());
    append(text, discharge.diagnosis());
    append(text, bill.total().fen());
    append(text, bill.fullSelfPay().fen());
    append(text, bill.overLimit().fen());
    append(text, bill.priorSelfPay().fen());
    append(text, bill.inPolicy().fen());
    append(text, discharge.replaces());
    return HexFormat.of().formatHex(sha256(text.toString()));
  }

  private static void append(StringBuilder text, @Nullable Object part) {
    if (part == null) {
      text.append("-/");
      return;
    }
    var written = part.toString();
    text.append(written.length()).append(':').append(written).append('/');
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
