package org.plimsoll.solvency.impact;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// The bids that can be seen: a sale walks down them, and beyond the last there is nothing.
///
/// No price is made up for what the bids do not take: it comes back as a remainder.
///
/// @param bids from the best price down; at least one
public record OrderBookLevels(List<Level> bids) implements ImpactModel {
  /// Checks the order of the bids.
  ///
  /// @throws IllegalArgumentException if there is no bid or prices do not fall
  public OrderBookLevels {
    bids = List.copyOf(bids);
    Require.holds(!bids.isEmpty(), "number of bids", bids.size());
    for (int i = 1; i < bids.size(); i++) {
      double price = bids.get(i).price();
      Require.holds(price < bids.get(i - 1).price(), "bid price", price);
    }
  }

  /// One price and what is bid for there.
  ///
  /// @param price positive
  /// @param size in units; positive
  public record Level(double price, double size) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a figure is not positive and finite
    public Level {
      Require.positive("price", price);
      Require.positive("size", size);
    }
  }

  /// What a sale into the bids came to.
  ///
  /// @param sold units that found a bid
  /// @param proceeds of those
  /// @param lastPrice the worst price met; that of the best bid where nothing was sold
  /// @param unfilled units that found none
  public record Fill(double sold, double proceeds, double lastPrice, double unfilled) {
    /// Returns the average price of what was sold; not a number where nothing was.
    public double average() {
      return proceeds / sold;
    }
  }

  /// Returns what selling `quantity` units into the bids comes to.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  public Fill fill(double quantity) {
    double left = Require.notNegative("quantity", quantity);
    double sold = 0;
    double proceeds = 0;
    double last = price();
    for (Level bid : bids) {
      if (left <= 0) {
        break;
      }
      double taken = StrictMath.min(left, bid.size());
      sold += taken;
      proceeds += taken * bid.price();
      left -= taken;
      last = bid.price();
    }
    return new Fill(sold, proceeds, last, left);
  }

  /// Returns the units that all bids together take.
  public double size() {
    return bids.stream().mapToDouble(Level::size).sum();
  }

  @Override
  public double price() {
    return bids.getFirst().price();
  }

  /// Returns the best bid that is left; 0 where none is.
  @Override
  public double priceAfter(double quantity) {
    double left = Require.notNegative("quantity", quantity);
    for (Level bid : bids) {
      if (left < bid.size()) {
        return bid.price();
      }
      left -= bid.size();
    }
    return 0;
  }

  /// Returns what the bids pay; the remainder brings nothing.
  @Override
  public double proceeds(double quantity) {
    return fill(quantity).proceeds();
  }

  @Override
  public double tokensFor(double cash) {
    double missing = Require.notNegative("cash", cash);
    double sold = 0;
    for (Level bid : bids) {
      double paid = bid.price() * bid.size();
      if (missing <= paid) {
        return sold + missing / bid.price();
      }
      missing -= paid;
      sold += bid.size();
    }
    return Double.POSITIVE_INFINITY;
  }

  /// Returns the units still bid for over the relative fall from the best bid left to the last: the
  /// slope of what can be seen, since a step has none. With one price left the fall is the whole of
  /// it.
  @Override
  public double localDepth(double quantity) {
    double best = priceAfter(quantity);
    double fall = 1 - bids.getLast().price() / best;
    double left = StrictMath.max(0, size() - quantity);
    return left == 0 ? 0 : left / (fall == 0 ? 1 : fall);
  }

  @Override
  public Validity validity() {
    return Validity.visible(size());
  }
}
