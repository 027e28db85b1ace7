package org.plimsoll.ecosystem.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.OneOf;
import org.plimsoll.text.bind.Says;

/// Where the price of an asset outside comes from.
///
/// @param path recorded figures, joined by seeded bridges
/// @param bridgeVolatility of the logarithm in a year between them; 0 draws straight lines
@Says("a price")
@OneOf({"path", "generated", "constant"})
public record PriceEntry(
    @Says("Recorded figures, in order of time.") Optional<List<Anchor>> path,
    @Says("Volatility of a year of the bridges between recorded figures, such as 70%.") @Omissible
        double bridgeVolatility,
    @Says("A price that is made up: geometric Brownian motion.") Optional<Motion> generated,
    @Says("A price that never moves.") Optional<BigDecimal> constant,
    @Says("Where a full history stands in the folder that `--prices` names.")
        Optional<HistoryEntry> history) {
  /// Checks the order of the figures.
  public PriceEntry {
    List<Anchor> anchors = path.orElse(List.of());
    for (int i = 1; i < anchors.size(); i++) {
      if (!anchors.get(i - 1).at().isBefore(anchors.get(i).at())) {
        throw new IllegalArgumentException(
            "the figures of `path` are not in order of time: " + anchors.get(i).at());
      }
    }
    if (path.isPresent() && anchors.isEmpty()) {
      throw new IllegalArgumentException("`path` has no figure");
    }
    if (bridgeVolatility < 0) {
      throw new IllegalArgumentException("`bridge-volatility` is negative");
    }
  }

  /// A recorded figure.
  @Says("a recorded price")
  public record Anchor(
      @Says("When it was.") Instant at,
      @Says("Of a whole unit, in the unit of account.") BigDecimal price,
      @Says("Who recorded it.") String source) {
    /// Checks the bound.
    public Anchor {
      if (price.signum() <= 0) {
        throw new IllegalArgumentException("`price` is not positive");
      }
    }
  }

  /// Geometric Brownian motion.
  @Says("a generated price")
  public record Motion(
      @Says("The first price.") BigDecimal start,
      @Says("Growth of the expected price in a year, such as 10%.") @Omissible double drift,
      @Says("Standard deviation of the logarithm in a year, such as 70%.") double volatility) {
    /// Checks the bounds.
    public Motion {
      if (start.signum() <= 0) {
        throw new IllegalArgumentException("`start` is not positive");
      }
      if (volatility < 0) {
        throw new IllegalArgumentException("`volatility` is negative");
      }
    }
  }

  /// Files of full histories: columns `time_utc`, `close` and `symbol`, times those at which a bar
  /// begins.
  @Says("a history")
  public record HistoryEntry(
      @Says("CSV files, in order of time.") List<String> files,
      @Says("The symbol of its rows; every row where nothing is said.") @Omissible String symbol) {}
}
