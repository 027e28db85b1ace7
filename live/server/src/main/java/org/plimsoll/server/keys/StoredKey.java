package org.plimsoll.server.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;

/// A key as it is kept.
///
/// @param hash SHA-256 of its text, in hex; no salt, since 240 random bits need none
record StoredKey(int id, String hash, Grant grant, boolean isRevoked) {
  static String hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// A key that nobody has, which may nothing and costs as much to look at as any other.
  static StoredKey unknown(String key) {
    return new StoredKey(0, hash(key), Grant.toAll(0, EnumSet.of(Scope.READ)), true);
  }

  StoredKey revoked() {
    return new StoredKey(id, hash, grant, true);
  }

  ApiKey shown() {
    return new ApiKey(id, grant, isRevoked);
  }
}
