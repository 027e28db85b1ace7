package org.plimsoll.protocol;

/// Whom the venue serves.
public sealed interface AccountCommand extends DeskCommand {
  /// Opens an account.
  ///
  /// @param account the next account number
  /// @param name how people call it
  record OpenAccount(int account, String name) implements AccountCommand {
    public OpenAccount {
      Name.require(name);
    }
  }
}
