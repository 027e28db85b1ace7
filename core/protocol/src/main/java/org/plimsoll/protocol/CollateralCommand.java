package org.plimsoll.protocol;

/// Limits on what an asset counts for. Each names its reason and the two who answer for it.
public sealed interface CollateralCommand extends DeskCommand, DualControlled {
  /// Caps what an asset brings as collateral and how much of it is lent, at once and for whatever
  /// comes after. Nobody's maintenance changes by it, so it forces nobody to sell.
  ///
  /// @param accountMax the most of one account that counts at the initial weight, in the smallest
  ///   unit; the largest balance caps nothing
  /// @param venueMax the most of all accounts together that does, each with its share of what all
  ///   hold; the largest `long` caps nothing
  /// @param borrowMax the most that accounts may owe in all, with their resting orders filled, for
  ///   one of them to borrow more
  record CapCollateral(
      int asset,
      long accountMax,
      long venueMax,
      long borrowMax,
      String reason,
      String granter,
      String secondGranter)
      implements CollateralCommand {
    public CapCollateral {
      requireNames(reason, granter, secondGranter);
    }
  }

  /// Announces that the weight of an asset for maintenance moves, a step a day, from a day that is
  /// far enough off for everybody to prepare. It takes the place of what was announced before.
  ///
  /// @param totalWeightE9 where it goes, 0 to 1; the initial weight is never above it
  /// @param startNs when the first step is, at least a day ahead
  /// @param dailyMaxE9 the largest step, 0.0001 to 0.02
  record AnnounceWeight(
      int asset,
      long totalWeightE9,
      long startNs,
      long dailyMaxE9,
      String reason,
      String granter,
      String secondGranter)
      implements CollateralCommand {
    public AnnounceWeight {
      requireNames(reason, granter, secondGranter);
    }
  }

  /// Requires a reason and two people who can be told by name.
  private static void requireNames(String reason, String granter, String secondGranter) {
    Name.require(reason);
    Name.require(granter);
    Name.require(secondGranter);
  }
}
