package org.plimsoll.solvency.spiral;

import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// What it takes to sell a token short down to the price from which it falls by itself.
///
/// @param market at the good price
/// @param tippingPrice positive, below the good price
/// @param collapsePrice at which the short is bought back; not negative, below the tipping price
/// @param borrowCost of the tokens, in money; not negative
public record AttackCost(
    ExponentialImpact market, double tippingPrice, double collapsePrice, double borrowCost) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above
  public AttackCost {
    Require.holds(tippingPrice > 0 && tippingPrice < market.price(), "tippingPrice", tippingPrice);
    Require.holds(
        collapsePrice >= 0 && collapsePrice < tippingPrice, "collapsePrice", collapsePrice);
    Require.notNegative("borrowCost", borrowCost);
  }

  /// Returns the tokens to sell, `M ln(p_good / p_tip)`.
  public double tokens() {
    return market.depth() * StrictMath.log(market.price() / tippingPrice);
  }

  /// Returns what selling them brings, `M (p_good - p_tip)`.
  public double proceeds() {
    return market.depth() * (market.price() - tippingPrice);
  }

  /// Returns what buying them back costs after the collapse.
  public double buyBack() {
    return tokens() * collapsePrice;
  }

  /// Returns what the attacker must be able to lose: buying back at the good price, should the
  /// token not tip.
  public double capitalNeeded() {
    return tokens() * market.price() - proceeds() + borrowCost;
  }

  /// Returns what the attack earns if the token tips.
  public double profit() {
    return proceeds() - buyBack() - borrowCost;
  }

  /// Says whether the attack pays, in which case somebody may try it.
  public boolean attackable() {
    return profit() > 0;
  }
}
