package org.plimsoll.protocol;

import org.plimsoll.units.MarginProfile;

/// What accounts must keep (docs/reference/margin.md), who stands in for those that fail, and how
/// they are liquidated (docs/reference/liquidation.md).
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

  /// Lets the margin rules of an era bind. What is new follows them at once; maintenance follows
  /// from an announced instant on, so that whoever has chosen more leverage than the era allows can
  /// prepare.
  ///
  /// @param maintenanceNs from when maintenance counts no more leverage than the era allows, in
  ///   nanoseconds since 1970, at least a day ahead
  record SetMarginProfile(
      MarginProfile profile,
      long maintenanceNs,
      String reason,
      String granter,
      String secondGranter)
      implements LiquidationCommand, DualControlled {
    public SetMarginProfile {
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
