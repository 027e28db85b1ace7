package org.plimsoll.server.keys;

/// A new key, on the only occasion on which it is known in full.
///
/// @param id its number, by which it is revoked
/// @param key its text, 40 characters of the base64 alphabet for URLs
/// @param secret what requests are signed with, 43 characters of the same; its bytes in ASCII are
///   the key of the HMAC
public record Issued(int id, String key, String secret) {
  /// Leaves out what a log must not have.
  @Override
  public String toString() {
    return "Issued[id=" + id + "]";
  }
}
