package org.plimsoll.protocol;

/// How withdrawals of an asset are paid.
///
/// @param perMinute in [WithdrawalMode#QUEUED] how many are sent in a minute at most, else 0
public record WithdrawalPolicy(int asset, WithdrawalMode mode, int perMinute) {
  /// Returns how an asset's withdrawals are paid as long as nobody has said anything.
  public static WithdrawalPolicy atFirst(int asset) {
    return new WithdrawalPolicy(asset, WithdrawalMode.IMMEDIATE, 0);
  }
}
