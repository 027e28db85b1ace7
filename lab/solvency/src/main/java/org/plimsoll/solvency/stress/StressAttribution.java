package org.plimsoll.solvency.stress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.attribution.Shapley;
import org.plimsoll.solvency.book.Book;

/// Which part of a scenario did how much, to the equity that a sale at once would leave.
///
/// Every part is switched on in every order and its effect averaged (Shapley 1953), so that what
/// two parts do together is shared evenly and the shares sum to the whole.
///
/// @param before equity at the careful end before the scenario, in the book's currency
/// @param after the same after it
/// @param shares by part of the scenario; they sum to `after - before`
public record StressAttribution(double before, double after, List<Share> shares) {
  /// Copies the list.
  public StressAttribution {
    shares = List.copyOf(shares);
  }

  /// One part's share.
  ///
  /// @param name of the part
  /// @param change of equity, negative where it takes
  public record Share(String name, double change) {}

  /// Depth and defaults are parts too.
  private static final int FALLS_MAX = Shapley.MECHANISMS_MAX - 2;

  private record Part(String name, Scenario alone) {}

  /// Returns the shares; none where nothing of the scenario bears on a sale at once. Where there
  /// are more falling prices than can be told apart they count as one part.
  public static StressAttribution of(Book book, Scenario scenario) {
    List<Part> parts = parts(scenario);
    double before = equity(book, parts, 0);
    double after = equity(book, parts, (1 << parts.size()) - 1);
    List<Share> shares = new ArrayList<>();
    if (!parts.isEmpty() && Double.isFinite(before) && Double.isFinite(after)) {
      double[] changes = Shapley.shares(parts.size(), on -> equity(book, parts, on));
      for (int i = 0; i < changes.length; i++) {
        shares.add(new Share(parts.get(i).name(), changes[i]));
      }
    }
    return new StressAttribution(before, after, shares);
  }

  private static List<Part> parts(Scenario scenario) {
    List<Part> parts = new ArrayList<>();
    if (scenario.falls().size() <= FALLS_MAX) {
      scenario
          .falls()
          .forEach((asset, fall) ->
              parts.add(new Part("price of " + asset, Scenario.fall(asset, fall))));
    } else {
      parts.add(
          new Part(
              "prices",
              new Scenario(scenario.falls(), BigDecimal.ZERO, BigDecimal.ONE, List.of())));
    }
    if (scenario.depth().compareTo(BigDecimal.ONE) != 0) {
      parts.add(new Part("depth of markets", Scenario.depth(scenario.depth())));
    }
    if (!scenario.defaults().isEmpty()) {
      parts.add(
          new Part(
              "defaults",
              new Scenario(new TreeMap<>(), BigDecimal.ZERO, BigDecimal.ONE, scenario.defaults())));
    }
    return parts;
  }

  private static double equity(Book book, List<Part> parts, int on) {
    SortedMap<String, BigDecimal> falls = new TreeMap<>();
    BigDecimal depth = BigDecimal.ONE;
    List<String> defaults = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if ((on & 1 << i) != 0) {
        Scenario part = parts.get(i).alone();
        falls.putAll(part.falls());
        depth = depth.multiply(part.depth());
        defaults.addAll(part.defaults());
      }
    }
    Scenario together = new Scenario(falls, BigDecimal.ZERO, depth, defaults);
    BigDecimal low = LiquidationView.of(ScenarioBook.of(book, together)).equity().low();
    return low == null ? Double.NEGATIVE_INFINITY : low.doubleValue();
  }
}
