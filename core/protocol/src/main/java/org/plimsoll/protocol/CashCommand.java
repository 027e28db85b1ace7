package org.plimsoll.protocol;

/// What customers bring and take and what owners take, and where it is kept.
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

  /// Asks for an asset to be paid out of custody. Where the rules allow it, what the account does
  /// not have is borrowed. How soon it is sent is the asset's [WithdrawalMode].
  ///
  /// @param amount positive
  /// @param custody where it is paid from
  record WithdrawAsset(int account, int asset, long amount, int custody) implements CashCommand {}

  /// Takes back a withdrawal that has not been sent: the account has the amount again.
  ///
  /// @param account who asked for it
  /// @param withdrawal the number that [CashEvent.WithdrawalRequested] told
  record CancelWithdrawal(int account, int asset, long withdrawal) implements CashCommand {}

  /// Says how withdrawals of an asset are paid from here on. Nothing that waits is lost. A gate
  /// keeps customers from what is theirs, so two people answer for it.
  ///
  /// @param perMinute in [WithdrawalMode#QUEUED] how many are sent in a minute at most, from 1; 0
  ///   in the other modes
  record SetWithdrawalPolicy(
      int asset,
      WithdrawalMode mode,
      int perMinute,
      String reason,
      String granter,
      String secondGranter)
      implements CashCommand, DualControlled {
    public SetWithdrawalPolicy {
      Name.require(reason);
      Name.require(granter);
      Name.require(secondGranter);
    }

    /// Returns what is said, without who says it.
    public WithdrawalPolicy policy() {
      return new WithdrawalPolicy(asset, mode, perMinute);
    }
  }

  /// Moves an asset between two accounts of one owner. It must pass what a withdrawal passes.
  ///
  /// @param amount positive
  record MoveAsset(int from, int to, int asset, long amount) implements CashCommand {}

  /// Moves an asset from one custody location to another. No account has more or less of it.
  ///
  /// @param amount positive
  record MoveCustody(int from, int to, int asset, long amount) implements CashCommand {}

  /// Pays the venue's owners out of its fees: for what running it costs, or as a dividend. What is
  /// bought back for with these fees is not theirs, nor what customers wait for in custody. What is
  /// paid is gone, so two people answer for it.
  ///
  /// @param amount positive
  /// @param custody where it is paid from
  record PayFromFees(
      int asset, long amount, int custody, String reason, String granter, String secondGranter)
      implements CashCommand, DualControlled {
    public PayFromFees {
      Name.require(reason);
      Name.require(granter);
      Name.require(secondGranter);
    }
  }
}
