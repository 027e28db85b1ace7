package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.spiral.OwnTokenPrices;

/// What an account that can owe, or a loan, adds to equity as the price of one token moves.
///
/// @param name of the loan or the account
/// @param lines at all ends of what the book leaves open: the least that it can add comes first,
///   the most last
record TiedDebt(String name, List<Line> lines) {
  TiedDebt {
    lines = List.copyOf(lines);
  }

  /// What is added at a price `p`: `base + slope p - lost max(0, debt - collateral p)`.
  record Line(double base, double slope, double debt, double collateral, double lost) {
    double worth(double price) {
      return base + slope * price - lost * shortfall(price);
    }

    private double shortfall(double price) {
      return StrictMath.max(0, debt - collateral * price);
    }

    private boolean isShort(double price) {
      double left = debt - collateral * price;
      return left > 0 || (left == 0 && collateral > 0);
    }

    private double carried(double price) {
      return slope + (isShort(price) ? lost * collateral : 0);
    }

    TokenExposure.Carried carriedBy(String name, double price) {
      double part = isShort(price) ? lost : 0;
      return new TokenExposure.Carried(name, slope, part, collateral, carried(price));
    }

    private double lost(double from, double to) {
      double more =
          Double.isFinite(debt) ? shortfall(to) - shortfall(from) : collateral * (from - to);
      return slope * (from - to) + lost * more;
    }

    boolean isFinite() {
      return DoubleStream.of(base, slope, debt, collateral).allMatch(Double::isFinite);
    }

    OwnTokenPrices.Secured secured() {
      return new OwnTokenPrices.Secured(debt, collateral, lost);
    }
  }

  /// Returns an account with the subject: above water a claim, below it a debt of which a part
  /// comes back.
  ///
  /// @param other value of its other balances
  /// @param tokens its balance of the token
  /// @param lost the part of a shortfall that does not come back
  static TiedDebt account(String name, Interval other, Interval tokens, double lost) {
    List<Line> lines = new ArrayList<>();
    for (Corner claim : Corner.values()) {
      for (Corner owed : Corner.values()) {
        double debt = -claim.opposite().ofSigned(other);
        double collateral = owed.opposite().ofSigned(tokens);
        lines.add(new Line(debt, -collateral, debt, collateral, lost));
      }
    }
    return new TiedDebt(name, lines);
  }

  /// Returns a loan of the subject's, worth the debt or what secures it, and the part of the rest
  /// that the borrower still pays.
  ///
  /// @param debt in money
  /// @param owed in the token
  /// @param other value of the other collateral
  /// @param tokens pledged
  /// @param lost the part of a shortfall that the borrower does not pay
  static TiedDebt loan(
      String name, Interval debt, Interval owed, Interval other, Interval tokens, double lost) {
    List<Line> lines = new ArrayList<>();
    for (Corner due : Corner.values()) {
      for (Corner rest : Corner.values()) {
        for (Corner pledge : Corner.values()) {
          double money = due.ofSigned(debt);
          double slope = due.ofSigned(owed);
          double left = money - rest.ofSigned(other);
          lines.add(new Line(money, slope, left, pledge.ofSigned(tokens) - slope, lost));
        }
      }
    }
    return new TiedDebt(name, lines);
  }

  /// Returns the line at one end.
  Line line(Corner corner) {
    return corner == Corner.CAREFUL ? lines.getFirst() : lines.getLast();
  }

  /// Returns the tokens by which it falls with the price, the most of them at the careful end.
  double carried(double price, Corner corner) {
    return end(lines.stream().mapToDouble(line -> line.carried(price)), corner);
  }

  /// Returns by which of its lines it does.
  TokenExposure.Carried carriedBy(double price, Corner corner) {
    double tokens = carried(price, corner);
    return lines.stream()
        .map(line -> line.carriedBy(name, price))
        .filter(line -> line.tokens() == tokens)
        .findFirst()
        .orElseGet(() -> new TokenExposure.Carried(name, tokens, 0, 0, tokens));
  }

  /// Returns what it loses between two prices, the most at the careful end.
  double lost(double from, double to, Corner corner) {
    return end(lines.stream().mapToDouble(line -> line.lost(from, to)), corner);
  }

  private static double end(DoubleStream values, Corner corner) {
    DoubleStream told = values.filter(value -> !Double.isNaN(value));
    return (corner == Corner.CAREFUL ? told.max() : told.min()).orElse(Double.NaN);
  }
}
