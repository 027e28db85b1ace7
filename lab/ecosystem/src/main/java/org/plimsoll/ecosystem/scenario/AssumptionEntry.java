package org.plimsoll.ecosystem.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.results.JsonText;
import org.plimsoll.text.bind.Says;

/// A parameter that no source gives and no recorded figure fits. A run has the value that stands in
/// the scenario; each seed of a score draws its own from the range, so that the bands know what
/// nobody knows.
///
/// Both ends have the same sign, and each ratio within the range is as likely as every other
/// (log-uniform): what is known of such a parameter is its order of magnitude.
///
/// @param paths where it stands in the scenario; all of them get the same value
/// @param low the least value, below `high`
@Says("an assumption")
public record AssumptionEntry(
    @Says("What is assumed, in words.") String what,
    @Says("Where it stands, as paths in the scenario; all get the same value.") List<String> paths,
    @Says("The least value.") double low,
    @Says("The greatest value, of the same sign.") double high,
    @Says("Why this range.") String why) {
  private static final String AGENT = "assumption";

  /// More digits would make lines that nobody can read.
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  /// Takes a copy and checks the range.
  public AssumptionEntry {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("`paths` names at least one");
    }
    if (!(low < high && low * high > 0)) {
      throw new IllegalArgumentException("`low` is below `high`, and both have the same sign");
    }
  }

  /// Returns the place within the range that a seed draws, from 0 at `low` to 1 at `high`. It
  /// depends on the seed and on what is assumed, and on no other assumption.
  public double place(long seed) {
    return new RandomStream(seed, AGENT, what).uniform();
  }

  /// Returns the value that a seed draws, in the words of a setting.
  public String value(long seed) {
    double value = low * StrictMath.pow(high / low, place(seed));
    return JsonText.decimal(new BigDecimal(Double.toString(value)).round(DIGITS));
  }

  /// Returns whether a value lies in the range.
  public boolean holds(double value) {
    return low <= value && value <= high;
  }
}
