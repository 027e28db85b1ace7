package org.plimsoll.solvency.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.plimsoll.solvency.bounds.Require;

/// The worst loss over sixteen moves of price and volatility.
///
/// Price stays or moves by one, two or three thirds of the scan range, each with volatility up and
/// down: fourteen moves. Two more reach beyond the range and count for a part of their loss, so
/// that a far out-of-the-money short option does not look free.
///
/// Source: SPAN, Chicago Mercantile Exchange, 1988, in its published form (extreme moves of twice
/// the range at 35 %).
///
/// @param price scan range; not negative
/// @param volatility scan range; not negative
public record ScanRange(double price, double volatility) {
  private static final int THIRDS = 3;
  private static final double EXTREME = 2;
  private static final double EXTREME_SHARE = 0.35;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a range is negative
  public ScanRange {
    Require.holds(price >= 0 && Double.isFinite(price), "price", price);
    Require.holds(volatility >= 0 && Double.isFinite(volatility), "volatility", volatility);
  }

  /// One of the sixteen.
  ///
  /// @param price change of price
  /// @param volatility change of volatility
  /// @param share of the loss that counts, 0 to 1
  public record Move(double price, double volatility, double share) {}

  /// What belongs to a requirement besides the scan, in the book's currency; none negative.
  ///
  /// @param spread added for a spread between expiries that the scan takes as flat
  /// @param offset taken off for positions in related products
  /// @param shortOptions least requirement, for short options that no move brings into the money
  public record Charges(double spread, double offset, double shortOptions) {
    /// Nothing besides the scan.
    public static final Charges NONE = new Charges(0, 0, 0);

    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a charge is negative
    public Charges {
      Require.holds(spread >= 0, "spread", spread);
      Require.holds(offset >= 0, "offset", offset);
      Require.holds(shortOptions >= 0, "shortOptions", shortOptions);
    }
  }

  /// Returns the sixteen moves in the order of the published table: by distance, up before down.
  public List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    for (int third = 0; third <= THIRDS; third++) {
      for (int side = 1; side >= (third == 0 ? 1 : -1); side -= 2) {
        double change = side * third * price / THIRDS;
        moves.add(new Move(change, volatility, 1));
        moves.add(new Move(change, -volatility, 1));
      }
    }
    moves.add(new Move(EXTREME * price, 0, EXTREME_SHARE));
    moves.add(new Move(-EXTREME * price, 0, EXTREME_SHARE));
    return List.copyOf(moves);
  }

  /// Returns the largest loss over the moves, 0 where every one is a gain.
  ///
  /// @param profit of the portfolio for a change of price and a change of volatility
  public double worstLoss(DoubleBinaryOperator profit) {
    double worst = 0;
    for (Move move : moves()) {
      double loss = -move.share() * profit.applyAsDouble(move.price(), move.volatility());
      worst = StrictMath.max(worst, loss);
    }
    return worst;
  }

  /// Returns the requirement: the worst loss with its charges, never below the least one for short
  /// options.
  ///
  /// @param profit of the portfolio for a change of price and a change of volatility
  public double requirement(DoubleBinaryOperator profit, Charges charges) {
    double scanned = worstLoss(profit) + charges.spread() - charges.offset();
    return StrictMath.max(charges.shortOptions(), StrictMath.max(0, scanned));
  }
}
