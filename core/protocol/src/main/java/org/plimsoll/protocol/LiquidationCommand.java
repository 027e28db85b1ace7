package org.plimsoll.protocol;

/// Who stands in for accounts that fail, and how they are liquidated
/// (docs/reference/liquidation.md).
public sealed interface LiquidationCommand extends DeskCommand {
  /// States by which waterfall accounts are liquidated from here on.
  record SetLiquidationProfile(
      LiquidationProfile profile, String reason, String granter, String secondGranter)
      implements LiquidationCommand, DualControlled {
    public SetLiquidationProfile {
      Name.require(reason);
      Name.require(granter);
      Name.require(secondGranter);
    }
  }

  /// States what an account takes over as a backstop provider from here on, in place of what it
  /// pledged before. The article that describes it asks for 100,000 a minute and 300,000 an hour at
  /// least; here that is for whoever invites the provider to ask.
  ///
  /// @param perMinute the most notional in one minute of the clock, in the smallest unit of
  ///   account; 0 withdraws the pledge
  /// @param perHour the most notional in one hour of the clock, from `perMinute`
  record PledgeBackstop(int account, long perMinute, long perHour) implements LiquidationCommand {}

  /// Pays into what bears losses, out of what arrived in custody.
  ///
  /// @param amount positive
  /// @param custody where it arrived
  record ContributeCapital(LossBearer bearer, int asset, long amount, int custody)
      implements LiquidationCommand {}
}
