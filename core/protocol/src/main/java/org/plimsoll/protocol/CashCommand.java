package org.plimsoll.protocol;

/// What customers bring and take, and where it is kept.
public sealed interface CashCommand extends DeskCommand {
  /// Opens a custody location.
  ///
  /// @param custody the next custody number
  /// @param kind what sort of place it is
  /// @param name how people call it
  record OpenCustody(int custody, CustodyKind kind, String name) implements CashCommand {
    public OpenCustody {
      Name.require(name);
    }
  }

  /// Credits an account with what arrived in custody.
  ///
  /// @param amount positive
  /// @param custody where it arrived
  record DepositAsset(int account, int asset, long amount, int custody) implements CashCommand {}

  /// Pays an account out of custody. Where the rules allow it, what the account does not have is
  /// borrowed.
  ///
  /// @param amount positive
  /// @param custody where it is paid from
  record WithdrawAsset(int account, int asset, long amount, int custody) implements CashCommand {}
}
