package org.yizhan.chassis.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hash (HMAC-SHA-256) to look a text up without being able to read it, and authenticated
 * encryption (AES-256-GCM) to keep it. The hash key is never rotated: names derived from it are
 * permanent.
 */
public final class SensitiveTexts {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec hashKey;
  private final SecretKeySpec cipherKey;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param hashKeyBase64 32 bytes, Base64
   * @param cipherKeyBase64 32 bytes, Base64
   * @throws IllegalArgumentException when a key is missing or has another length
   */
  public SensitiveTexts(String hashKeyBase64, String cipherKeyBase64) {
    this.hashKey = new SecretKeySpec(bytesOf("YIZHAN_ID_HASH_KEY", hashKeyBase64), "HmacSHA256");
    this.cipherKey = new SecretKeySpec(bytesOf("YIZHAN_ID_CIPHER_KEY", cipherKeyBase64), "AES");
  }

  private static byte[] bytesOf(String name, String base64) {
    var key = Base64.getDecoder().decode(base64.strip());
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          name + " must be 32 random bytes in Base64 (openssl rand -base64 32), has " + key.length);
    }
    return key;
  }

  /** 32 bytes that are the same for the same text and tell nothing about it without the key. */
  public byte[] hash(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(hashKey);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  /** Base64 of nonce and ciphertext; two seals of one text differ. */
  public String seal(String text) {
    try {
      var nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      var both = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
  }

  /**
   * @throws IllegalArgumentException when the text was sealed with another key or was changed
   */
  public String open(String sealed) {
    try {
      var both = Base64.getDecoder().decode(sealed);
      var nonce = java.util.Arrays.copyOf(both, NONCE_BYTES);
      var text =
          cipher(Cipher.DECRYPT_MODE, nonce).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("sealed with another key, or changed since", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
