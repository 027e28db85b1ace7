package org.plimsoll.solvency.cycle;

/// The price at which noise traders and funds together want all shares.
///
/// In cash, what is wanted less what there is, is `xi + sum leverage(p) (C + S p) - N p`. Between
/// the prices at which a fund starts to buy, meets the cap on leverage, or has lost its wealth,
/// that is a quadratic, so each stretch is solved in closed form. Funds at the cap sell into a
/// fall, so several prices may clear; the one taken is where the price comes to from the last one:
/// up while more is wanted than there is, down while less is.
final class MarketClearing {
  private final double worth;
  private final double total;
  private final double cap;
  private final double[] aggressiveness;

  MarketClearing(CycleParameters parameters) {
    this.worth = parameters.worth();
    this.total = parameters.shares();
    this.cap = parameters.funds().leverageCap();
    this.aggressiveness =
        parameters.funds().aggressiveness().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Returns the leverage that the fund takes at `price`: what it wants, up to the cap.
  double leverage(int fund, double price) {
    return StrictMath.max(0, StrictMath.min(aggressiveness[fund] * (worth - price), cap));
  }

  /// Returns whether the cap keeps the fund from what it wants.
  boolean isAtCap(int fund, double price) {
    return aggressiveness[fund] * (worth - price) >= cap;
  }

  /// Returns the shares that a fund with this cash and these shares wants at `price`; none once its
  /// wealth is gone.
  double demand(int fund, double cash, double shares, double price) {
    return leverage(fund, price) * StrictMath.max(0, cash + shares * price) / price;
  }

  /// Returns the price that is reached from `last`.
  ///
  /// @param noise cash that noise traders want to hold in the asset; positive
  /// @param cash of each fund; negative for a debt
  /// @param shares of each fund; not negative
  double price(double noise, double[] cash, double[] shares, double last) {
    int direction = 0;
    double from = last;
    while (true) {
      double gap = gap(noise, cash, shares, from);
      if (direction == 0) {
        direction = gap > 0 ? 1 : -1;
      }
      if (gap * direction <= 0) {
        return from;
      }
      double end = nextKink(cash, shares, from, direction);
      double inside = end == Double.POSITIVE_INFINITY ? from + worth : (from + end) / 2;
      double move = move(cash, shares, from, inside, gap, direction);
      if (move <= StrictMath.abs(end - from)) {
        return from + direction * move;
      }
      from = end;
    }
  }

  /// What is wanted less what there is, in cash.
  private double gap(double noise, double[] cash, double[] shares, double price) {
    double gap = noise - total * price;
    for (int fund = 0; fund < aggressiveness.length; fund++) {
      gap += leverage(fund, price) * StrictMath.max(0, cash[fund] + shares[fund] * price);
    }
    return gap;
  }

  /// The next price at which the quadratic changes; 0 or infinity beyond the last.
  private double nextKink(double[] cash, double[] shares, double from, int direction) {
    double next = direction > 0 ? Double.POSITIVE_INFINITY : 0;
    next = nearer(next, worth, from, direction);
    for (int fund = 0; fund < aggressiveness.length; fund++) {
      next = nearer(next, worth - cap / aggressiveness[fund], from, direction);
      if (cash[fund] < 0) {
        next = nearer(next, -cash[fund] / shares[fund], from, direction);
      }
    }
    return next;
  }

  private static double nearer(double next, double kink, double from, int direction) {
    boolean isAhead = (kink - from) * direction > 0;
    return isAhead && (next - kink) * direction > 0 ? kink : next;
  }

  /// How far from `from` the quadratic that holds at `inside` is zero; infinity if nowhere ahead.
  private double move(
      double[] cash, double[] shares, double from, double inside, double gap, int direction) {
    double slope = -total;
    double curvature = 0;
    for (int fund = 0; fund < aggressiveness.length; fund++) {
      if (inside < worth && cash[fund] + shares[fund] * inside > 0) {
        if (isAtCap(fund, inside)) {
          slope += cap * shares[fund];
        } else {
          double wealth = cash[fund] + shares[fund] * from;
          slope += aggressiveness[fund] * ((worth - from) * shares[fund] - wealth);
          curvature -= aggressiveness[fund] * shares[fund];
        }
      }
    }
    return firstRoot(curvature * direction, slope, gap * direction);
  }

  /// The least positive root of `a y^2 + b y + c` with `c > 0`, by the form that does not subtract
  /// like from like; infinity if there is none.
  private static double firstRoot(double a, double b, double c) {
    double discriminant = b * b - 4 * a * c;
    if (discriminant < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double root = StrictMath.sqrt(discriminant);
    if (b < 0) {
      return 2 * c / (root - b);
    }
    return a < 0 ? (b + root) / (-2 * a) : Double.POSITIVE_INFINITY;
  }
}
