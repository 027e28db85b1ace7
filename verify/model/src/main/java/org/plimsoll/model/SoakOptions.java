package org.plimsoll.model;

import java.util.List;
import java.util.Optional;

/// What a soak is asked for.
///
/// @param firstSeed the seed to start from
/// @param seeds how many at most
/// @param minutes how long at most, without the pairs; 0 for as long as it takes
/// @param threads how many run at once
/// @param pairs how many orders are placed and canceled after that
/// @param date as the tally is to say
/// @param commit as the tally is to say
/// @param tally the file that gets a line, if any
record SoakOptions(
    long firstSeed,
    long seeds,
    long minutes,
    int threads,
    long pairs,
    String date,
    String commit,
    Optional<String> tally) {
  static final String USAGE =
      """
      Usage: Soak --first-seed N (--seeds N | --minutes N) [--threads N] [--pairs N]
                  [--date YYYY-MM-DD] [--commit HASH] [--tally FILE]\
      """;

  private static final long HUNDRED_MILLION = 100_000_000;

  /// Reads options.
  ///
  /// @throws IllegalArgumentException with a sentence if they make no sense
  static SoakOptions of(List<String> args) {
    SoakOptions options =
        new SoakOptions(
            1,
            Long.MAX_VALUE / 2,
            0,
            Runtime.getRuntime().availableProcessors(),
            HUNDRED_MILLION,
            "undated",
            "unknown",
            Optional.empty());
    for (int i = 0; i < args.size(); i += 2) {
      if (i + 1 == args.size()) {
        throw new IllegalArgumentException(args.get(i) + " says nothing");
      }
      options = options.with(args.get(i), args.get(i + 1));
    }
    if (options.minutes == 0 && options.seeds == Long.MAX_VALUE / 2) {
      throw new IllegalArgumentException("neither --seeds nor --minutes");
    }
    return options;
  }

  private SoakOptions with(String option, String value) {
    return switch (option) {
      case "--first-seed" -> with(number(value), seeds, minutes, threads, pairs);
      case "--seeds" -> with(firstSeed, number(value), minutes, threads, pairs);
      case "--minutes" -> with(firstSeed, seeds, number(value), threads, pairs);
      case "--threads" -> with(firstSeed, seeds, minutes, (int) number(value), pairs);
      case "--pairs" -> with(firstSeed, seeds, minutes, threads, number(value));
      case "--date" -> told(value, commit, tally);
      case "--commit" -> told(date, value, tally);
      case "--tally" -> told(date, commit, Optional.of(value));
      default -> throw new IllegalArgumentException("unknown option " + option);
    };
  }

  private SoakOptions with(long first, long count, long atMost, int atOnce, long orders) {
    return new SoakOptions(first, count, atMost, atOnce, orders, date, commit, tally);
  }

  private SoakOptions told(String day, String state, Optional<String> file) {
    return new SoakOptions(firstSeed, seeds, minutes, threads, pairs, day, state, file);
  }

  private static long number(String value) {
    if (!value.matches("[0-9]{1,15}")) {
      throw new IllegalArgumentException(value + " is not a number");
    }
    return Long.parseLong(value);
  }
}
