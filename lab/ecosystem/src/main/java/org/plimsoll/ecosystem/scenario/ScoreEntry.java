package org.plimsoll.ecosystem.scenario;

import java.time.Instant;
import java.util.Optional;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.OneOf;
import org.plimsoll.text.bind.Says;

/// A quantity beside the record.
///
/// @param of the recorded series, or the kind of flag for times
/// @param from the other end of a change, a ratio, a maximum or a time
@Says("a score")
@OneOf({"recorded", "between"})
public record ScoreEntry(
    @Says("What it is, in words.") String quantity,
    @Says("How it is computed.") Statistic statistic,
    @Says("The recorded series, or the kind of flag for times.") String of,
    @Says("Only flags whose sentence begins so.") @Omissible String beginning,
    @Says("Of which instant; the end where nothing is said.") Optional<Instant> at,
    @Says("Since when, for a change, a ratio, an extreme or a time.") Optional<Instant> from,
    @Says("The recorded value.") Optional<Double> recorded,
    @Says("The recorded range.") Optional<Range> between,
    @Says("The recorded value a month before, for the naive baselines.")
        Optional<Double> monthBefore,
    @Says("The recorded value two months before, for the baseline of the trend.")
        Optional<Double> twoMonthsBefore,
    @Says("Its unit, such as USD or hours.") String unit,
    @Says("fit: used in calibration; oos: out of sample.") Kind kind,
    @Says("Who recorded it.") String source) {
  /// Whether it was used in calibration.
  public enum Kind {
    /// Used in calibration.
    FIT,
    /// Out of sample.
    OOS
  }

  /// How a quantity is computed: the closed list.
  public enum Statistic {
    /// The last sample up to `at`.
    VALUE,
    /// What it has risen from `from` to `at`.
    CHANGE,
    /// The value at `at` as a part of the one at `from`.
    RATIO,
    /// The largest sample from `from` to `at`.
    LARGEST,
    /// The smallest sample from `from` to `at`.
    SMALLEST,
    /// Hours from `from` to the first flag of the kind after it that begins as it should.
    HOURS_TO_FLAG
  }

  /// A recorded range.
  @Says("a range")
  public record Range(@Says("The least.") double low, @Says("The most.") double high) {
    /// Checks the order.
    public Range {
      if (low > high) {
        throw new IllegalArgumentException("`low` is above `high`");
      }
    }
  }

  /// Checks that what is needed is there.
  public ScoreEntry {
    if (statistic != Statistic.VALUE && from.isEmpty()) {
      throw new IllegalArgumentException("`statistic` needs `from` beside it");
    }
  }
}
