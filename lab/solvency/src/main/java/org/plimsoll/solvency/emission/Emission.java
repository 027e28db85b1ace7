package org.plimsoll.solvency.emission;

import org.plimsoll.solvency.bounds.Require;

/// A token paid out every day and sold at market, against a constant inflow of money.
///
/// The price moves by `dp/dt = p (I0 - e p) / K`: what comes in less what the sold tokens cost,
/// over the depth of the market. It settles at `I0 / e`, whatever it was.
///
/// @param tokensPerDay `e`, paid out and sold; positive
/// @param inflowPerDay `I0`, money that comes in of itself; not negative
/// @param moneyDepth `K`, log-depth times price, kept constant; positive
public record Emission(double tokensPerDay, double inflowPerDay, double moneyDepth) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above
  public Emission {
    Require.positive("tokensPerDay", tokensPerDay);
    Require.holds(inflowPerDay >= 0 && Double.isFinite(inflowPerDay), "inflowPerDay", inflowPerDay);
    Require.positive("moneyDepth", moneyDepth);
  }

  /// Returns the price that needs no support.
  public double steadyPrice() {
    return inflowPerDay / tokensPerDay;
  }

  /// Returns the price `days` after it was `start` and nobody supports it.
  ///
  /// @throws IllegalArgumentException if `start` is not positive or `days` is negative
  public double priceAfter(double start, double days) {
    if (inflowPerDay == 0) {
      double paid = tokensPerDay * Require.notNegative("days", days) / moneyDepth;
      return 1 / (1 / Require.positive("start", start) + paid);
    }
    double excess = steadyPrice() / Require.positive("start", start) - 1;
    double decay = StrictMath.exp(-inflowPerDay * Require.notNegative("days", days) / moneyDepth);
    return steadyPrice() / (1 + excess * decay);
  }

  /// Returns the days in which an unsupported price falls from `start` to `trigger`; infinite where
  /// it never gets there, 0 where it is there already.
  ///
  /// @throws IllegalArgumentException if a price is not positive
  public double daysUntil(double start, double trigger) {
    double steady = steadyPrice();
    if (Require.positive("trigger", trigger) >= Require.positive("start", start)) {
      return 0;
    }
    if (trigger <= steady) {
      return Double.POSITIVE_INFINITY;
    }
    if (inflowPerDay == 0) {
      return moneyDepth / tokensPerDay * (1 / trigger - 1 / start);
    }
    double ratio = (1 - steady / start) / (1 - steady / trigger);
    return moneyDepth / inflowPerDay * StrictMath.log(ratio);
  }

  /// Returns the price after `days` found by stepping forward, a check on the closed form.
  ///
  /// @param steps of equal length; positive
  /// @throws IllegalArgumentException if `start` or `steps` is not positive
  public double simulate(double start, double days, int steps) {
    double price = Require.positive("start", start);
    double step = days / Require.positive("steps", steps);
    for (int i = 0; i < steps; i++) {
      double middle = price + price * drift(price) * step / 2;
      price += middle * drift(middle) * step;
    }
    return price;
  }

  private double drift(double price) {
    return (inflowPerDay - tokensPerDay * price) / moneyDepth;
  }

  /// Someone who holds the price at a peg with cash of their own.
  ///
  /// Support turns cash into the very token that is collateral: it makes the runway short and the
  /// pile of collateral large at once.
  ///
  /// @param emission what is held up
  /// @param peg above the steady price
  /// @param cash to spend; not negative
  public record Support(Emission emission, double peg, double cash) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if the peg needs no support or `cash` is negative
    public Support {
      Require.holds(peg > emission.steadyPrice() && Double.isFinite(peg), "peg", peg);
      Require.notNegative("cash", cash);
    }

    /// Returns the cash spent a day.
    public double burnPerDay() {
      return emission.tokensPerDay() * peg - emission.inflowPerDay();
    }

    /// Returns the days until the cash is gone.
    public double runwayDays() {
      return cash / burnPerDay();
    }

    /// Returns the tokens bought by then.
    public double tokensBought() {
      return (emission.tokensPerDay() - emission.inflowPerDay() / peg) * runwayDays();
    }

    /// Returns the days after the end of the cash at which a loan is called.
    ///
    /// @param debt `D`; positive
    /// @param quantity tokens pledged; positive
    /// @param threshold loan-to-value ratio at which the lender sells; positive
    /// @throws IllegalArgumentException if a figure is not positive
    public double daysUntilCalled(double debt, double quantity, double threshold) {
      return emission.daysUntil(peg, debt / (threshold * quantity));
    }
  }
}
