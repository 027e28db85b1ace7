package org.plimsoll.solvency.waterfall;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The positions on one side of a market in the order in which they are closed against a liquidated
/// one, at its bankruptcy price.
///
/// The rank is the one that BitMEX publishes and others share: profit over entry value, times
/// effective leverage where there is a profit, divided by it where there is a loss. Longs and
/// shorts are ranked apart, so a queue holds one side.
public final class DeleveragingQueue {
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private final List<Open> ranked;

  /// A position that may be closed.
  ///
  /// @param account its name
  /// @param profit unrealized; may be negative
  /// @param entryValue size at entry price; positive
  /// @param leverage effective; positive
  /// @param size positive
  public record Open(
      String account,
      BigDecimal profit,
      BigDecimal entryValue,
      BigDecimal leverage,
      BigDecimal size) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if entry value, leverage or size is not positive
    public Open {
      requirePositive("entryValue", entryValue);
      requirePositive("leverage", leverage);
      requirePositive("size", size);
    }

    /// Returns the rank as a number: higher is closed earlier.
    public BigDecimal score() {
      BigDecimal part = profit.divide(entryValue, PRECISION);
      return profit.signum() > 0
          ? part.multiply(leverage, PRECISION)
          : part.divide(leverage, PRECISION);
    }

    private static void requirePositive(String name, BigDecimal value) {
      if (value.signum() <= 0) {
        throw new IllegalArgumentException(name + " " + value + " must be positive");
      }
    }
  }

  /// What is closed of one position.
  ///
  /// @param account its name
  /// @param size positive
  public record Close(String account, BigDecimal size) {}

  /// Ranks the positions, ties by account.
  public DeleveragingQueue(List<Open> positions) {
    this.ranked =
        positions.stream()
            .sorted(Comparator.comparing(Open::score).reversed().thenComparing(Open::account))
            .toList();
  }

  /// Returns effective leverage, `|mark| / |mark - bankrupt|`: how often the position's margin goes
  /// into its value.
  ///
  /// @throws IllegalArgumentException if the two prices are equal: there is no margin left
  public static BigDecimal effectiveLeverage(BigDecimal mark, BigDecimal bankrupt) {
    BigDecimal margin = mark.subtract(bankrupt).abs();
    if (margin.signum() == 0) {
      throw new IllegalArgumentException("bankrupt " + bankrupt + " is the mark");
    }
    return mark.abs().divide(margin, PRECISION);
  }

  /// Returns the positions, first to be closed first.
  public List<Open> ranked() {
    return ranked;
  }

  /// Returns what is closed to take over `size`; less in all where the side is smaller.
  ///
  /// @throws IllegalArgumentException if the size is negative
  public List<Close> close(BigDecimal size) {
    if (size.signum() < 0) {
      throw new IllegalArgumentException("size " + size + " is negative");
    }
    List<Close> closed = new ArrayList<>();
    BigDecimal left = size;
    for (Open position : ranked) {
      BigDecimal part = position.size().min(left);
      if (part.signum() > 0) {
        closed.add(new Close(position.account(), part));
        left = left.subtract(part);
      }
    }
    return closed;
  }
}
