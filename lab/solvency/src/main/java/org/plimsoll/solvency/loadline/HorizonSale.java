package org.plimsoll.solvency.loadline;

import java.util.Optional;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.impact.ImpactModel;

/// What a holding brings when it is sold within some time, in the book's currency.
///
/// No more is sold than the part of the volume that one seller can be, nor than a model holds for;
/// the rest counts as unsold.
///
/// @param low by the model that brings the least, with every range at the careful end
/// @param high by the model that brings the most, at the favorable end; infinite where nothing
///   bounds it
public record HorizonSale(double low, double high) {
  /// Returns the sale of `quantity` units.
  ///
  /// Of a market of which the book tells nothing, a sale brings between nothing and the price from
  /// a day on, and nothing before.
  ///
  /// @param price of one unit before the sale
  /// @param days the time; positive
  public static HorizonSale of(
      Optional<Market> market, Interval price, Interval quantity, double days) {
    double atMark = Corner.FAVORABLE.ofMoreIsBetter(quantity.times(price));
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (DepthModel model : DepthModel.values()) {
      Optional<ImpactModel> careful = market.flatMap(m -> model.of(m, price, Corner.CAREFUL));
      if (careful.isPresent()) {
        low = StrictMath.min(low, proceeds(careful.get(), market, quantity, days, Corner.CAREFUL));
      }
      Optional<ImpactModel> best = market.flatMap(m -> model.of(m, price, Corner.FAVORABLE));
      if (best.isPresent()) {
        high = StrictMath.max(high, proceeds(best.get(), market, quantity, days, Corner.FAVORABLE));
      }
    }
    boolean isTold = Double.isFinite(low);
    double untold = days < 1 ? 0 : atMark;
    return new HorizonSale(isTold ? low : 0, high > 0 ? high : untold);
  }

  /// Returns the sale of `quantity` units by one model; none where the book does not tell what the
  /// model needs. Where the favorable end of its depth is not told, the price does not move there.
  ///
  /// @param price of one unit before the sale
  /// @param days the time; positive
  public static Optional<HorizonSale> by(
      DepthModel model, Market market, Interval price, Interval quantity, double days) {
    Optional<Market> told = Optional.of(market);
    return model
        .of(market, price, Corner.CAREFUL)
        .map(careful ->
            new HorizonSale(
                proceeds(careful, told, quantity, days, Corner.CAREFUL),
                model
                    .of(market, price, Corner.FAVORABLE)
                    .map(best -> proceeds(best, told, quantity, days, Corner.FAVORABLE))
                    .orElseGet(() -> unmoved(market, price, quantity, days))));
  }

  private static double unmoved(Market market, Interval price, Interval quantity, double days) {
    double atMark = Corner.FAVORABLE.ofMoreIsBetter(quantity.times(price));
    double volume = Corner.FAVORABLE.ofMoreIsBetter(market.adv().value());
    return volume == 0
        ? atMark
        : StrictMath.min(atMark, market.participation().doubleValue() * volume * days);
  }

  private static double proceeds(
      ImpactModel model, Optional<Market> market, Interval quantity, double days, Corner corner) {
    double cap = StrictMath.min(model.validity().quantityMax(), model.validity().dailyMax() * days);
    double volume = market.map(m -> corner.ofMoreIsBetter(m.adv().value())).orElse(0.0);
    double participation = market.map(m -> m.participation().doubleValue()).orElse(0.0);
    double sellable =
        volume == 0 ? Double.POSITIVE_INFINITY : participation * volume * days / model.price();
    double units = StrictMath.min(corner.ofMoreIsBetter(quantity), StrictMath.min(cap, sellable));
    return model.proceeds(units);
  }
}
