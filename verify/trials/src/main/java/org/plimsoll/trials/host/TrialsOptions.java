package org.plimsoll.trials.host;

import java.util.List;
import java.util.Optional;

/// What trials are asked for.
///
/// @param script the file of one trial to run, if any
/// @param trial the seed of one trial to run, if any
/// @param firstSeed the seed to start from
/// @param seeds how many at most
/// @param minutes how long at most; 0 for as long as it takes
/// @param threads how many run at once
/// @param date as the tally is to say
/// @param commit as the tally is to say
/// @param tally the file that gets a line, if any
record TrialsOptions(
    Optional<String> script,
    Optional<Long> trial,
    long firstSeed,
    long seeds,
    long minutes,
    int threads,
    String date,
    String commit,
    Optional<String> tally) {
  static final String USAGE =
      """
      Usage: Trials --trial SEED
             Trials --script FILE
             Trials --first-seed N (--seeds N | --minutes N) [--threads N]
                    [--date YYYY-MM-DD] [--commit HASH] [--tally FILE]\
      """;

  private static final long UNBOUNDED = Long.MAX_VALUE / 2;

  /// Reads options.
  ///
  /// @throws IllegalArgumentException with a sentence if they make no sense
  static TrialsOptions of(List<String> args) {
    TrialsOptions options =
        new TrialsOptions(
            Optional.empty(),
            Optional.empty(),
            1,
            UNBOUNDED,
            0,
            Runtime.getRuntime().availableProcessors(),
            "undated",
            "unknown",
            Optional.empty());
    for (int i = 0; i < args.size(); i += 2) {
      if (i + 1 == args.size()) {
        throw new IllegalArgumentException(args.get(i) + " says nothing");
      }
      options = options.with(args.get(i), args.get(i + 1));
    }
    boolean isEndless = options.minutes == 0 && options.seeds == UNBOUNDED;
    if (isEndless && options.script.isEmpty() && options.trial.isEmpty()) {
      throw new IllegalArgumentException("neither a trial nor --seeds nor --minutes");
    }
    return options;
  }

  private TrialsOptions with(String option, String value) {
    return switch (option) {
      case "--script" -> one(Optional.of(value), trial);
      case "--trial" -> one(script, Optional.of(number(value)));
      case "--first-seed" -> many(number(value), seeds, minutes, threads);
      case "--seeds" -> many(firstSeed, number(value), minutes, threads);
      case "--minutes" -> many(firstSeed, seeds, number(value), threads);
      case "--threads" -> many(firstSeed, seeds, minutes, (int) number(value));
      case "--date" -> told(value, commit, tally);
      case "--commit" -> told(date, value, tally);
      case "--tally" -> told(date, commit, Optional.of(value));
      default -> throw new IllegalArgumentException("unknown option " + option);
    };
  }

  private TrialsOptions one(Optional<String> file, Optional<Long> seed) {
    return new TrialsOptions(file, seed, firstSeed, seeds, minutes, threads, date, commit, tally);
  }

  private TrialsOptions many(long first, long count, long atMost, int atOnce) {
    return new TrialsOptions(script, trial, first, count, atMost, atOnce, date, commit, tally);
  }

  private TrialsOptions told(String day, String state, Optional<String> file) {
    return new TrialsOptions(script, trial, firstSeed, seeds, minutes, threads, day, state, file);
  }

  private static long number(String value) {
    if (!value.matches("[0-9]{1,15}")) {
      throw new IllegalArgumentException(value + " is not a number");
    }
    return Long.parseLong(value);
  }
}
