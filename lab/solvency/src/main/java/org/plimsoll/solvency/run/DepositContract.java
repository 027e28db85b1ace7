package org.plimsoll.solvency.run;

import org.plimsoll.solvency.bounds.Require;

/// A promise of early money out of an investment that pays only late.
///
/// Who waits shares what the early leavers have left, so that waiting is worth less the more leave:
/// two equilibria, and nothing but belief between them. Suspending withdrawals at the known early
/// share removes the run.
///
/// Source: Diamond and Dybvig, "Bank runs, deposit insurance, and liquidity", Journal of Political
/// Economy 91, 1983; figures as in Diamond, "Banks and liquidity creation", Economic Quarterly 93,
/// 2007.
///
/// @param promise paid to whoever leaves early, per unit deposited; positive
/// @param yield what one unit brings if it is left alone; above 1
public record DepositContract(double promise, double yield) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public DepositContract {
    Require.positive("promise", promise);
    Require.holds(yield > 1 && Double.isFinite(yield), "yield", yield);
  }

  /// Returns the contract that is best for depositors who learn only later that they need money
  /// early, with constant relative risk aversion.
  ///
  /// @param early share of depositors who will need it early, 0 to 1
  /// @param riskAversion positive; above 1 it is worth insuring, so that more than 1 is promised
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public static DepositContract optimal(double yield, double early, double riskAversion) {
    Require.share("early", early);
    Require.positive("riskAversion", riskAversion);
    double lateOverEarly = StrictMath.pow(yield, 1 / riskAversion);
    return new DepositContract(1 / (early + (1 - early) * lateOverEarly / yield), yield);
  }

  /// Returns what a depositor who waits receives if the share `early` leaves; 0 where nothing is
  /// left.
  ///
  /// @param early 0 to 1; at 1 nobody waits, and the answer is 0
  /// @throws IllegalArgumentException if `early` is out of its bounds
  public double latePayoff(double early) {
    Require.share("early", early);
    return early == 1 ? 0 : StrictMath.max(0, (1 - early * promise) * yield / (1 - early));
  }

  /// Returns the share of leavers above which leaving is the best reply. Outside 0 to 1 there is
  /// one equilibrium only; infinite where the promise is what the investment brings early.
  public double runAbove() {
    return (yield - promise) / (promise * (yield - 1));
  }
}
