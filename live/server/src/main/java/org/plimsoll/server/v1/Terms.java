package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.venue.CollateralCaps;
import org.plimsoll.venue.VenueView;

/// Other terms of collateral, as far as a venue may set them from one moment to the next: none
/// moves what existing debts must keep.
final class Terms {
  private Terms() {}

  /// The venue lets an asset weigh something else for new debt.
  record Weight(String asset, BigDecimal initial) implements Change {
    @Override
    public List<Command> commands(VenueView view, int account) {
      int number = Named.asset(view, asset).asset();
      SetCollateral terms = view.collateral(number);
      long initialE9 = Body.steps("initial_weight", initial, BigDecimal.valueOf(1, 9));
      return List.of(
          new SetCollateral(number, initialE9, terms.totalWeightE9(), terms.imfFactorE9()));
    }
  }

  /// The venue caps an asset; what is not said stays as it is.
  record Cap(
      String asset,
      Optional<BigDecimal> accountMax,
      Optional<BigDecimal> venueMax,
      Optional<BigDecimal> owedMax)
      implements Change {
    @Override
    public List<Command> commands(VenueView view, int account) {
      DefineAsset named = Named.asset(view, asset);
      CollateralCaps now = view.caps(named.asset());
      BigDecimal unit = BigDecimal.valueOf(1, named.decimals());
      return List.of(
          new CapCollateral(
              named.asset(),
              units("account_max", accountMax, unit, now.accountMax()),
              units("venue_max", venueMax, unit, now.venueMax()),
              units("owed_max", owedMax, unit, now.borrowMax()),
              Change.WHY,
              Change.WHO,
              Change.SECOND));
    }

    private static long units(String name, Optional<BigDecimal> most, BigDecimal unit, long now) {
      return most.map(whole -> Body.steps(name, whole, unit)).orElse(now);
    }
  }
}
