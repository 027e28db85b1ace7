package org.plimsoll.solvency.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.requirement.CollateralWeight;

/// What assets count for as collateral, and what owing them requires, by the rules of a book.
///
/// The currency of the book counts in full. An asset to which the book gives no weight counts for
/// nothing and cannot be borrowed. Where an asset has a cap, the same part of everybody's counts.
final class CollateralRules {
  private static final CollateralWeights MONEY =
      new CollateralWeights(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);

  private final SortedMap<String, CollateralWeights> weights = new TreeMap<>();
  private final SortedMap<String, BigDecimal> caps;

  /// Which of the two requirements is asked for.
  enum Level {
    /// For new borrowing.
    INITIAL,
    /// Below it an account is sold out.
    MAINTENANCE
  }

  CollateralRules(Book book) {
    for (Asset asset : book.assets()) {
      asset.weights().ifPresent(told -> weights.put(asset.id(), told));
    }
    weights.put(book.currency(), MONEY);
    caps = book.policies().caps();
  }

  /// Returns the part of the value of `quantity` units in one account that counts, before caps.
  double counted(String asset, double quantity, Level level) {
    CollateralWeights told = weights.get(asset);
    double weight = told == null ? 0 : weight(told, level);
    return told == null || weight == 0
        ? 0
        : new CollateralWeight(weight, told.imfFactor().doubleValue()).effective(quantity);
  }

  /// Returns what must be there for each unit of value owed in `asset`: itself and the fraction for
  /// it; infinite where it cannot be borrowed.
  double required(String asset, double quantity, Level level) {
    CollateralWeights told = weights.get(asset);
    double weight = told == null ? 0 : weight(told, level);
    if (told == null || weight == 0) {
      return Double.POSITIVE_INFINITY;
    }
    CollateralWeight rule = new CollateralWeight(weight, told.imfFactor().doubleValue());
    return 1
        + switch (level) {
          case INITIAL -> rule.borrowInitial(quantity);
          case MAINTENANCE -> rule.borrowMaintenance(quantity);
        };
  }

  /// Returns the part of an asset that counts where all of it together is worth `value`.
  double withinCap(String asset, double value) {
    BigDecimal cap = caps.get(asset);
    return cap == null || value <= cap.doubleValue() ? 1 : cap.doubleValue() / value;
  }

  /// Returns those of `assets` that the rules say nothing about.
  List<String> unnamed(Iterable<String> assets) {
    SortedMap<String, Boolean> found = new TreeMap<>();
    assets.forEach(asset -> found.put(asset, weights.containsKey(asset)));
    found.values().removeIf(named -> named);
    return List.copyOf(found.keySet());
  }

  private static double weight(CollateralWeights told, Level level) {
    return switch (level) {
      case INITIAL -> told.initial().doubleValue();
      case MAINTENANCE -> told.total().doubleValue();
    };
  }
}
