package org.plimsoll.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The tree of ethereum/research's demonstration, as a reference: no domain bytes, sums of 32
/// bytes, and a leaf whose balance its own hash does not bind.
final class FormatE {
  private record Part(String hash, BigInteger sum) {}

  private FormatE() {}

  /// Returns the hash and the sum of the root.
  static String root(List<String> names, long[] balances) {
    List<Part> level = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      byte[] salt = digest(("salt-" + i).getBytes(StandardCharsets.US_ASCII));
      byte[] name = names.get(i).getBytes(StandardCharsets.US_ASCII);
      level.add(new Part(hash(salt, name), BigInteger.valueOf(balances[i])));
    }
    while (level.size() > 1) {
      List<Part> parents = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        Part left = level.get(i);
        Part right = level.get(i + 1);
        String hash = hash(bytes(left), bytes(left.sum), bytes(right), bytes(right.sum));
        parents.add(new Part(hash, left.sum.add(right.sum)));
      }
      level = parents;
    }
    return level.getFirst().hash + " " + level.getFirst().sum;
  }

  private static byte[] bytes(BigInteger sum) {
    byte[] short32 = sum.toByteArray();
    byte[] bytes = new byte[32];
    System.arraycopy(short32, 0, bytes, 32 - short32.length, short32.length);
    return bytes;
  }

  private static byte[] bytes(Part part) {
    return HexFormat.of().parseHex(part.hash);
  }

  private static String hash(byte[]... parts) {
    return HexFormat.of().formatHex(digest(parts));
  }

  private static byte[] digest(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
