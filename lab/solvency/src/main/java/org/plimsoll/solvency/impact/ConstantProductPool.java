package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// A pool that keeps the product of its two reserves: exact for whoever sells into it, without fee.
///
/// @param tokens in the pool; positive
/// @param cash in the pool; positive
public record ConstantProductPool(double tokens, double cash) implements ImpactModel {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a reserve is not positive and finite
  public ConstantProductPool {
    Require.positive("tokens", tokens);
    Require.positive("cash", cash);
  }

  @Override
  public double price() {
    return cash / tokens;
  }

  @Override
  public double priceAfter(double quantity) {
    double after = tokens + Require.notNegative("quantity", quantity);
    return cash / after * (tokens / after);
  }

  @Override
  public double proceeds(double quantity) {
    return cash * (Require.notNegative("quantity", quantity) / (tokens + quantity));
  }

  @Override
  public double tokensFor(double wanted) {
    Require.notNegative("cash", wanted);
    return wanted >= cash ? Double.POSITIVE_INFINITY : wanted * tokens / (cash - wanted);
  }

  @Override
  public double localDepth(double quantity) {
    return (tokens + Require.notNegative("quantity", quantity)) / 2;
  }

  @Override
  public Validity validity() {
    return Validity.exact();
  }
}
