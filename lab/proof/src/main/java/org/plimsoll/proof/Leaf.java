package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.List;

/// One account in a tree. Its range is checked where a tree is built and where a proof is checked,
/// not here: a proof that shows a negative balance must be readable to be refused.
///
/// @param id of the account, unique in the tree and known to its owner
/// @param salt 32 bytes in lower case hexadecimal; without it the hash of an account could be
///   guessed from its id and a few likely balances
/// @param balances one number per column, in smallest units
public record Leaf(String id, String salt, List<BigInteger> balances) {
  /// Takes a copy of the balances.
  ///
  /// @throws IllegalArgumentException if the id is empty or the salt has another form
  public Leaf {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("the id of a leaf is empty");
    }
    if (!Sha256.isHex(salt, Sha256.BYTES)) {
      throw new IllegalArgumentException("salt " + salt + " of " + id + " is not 64 hex digits");
    }
    balances = List.copyOf(balances);
  }
}
