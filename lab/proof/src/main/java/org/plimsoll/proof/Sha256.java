package org.plimsoll.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The one hash of the format, and the ways in which it is fed.
final class Sha256 {
  /// How many bytes a hash has.
  static final int BYTES = 32;

  private static final HexFormat HEX = HexFormat.of();

  private Sha256() {}

  /// Returns the hash of a domain byte and what follows it, one part after the other. Every part
  /// must have a length that is fixed or that stands before it; then no two inputs look alike.
  static byte[] of(byte domain, byte[]... parts) {
    MessageDigest digest = digest();
    digest.update(domain);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /// Returns the hash of texts, each as its length in four bytes and its UTF-8.
  static byte[] ofTexts(byte domain, List<String> texts) {
    MessageDigest digest = digest();
    digest.update(domain);
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(number(bytes.length));
      digest.update(bytes);
    }
    return digest.digest();
  }

  /// Returns the plain hash of a text.
  static byte[] of(String text) {
    return digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Returns HMAC-SHA-256 of a text, which nobody can compute without the key.
  static byte[] keyed(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", missing);
    }
  }

  /// Returns a number as four bytes, the highest first.
  static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }

  /// Returns whether a text is `bytes` bytes in lower case hexadecimal, the only spelling there is.
  static boolean isHex(String text, int bytes) {
    return text.length() == 2 * bytes
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
