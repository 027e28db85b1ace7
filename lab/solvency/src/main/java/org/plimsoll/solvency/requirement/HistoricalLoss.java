package org.plimsoll.solvency.requirement;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// The losses of the past, each as likely as the next.
///
/// @param losses in any order, gains negative; at least one
public record HistoricalLoss(List<Double> losses) {
  /// Sorts the losses.
  ///
  /// @throws IllegalArgumentException if there is none
  public HistoricalLoss {
    Require.holds(!losses.isEmpty(), "number of losses", losses.size());
    losses = losses.stream().sorted().toList();
  }

  /// Returns the smallest of the losses that at least the share `level` of all do not exceed.
  ///
  /// @param level above 0, below 1
  /// @throws IllegalArgumentException if `level` is out of its bounds
  public double valueAtRisk(double level) {
    Require.holds(level > 0 && level < 1, "level", level);
    int rank = (int) StrictMath.ceil(level * losses.size());
    return losses.get(rank - 1);
  }

  /// Returns the mean of the worst share `1 - level` of the losses, the loss on its edge in part
  /// (Acerbi and Tasche, "On the coherence of expected shortfall", 2002): so defined it is never
  /// more for two books together than for each alone.
  ///
  /// @param level above 0, below 1
  /// @throws IllegalArgumentException if `level` is out of its bounds
  public double expectedShortfall(double level) {
    Require.holds(level > 0 && level < 1, "level", level);
    double tail = (1 - level) * losses.size();
    double sum = 0;
    double left = tail;
    for (int rank = losses.size() - 1; rank >= 0 && left > 0; rank--) {
      double part = StrictMath.min(1, left);
      sum += part * losses.get(rank);
      left -= part;
    }
    return sum / tail;
  }
}
