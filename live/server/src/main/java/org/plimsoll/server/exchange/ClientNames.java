package org.plimsoll.server.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.plimsoll.protocol.OrderText;

/// What clients call their orders: texts here, numbers at the venue.
public final class ClientNames {
  private ClientNames() {}

  /// Returns the number that stands for a text: the first 8 bytes of SHA-256 over the account, as 4
  /// bytes, and the text. Never 0, which gives no name.
  public static long number(int account, String text) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(account).array());
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    long number = ByteBuffer.wrap(digest.digest()).getLong();
    return number == 0 ? 1 : number;
  }

  /// Returns a text that the venue can keep; empty if it cannot.
  public static Optional<OrderText> text(String name) {
    return OrderText.isValid(name) ? Optional.of(new OrderText(name)) : Optional.empty();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
