package org.plimsoll.solvency.spiral;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/// The prices at which a token of the venue's own justifies itself, with what the venue holds of it
/// and any number of debts that it secures.
///
/// Equity is linear in the price between the prices at which a debt goes under water, so that every
/// fixed point of `p = (v + phi E(p)) / N` is found exactly. [OwnToken#priceHolding] is the case
/// without debts, [OwnToken.Loan] that of one debt and no holding.
///
/// @param token with `K0`, the equity that does not depend on its price
/// @param held `h`, tokens whose price the venue carries at every price; below 0 where it owes them
/// @param secured the debts, in any order
public record OwnTokenPrices(OwnToken token, double held, List<Secured> secured) {
  /// Copies the list.
  public OwnTokenPrices {
    secured = List.copyOf(secured);
  }

  /// A debt that takes `lost * max(0, debt - collateral p)` off equity.
  ///
  /// @param debt in money, less what else secures it; negative where the token is what is owed
  /// @param collateral tokens that secure it; negative where they are owed
  /// @param lost the part of a shortfall that does not come back, 0 to 1
  public record Secured(double debt, double collateral, double lost) {
    private double shortfall(double price) {
      return lost * StrictMath.max(0, debt - collateral * price);
    }

    private double kink() {
      return debt / collateral;
    }

    /// Returns whether it loses when the price falls from `price`.
    public boolean isShortBelow(double price) {
      double left = debt - collateral * price;
      return left > 0 || (left == 0 && collateral > 0);
    }
  }

  /// Returns the venue's equity at a price.
  public double equity(double price) {
    return token.otherEquity()
        + held * price
        - secured.stream().mapToDouble(debt -> debt.shortfall(price)).sum();
  }

  /// Returns the price that the equity at `price` justifies.
  public double value(double price) {
    return token.priceAt(equity(price));
  }

  /// Returns the gain where the price falls from `price`, `phi h / N` with the debts that are under
  /// water there; 0 where equity is not positive.
  public double gain(double price) {
    double tokens =
        held
            + secured.stream()
                .filter(debt -> debt.isShortBelow(price))
                .mapToDouble(debt -> debt.lost() * debt.collateral())
                .sum();
    return equity(price) > 0 ? token.gain(tokens) : 0;
  }

  /// Returns every price that justifies itself, lowest first; an unstable one is where the fall to
  /// the next lower one begins.
  public List<PriceMap.FixedPoint> fixedPoints() {
    List<PriceMap.FixedPoint> found = new ArrayList<>();
    double worthless = token.priceAt(0);
    if (equity(worthless) <= 0) {
      found.add(new PriceMap.FixedPoint(worthless, true));
    }
    double[] kinks = kinks();
    for (int i = 0; i <= kinks.length; i++) {
      double from = i == 0 ? 0 : kinks[i - 1];
      double to = i == kinks.length ? Double.POSITIVE_INFINITY : kinks[i];
      addCrossing(from, to, found);
    }
    found.sort(Comparator.comparingDouble(PriceMap.FixedPoint::price));
    return found;
  }

  private double[] kinks() {
    return secured.stream()
        .mapToDouble(Secured::kink)
        .filter(price -> price > 0 && Double.isFinite(price))
        .sorted()
        .distinct()
        .toArray();
  }

  private void addCrossing(double from, double to, List<PriceMap.FixedPoint> found) {
    double inside = Double.isFinite(to) ? (from + to) / 2 : from + 1;
    List<Secured> lossy = secured.stream().filter(debt -> debt.isShortBelow(inside)).toList();
    double slope = held + lossy.stream().mapToDouble(debt -> debt.lost() * debt.collateral()).sum();
    double constant =
        token.otherEquity() - lossy.stream().mapToDouble(d -> d.lost() * d.debt()).sum();
    double share = token.supply() - token.perEquity() * slope;
    double price = (token.independentValue() + token.perEquity() * constant) / share;
    if (share != 0 && price >= from && price < to && constant + slope * price > 0) {
      found.add(new PriceMap.FixedPoint(price, share > 0));
    }
  }

  /// Returns the highest stable price; none where the token would hold itself up at any price.
  public OptionalDouble goodPrice() {
    boolean runsAway = token.perEquity() * slopeAtTheTop() >= token.supply();
    return runsAway
        ? OptionalDouble.empty()
        : highest(PriceMap.FixedPoint::stable, Double.POSITIVE_INFINITY);
  }

  private double slopeAtTheTop() {
    return held
        + secured.stream()
            .filter(debt -> debt.collateral() < 0)
            .mapToDouble(debt -> debt.lost() * debt.collateral())
            .sum();
  }

  /// Returns the price from which the token falls by itself; none where it has one state only.
  public OptionalDouble tippingPrice() {
    OptionalDouble good = goodPrice();
    return good.isEmpty() ? good : highest(point -> !point.stable(), good.getAsDouble());
  }

  /// Returns the price to which it then falls.
  public OptionalDouble collapsePrice() {
    OptionalDouble tipping = tippingPrice();
    return tipping.isEmpty()
        ? tipping
        : highest(PriceMap.FixedPoint::stable, tipping.getAsDouble());
  }

  private OptionalDouble highest(Predicate<PriceMap.FixedPoint> wanted, double below) {
    DoubleStream prices =
        fixedPoints().stream().filter(wanted).mapToDouble(PriceMap.FixedPoint::price);
    return prices.filter(price -> price < below).max();
  }
}
