package org.plimsoll.server.keys;

import java.util.OptionalInt;

/// The names of subaccounts, which the venue knows and keys do not.
public interface Subaccounts {
  /// Returns the account number of an owner's subaccount; empty if there is none of that name.
  ///
  /// @param owner the number of the owner's main account
  OptionalInt account(int owner, String nickname);

  /// Returns the name of a subaccount.
  String nickname(int account);
}
