package org.plimsoll.solvency.firesale;

import java.util.List;
import java.util.OptionalInt;

/// What a shock costs a group of institutions.
///
/// @param direct lost by each through the shock itself, in money
/// @param secondRound lost by each through the sales of all
/// @param failures institutions, by number, in the order in which they failed
public record Losses(List<Double> direct, List<Double> secondRound, List<Integer> failures) {
  /// Copies the lists.
  public Losses {
    direct = List.copyOf(direct);
    secondRound = List.copyOf(secondRound);
    failures = List.copyOf(failures);
  }

  /// Returns the direct loss of all.
  public double directTotal() {
    return sum(direct);
  }

  /// Returns the second-round loss of all.
  public double secondRoundTotal() {
    return sum(secondRound);
  }

  /// Returns the total loss over the direct one; 1 where nothing was lost.
  public double amplification() {
    double first = directTotal();
    return first == 0 ? 1 : (first + secondRoundTotal()) / first;
  }

  /// Returns the institution that failed first; none where all live.
  public OptionalInt firstFailure() {
    return failures.isEmpty() ? OptionalInt.empty() : OptionalInt.of(failures.getFirst());
  }

  private static double sum(List<Double> losses) {
    return losses.stream().mapToDouble(Double::doubleValue).sum();
  }
}
