package org.plimsoll.proof;

/// A secret from which the salt of every account follows, so that one short file keeps them all.
///
/// The salt of an account is HMAC-SHA-256 of its id under the secret: who knows the salts of some
/// accounts learns nothing of the others. A new snapshot takes a new secret, or two proofs of one
/// account could be linked.
///
/// @param secret 32 bytes in lower case hexadecimal
public record Salts(String secret) {
  /// @throws IllegalArgumentException if the secret has another form
  public Salts {
    if (!Sha256.isHex(secret, Sha256.BYTES)) {
      throw new IllegalArgumentException("the secret is not 64 hex digits");
    }
  }

  /// Returns the salts that follow from a word: for teaching and tests, since who guesses the word
  /// can guess balances too.
  public static Salts ofSeed(String word) {
    return new Salts(Sha256.hex(Sha256.of(word)));
  }

  /// Returns the salt of an account, 32 bytes in lower case hexadecimal.
  public String of(String id) {
    return Sha256.hex(Sha256.keyed(Sha256.bytes(secret), id));
  }
}
