package org.plimsoll.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.stress.Scenario;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What happens before a book is judged.
final class ScenarioOptions {
  @Option(
      names = "--shock",
      paramLabel = "ASSET=CHANGE",
      split = ",",
      converter = PriceChange.Converter.class,
      description = "Change prices: for example FTT=-50%%,BTC=-20%%.")
  private List<PriceChange> shocks = List.of();

  @Option(
      names = "--withdraw",
      paramLabel = "PART",
      converter = PartConverter.class,
      description = "The part of what can be demanded now that is demanded: for example 30%%.")
  private BigDecimal withdrawn = BigDecimal.ZERO;

  @Option(
      names = "--depth",
      paramLabel = "FACTOR",
      converter = FactorConverter.class,
      description = "What every market's depth and volume are multiplied with: for example 0.5.")
  private BigDecimal depth = BigDecimal.ONE;

  @Option(
      names = "--default",
      paramLabel = "PARTY",
      split = ",",
      description = "Parties that pay nothing any more; what they issued is worthless.")
  private List<String> defaults = List.of();

  /// Returns what the options say.
  ///
  /// @throws ParameterException if a price is changed twice
  Scenario scenario(CommandLine command) {
    SortedMap<String, BigDecimal> falls = new TreeMap<>();
    for (PriceChange shock : shocks) {
      if (falls.put(shock.asset(), shock.change().negate()) != null) {
        throw new ParameterException(command, "--shock names " + shock.asset() + " twice");
      }
    }
    return new Scenario(falls, withdrawn, depth, defaults);
  }

  /// Ends the verb with exit code 4 if a book does not know some of the names that it was given.
  static void requireNone(List<String> unknown, String bookName) {
    if (!unknown.isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, bookName + " does not name " + String.join(", ", unknown));
    }
  }
}
