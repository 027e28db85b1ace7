package org.plimsoll.solvency.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ImpactModel;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.DepthModel;

/// What a market takes of one asset within a horizon, at the careful end of what a book says.
///
/// What cannot be sold within the horizon brings nothing and does not move the price.
public sealed interface Outlet {
  /// Returns what the first `quantity` units bring, in the book's currency.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  double proceeds(double quantity);

  /// Returns the price after `quantity` units.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  double priceAfter(double quantity);

  /// Everything sells at its price: money, and what the book calls liquid and says no more about.
  ///
  /// @param price of one unit; not negative
  record AtMark(double price) implements Outlet {
    @Override
    public double proceeds(double quantity) {
      return price * Require.notNegative("quantity", quantity);
    }

    @Override
    public double priceAfter(double quantity) {
      return price;
    }
  }

  /// Nothing sells: the book does not say who would buy.
  ///
  /// @param price of one unit; not negative
  record Closed(double price) implements Outlet {
    @Override
    public double proceeds(double quantity) {
      return 0 * Require.notNegative("quantity", quantity);
    }

    @Override
    public double priceAfter(double quantity) {
      return price;
    }
  }

  /// A market with an impact.
  ///
  /// @param depth how the book tells it
  /// @param model its impact
  /// @param sellable units that it takes within the horizon
  record Traded(DepthModel depth, ImpactModel model, double sellable) implements Outlet {
    @Override
    public double proceeds(double quantity) {
      return model.proceeds(StrictMath.min(sellable, quantity));
    }

    @Override
    public double priceAfter(double quantity) {
      return model.priceAfter(StrictMath.min(sellable, quantity));
    }
  }

  /// Returns the outlets of an asset, one for each model of its market that the book has figures
  /// for; a closed one where it has none, unless the asset is liquid.
  ///
  /// Each sells at most the part of the volume that one seller can be, and never beyond the range
  /// of its model, so that a horizon longer than that of the model adds nothing.
  ///
  /// @param price of one unit
  /// @param days the horizon; positive
  /// @throws IllegalArgumentException if `days` is not positive
  static List<Outlet> of(Asset asset, Optional<Market> market, Interval price, double days) {
    Require.positive("days", days);
    List<Outlet> outlets = new ArrayList<>();
    for (DepthModel depth : DepthModel.values()) {
      market
          .flatMap(told ->
              depth
                  .of(told, price, Corner.CAREFUL)
                  .map(model -> new Traded(depth, model, sellable(told, model, days))))
          .ifPresent(outlets::add);
    }
    if (!outlets.isEmpty()) {
      return List.copyOf(outlets);
    }
    double mark = Corner.CAREFUL.ofMoreIsBetter(price);
    boolean isLiquid = market.isEmpty() && asset.tier() == Asset.Tier.LIQUID;
    return List.of(isLiquid ? new AtMark(mark) : new Closed(mark));
  }

  /// Returns the one of `outlets` through which `quantity` units bring least.
  static Outlet worst(List<Outlet> outlets, double quantity) {
    return outlets.stream()
        .min(Comparator.comparingDouble(outlet -> outlet.proceeds(quantity)))
        .orElseThrow();
  }

  private static double sellable(Market market, ImpactModel model, double days) {
    double volume = Corner.CAREFUL.ofMoreIsBetter(market.adv().value()) / model.price();
    double part = market.participation().doubleValue();
    double worked = volume > 0 ? part * volume * days : Double.POSITIVE_INFINITY;
    return StrictMath.min(
        worked, StrictMath.min(model.validity().quantityMax(), model.validity().dailyMax() * days));
  }
}
