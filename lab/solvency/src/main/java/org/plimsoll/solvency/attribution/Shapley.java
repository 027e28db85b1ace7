package org.plimsoll.solvency.attribution;

import java.util.Arrays;
import org.hipparchus.util.CombinatoricsUtils;

/// Shares a loss among the mechanisms that made it together (Shapley 1953).
///
/// Switching mechanisms off one after the other gives each a share that depends on the order; the
/// average over all orders does not, and splits what two make together evenly.
public final class Shapley {
  /// More would take more runs than an attribution is worth: 2 to the power of their number.
  public static final int MECHANISMS_MAX = 6;

  private Shapley() {}

  /// The loss with some mechanisms on.
  @FunctionalInterface
  public interface Loss {
    /// Returns the loss with the mechanisms of `on` at work: bit `i` stands for mechanism `i`.
    double with(int on);
  }

  /// Returns each mechanism's share; together they are the loss with all on less that with none.
  /// Every combination is asked for once.
  ///
  /// @throws IllegalArgumentException if `mechanisms` is not from 1 to 6
  public static double[] shares(int mechanisms, Loss loss) {
    if (mechanisms < 1 || mechanisms > MECHANISMS_MAX) {
      throw new IllegalArgumentException(
          "mechanisms " + mechanisms + " must be from 1 to " + MECHANISMS_MAX);
    }
    double[] losses = new double[1 << mechanisms];
    Arrays.setAll(losses, loss::with);
    double[] shares = new double[mechanisms];
    for (int i = 0; i < mechanisms; i++) {
      shares[i] = share(i, mechanisms, losses);
    }
    return shares;
  }

  /// The mechanism's marginal losses, each weighted by the number of orders in which it comes after
  /// just those that are on.
  private static double share(int mechanism, int mechanisms, double[] losses) {
    double sum = 0;
    for (int on = 0; on < losses.length; on++) {
      if ((on & 1 << mechanism) == 0) {
        int before = Integer.bitCount(on);
        long orders =
            CombinatoricsUtils.factorial(before)
                * CombinatoricsUtils.factorial(mechanisms - before - 1);
        sum += orders * (losses[on | 1 << mechanism] - losses[on]);
      }
    }
    return sum / CombinatoricsUtils.factorial(mechanisms);
  }
}
