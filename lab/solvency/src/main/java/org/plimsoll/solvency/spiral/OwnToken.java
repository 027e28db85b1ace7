package org.plimsoll.solvency.spiral;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.solvency.bounds.Require;

/// A token whose market value follows the equity of the venue that issued it, `(v + phi E) / N`.
///
/// Equity below nothing takes nothing more off the token: its price is then `v / N`.
///
/// @param independentValue `v`, worth without the venue, in money; not negative
/// @param perEquity `phi`, market value for each unit of equity; not negative
/// @param supply `N`, tokens; positive
/// @param otherEquity `K0`, equity apart from what depends on the token; finite
public record OwnToken(
    double independentValue, double perEquity, double supply, double otherEquity) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above
  public OwnToken {
    Require.notNegative("independentValue", independentValue);
    Require.notNegative("perEquity", perEquity);
    Require.positive("supply", supply);
    Require.holds(Double.isFinite(otherEquity), "otherEquity", otherEquity);
  }

  /// Returns `phi h / N`, the gain where the venue carries the price risk of `tokens`.
  public double gain(double tokens) {
    return perEquity * tokens / supply;
  }

  /// Returns the price when the venue carries the risk of `tokens` at every price, `(v + phi K0) /
  /// (N - phi h)`; infinite from a gain of 1 on.
  public double priceHolding(double tokens) {
    double share = supply - perEquity * Require.notNegative("tokens", tokens);
    if (share <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double price = (independentValue + perEquity * otherEquity) / share;
    return otherEquity + tokens * price > 0 ? price : priceAt(0);
  }

  /// Returns the price that a level of equity justifies.
  public double priceAt(double equity) {
    return (independentValue + perEquity * StrictMath.max(0, equity)) / supply;
  }

  /// A loan without recourse by the venue against its own token.
  ///
  /// Above the kink the lender carries no price risk; below it, that of all the collateral. So a
  /// venue can have two states, and a price between them from which it tips into the lower one.
  ///
  /// @param token the collateral
  /// @param debt `D`; positive
  /// @param collateral `c`, tokens; positive
  public record Loan(OwnToken token, double debt, double collateral) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a figure is not positive
    public Loan {
      Require.positive("debt", debt);
      Require.positive("collateral", collateral);
    }

    /// Returns the price below which the collateral does not cover the debt, `D / c`.
    public double kink() {
      return debt / collateral;
    }

    /// Returns the gain below the kink, `phi c / N`.
    public double gainBelowKink() {
      return token.gain(collateral);
    }

    /// Returns the price that the equity at `price` justifies.
    public double value(double price) {
      double loss = StrictMath.max(0, debt - collateral * price);
      return token.priceAt(token.otherEquity() - loss);
    }

    /// Returns the price without a loss on the loan; none where it does not cover the debt.
    public OptionalDouble goodPrice() {
      double price = token.priceAt(token.otherEquity());
      return price >= kink() ? OptionalDouble.of(price) : OptionalDouble.empty();
    }

    /// Returns the price from which the token falls by itself, `(v + phi (K0 - D)) / (N - phi c)`;
    /// none where there is only one state.
    public OptionalDouble tippingPrice() {
      if (gainBelowKink() <= 1 || goodPrice().isEmpty()) {
        return OptionalDouble.empty();
      }
      double price = crossing();
      return isInside(price) ? OptionalDouble.of(price) : OptionalDouble.empty();
    }

    /// Returns how far the price may fall before it tips, as a part of the good price.
    public OptionalDouble distanceToCollapse() {
      OptionalDouble tipping = tippingPrice();
      return tipping.isEmpty()
          ? tipping
          : OptionalDouble.of(1 - tipping.getAsDouble() / goodPrice().orElseThrow());
    }

    /// Returns every price that justifies itself, lowest first, the tipping price among them.
    public List<Double> fixedPoints() {
      List<Double> found = new ArrayList<>();
      double worthless = token.priceAt(0);
      if (token.otherEquity() - debt + collateral * worthless <= 0) {
        found.add(worthless);
      }
      double crossing = crossing();
      if (isInside(crossing)) {
        found.add(crossing);
      }
      goodPrice().ifPresent(found::add);
      return found.stream().distinct().toList();
    }

    private double crossing() {
      double justified =
          token.independentValue() + token.perEquity() * (token.otherEquity() - debt);
      return justified / (token.supply() - token.perEquity() * collateral);
    }

    private boolean isInside(double price) {
      return price < kink() && token.otherEquity() - debt + collateral * price > 0;
    }
  }
}
