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

  /// Chooses the leverage of an account's positions: its base initial margin fraction is one over
  /// it.
  ///
  /// @param leverage 1 to what the margin profile allows
  record SetLeverage(int account, int leverage) implements AccountCommand {}

  /// Opens another account of the same owner: a margin island of its own, whose losses reach none
  /// of the others.
  ///
  /// @param account the next account number
  /// @param parent an account of the owner
  /// @param name how people call it
  record OpenSubaccount(int account, int parent, String name) implements AccountCommand {
    public OpenSubaccount {
      Name.require(name);
    }
  }

  /// Calls an account by another name from here on. What has happened under the old one stays.
  ///
  /// @param name how people call it
  record RenameAccount(int account, String name) implements AccountCommand {
    public RenameAccount {
      Name.require(name);
    }
  }
}
