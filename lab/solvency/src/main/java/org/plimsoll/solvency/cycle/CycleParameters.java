package org.plimsoll.solvency.cycle;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// One asset, those who trade it at random, and the funds that trade it for its worth.
///
/// @param worth of a share, which the funds know; positive
/// @param shares that there are; positive
/// @param noise traders without a view
/// @param funds that buy below the asset's worth, and never sell short
/// @param flows of the funds' investors
public record CycleParameters(
    double worth, double shares, NoiseTraders noise, FundRules funds, InvestorFlows flows) {
  private static final List<Double> TEN_FUNDS =
      List.of(5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0, 45.0, 50.0);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of its bounds
  public CycleParameters {
    Require.positive("worth", worth);
    Require.positive("shares", shares);
  }

  /// Returns the case that the paper's figures show, at one cap on leverage (20 there): ten funds,
  /// a worth of 1 and 1,000 shares (Thurner, Farmer and Geanakoplos, "Leverage causes fat tails and
  /// clustered volatility", Quantitative Finance 12, 2012).
  ///
  /// @throws IllegalArgumentException if the cap is not positive
  public static CycleParameters published(double leverageCap) {
    return new CycleParameters(
        1,
        1_000,
        new NoiseTraders(.99, .035),
        new FundRules(TEN_FUNDS, leverageCap, 2, .1, 100),
        new InvestorFlows(.1, .15, .005));
  }

  /// Returns the same with these funds.
  public CycleParameters withFunds(FundRules changed) {
    return new CycleParameters(worth, shares, noise, changed, flows);
  }

  /// Returns the same with noise traders alone.
  public CycleParameters withoutFunds() {
    return withFunds(
        new FundRules(
            List.of(), funds.leverageCap(), funds.startWealth(), funds.ruin(), funds.absence()));
  }

  /// Returns the same with investors who never move.
  public CycleParameters withoutFlows() {
    return new CycleParameters(worth, shares, noise, funds, new InvestorFlows(0, 0, 0));
  }
}
