package org.plimsoll.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.outlook.Choices;
import org.plimsoll.solvency.outlook.Outlook;
import org.plimsoll.solvency.outlook.OutlookPlan;
import org.plimsoll.solvency.outlook.OutlookRun;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// How a book is simulated, and what the simulation takes where the book is silent.
final class OutlookOptions {
  private static final int DEFAULT_PATHS = 10_000;
  private static final int PATHS_MAX = 1_000_000;
  private static final int DEFAULT_DAYS = 90;
  private static final int DAYS_MAX = 3650;

  @Option(
      names = "--paths",
      paramLabel = "N",
      description = "Simulate so many paths of prices. Default: 10000.")
  private Optional<Integer> paths = Optional.empty();

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      converter = DaysConverter.class,
      description =
          "Say how likely a failure is within so many days: for example 30d. Default: 90d.")
  private Optional<Integer> horizon = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "A whole number that chooses the random numbers. Default: 1.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--vol",
      paramLabel = "ASSET=PART",
      split = ",",
      converter = VolatilityConverter.class,
      description =
          "Volatility of a year where the book's is not wanted or not told: for example BTC=60%%.")
  private List<Volatility> volatilities = List.of();

  @Option(
      names = "--correlation",
      paramLabel = "PART",
      converter = PartConverter.class,
      description = "Correlation of any two prices, below 1. Default: 0.5.")
  private Optional<BigDecimal> correlation = Optional.empty();

  @Option(
      names = "--withdraw-rate",
      paramLabel = "PART",
      converter = PartConverter.class,
      description =
          "The part of what depositors have left that they ask for every day. Default: 1%%.")
  private Optional<BigDecimal> withdrawn = Optional.empty();

  /// What one asset's price does.
  ///
  /// @param perYear not negative
  record Volatility(String asset, double perYear) {}

  /// Returns whether a simulation is asked for.
  boolean isAsked() {
    return paths.isPresent()
        || horizon.isPresent()
        || seed.isPresent()
        || correlation.isPresent()
        || withdrawn.isPresent()
        || !volatilities.isEmpty();
  }

  /// Checks the bounds before any work is done.
  ///
  /// @throws ParameterException if a number is out of its bounds or an asset is named twice
  void check(CommandLine command) {
    int wanted = paths.orElse(DEFAULT_PATHS);
    if (wanted < 1 || wanted > PATHS_MAX) {
      throw new ParameterException(
          command, "--paths must be from 1 to " + PATHS_MAX + ", not " + wanted);
    }
    if (correlation.filter(part -> part.compareTo(BigDecimal.ONE) >= 0).isPresent()) {
      throw new ParameterException(command, "--correlation must be below 1");
    }
    if (byAsset().size() < volatilities.size()) {
      throw new ParameterException(command, "--vol names an asset twice");
    }
  }

  /// Returns the names in the options that `book` does not know.
  List<String> unknownNames(Book book) {
    List<String> assets = book.assets().stream().map(Asset::id).toList();
    return byAsset().keySet().stream().filter(asset -> !assets.contains(asset)).toList();
  }

  /// Simulates `book` on all processors. A stop from outside ends it with the paths that are
  /// finished.
  Outlook run(Book book, CommandLine command) {
    OutlookPlan plan =
        new OutlookPlan(
            paths.orElse(DEFAULT_PATHS),
            horizon.orElse(DEFAULT_DAYS),
            seed.orElse(1L),
            Runtime.getRuntime().availableProcessors());
    Choices choices =
        new Choices(
            correlation.map(BigDecimal::doubleValue).orElse(Choices.DEFAULT.correlation()),
            withdrawn.map(BigDecimal::doubleValue).orElse(Choices.DEFAULT.withdrawn()),
            byAsset());
    try (EarlyEnd end = EarlyEnd.begin();
        Progress progress =
            new Progress(command.getErr(), Progress.isTerminal(), "simulating", plan.paths())) {
      return OutlookRun.of(
          book,
          choices,
          plan,
          finished -> {
            progress.reached(finished);
            return !end.isAsked();
          });
    }
  }

  private SortedMap<String, Double> byAsset() {
    SortedMap<String, Double> byAsset = new TreeMap<>();
    volatilities.forEach(each -> byAsset.put(each.asset(), each.perYear()));
    return byAsset;
  }

  /// Reads `30d` or `30`.
  static final class DaysConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[1-9]\\d{0,3}d?") || days(text) > DAYS_MAX) {
        throw new TypeConversionException(
            "expected from 1d to " + DAYS_MAX + "d, not '" + text + "'");
      }
      return days(text);
    }

    private static int days(String text) {
      return Integer.parseInt(text.replace("d", ""));
    }
  }

  /// Reads `BTC=60%` or `BTC=0.6`.
  static final class VolatilityConverter implements ITypeConverter<Volatility> {
    @Override
    public Volatility convert(String text) {
      int equals = text.indexOf('=');
      String part = text.substring(equals + 1).strip();
      if (equals < 1 || !part.matches("\\d{1,4}(\\.\\d{1,9})?%?")) {
        throw new TypeConversionException(
            "expected ASSET=PART, such as BTC=60%, not '" + text + "'");
      }
      boolean isPercent = part.endsWith("%");
      BigDecimal number = new BigDecimal(isPercent ? part.substring(0, part.length() - 1) : part);
      double perYear = number.movePointLeft(isPercent ? 2 : 0).doubleValue();
      if (perYear > 10) {
        throw new TypeConversionException(
            "a volatility above 1000% a year moves a price by half a day: '" + text + "'");
      }
      return new Volatility(text.substring(0, equals).strip(), perYear);
    }
  }
}
