package org.plimsoll.server.ftx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.plimsoll.protocol.OrderText;

/// What clients call their orders: texts here, numbers at the venue.
final class ClientNames {
  private ClientNames() {}

  /// Returns the number that stands for a text: the first 8 bytes of SHA-256 over the account, as 4
  /// bytes, and the text. Never 0, which gives no name.
  static long number(int account, String text) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(account).array());
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    long number = ByteBuffer.wrap(digest.digest()).getLong();
    return number == 0 ? 1 : number;
  }

  /// Returns a text that the venue can keep.
  static OrderText text(String clientId) {
    if (!OrderText.isValid(clientId)) {
      throw FtxError.invalid("clientId");
    }
    return new OrderText(clientId);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
