package org.plimsoll.crowd;

/// By what an account is traded.
///
/// @param account its name, which says what its owner does: see [Role]
/// @param key of the exchange's interface
/// @param secret that requests are signed with
public record Login(String account, String key, String secret) {
  /// Shows whose it is, and neither key nor secret.
  @Override
  public String toString() {
    return "Login[" + account + "]";
  }
}
