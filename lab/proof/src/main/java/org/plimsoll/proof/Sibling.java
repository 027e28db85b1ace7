package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.List;

/// What a proof shows of a node beside its way to the root. Its range is checked with the proof.
///
/// @param hash 32 bytes in lower case hexadecimal
/// @param sums one number per column, in smallest units
public record Sibling(String hash, List<BigInteger> sums) {
  /// Takes a copy of the sums.
  ///
  /// @throws IllegalArgumentException if the hash has another form
  public Sibling {
    if (!Sha256.isHex(hash, Sha256.BYTES)) {
      throw new IllegalArgumentException("hash " + hash + " is not 64 hex digits");
    }
    sums = List.copyOf(sums);
  }
}
