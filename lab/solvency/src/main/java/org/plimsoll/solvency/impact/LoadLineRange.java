package org.plimsoll.solvency.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.bounds.Require;

/// How much debt one collateral carries by each model of its depth, at one horizon.
///
/// The same token looks safe or hopeless depending on the model, so the range is shown, and a
/// verdict rests on the smallest line whose model is within its range.
///
/// @param lines one for each model, in the order they were given
public record LoadLineRange(List<Line> lines) {
  /// Copies the lines.
  public LoadLineRange {
    lines = List.copyOf(lines);
  }

  /// What bounds the debt.
  public enum Bound {
    /// More debt than this would make forced sales feed on themselves: `K (1 - l)`.
    SPIRAL,
    /// More debt than this could not be repaid by what can be sold within the horizon.
    LIQUIDATION
  }

  /// The load line by one model.
  ///
  /// @param market the model
  /// @param debt the most that the collateral carries, in the book's currency
  /// @param bound which of the two lines is the smaller
  /// @param valid whether the model is within its range there
  public record Line(ImpactModel market, double debt, Bound bound, boolean valid) {
    /// Returns `debt` over the line: above 1 is too much.
    public double share(double against) {
      return against / debt;
    }
  }

  /// What may be sold within a horizon.
  ///
  /// @param dailyVolume `V`, in the book's currency; positive
  /// @param participation `phi`, the part of the volume that a seller may be; positive, at most 1
  /// @param days `T`; positive
  public record Horizon(double dailyVolume, double participation, double days) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a figure is out of the bounds above
    public Horizon {
      Require.positive("dailyVolume", dailyVolume);
      Require.holds(participation > 0 && participation <= 1, "participation", participation);
      Require.positive("days", days);
    }

    /// Returns the value at mark that can be sold, `phi V T`; the rest counts as unsold.
    public double sellable() {
      return participation * dailyVolume * days;
    }
  }

  /// Returns the load line by each model.
  ///
  /// A spiral runs in minutes whatever the horizon, and is judged at the margin: it needs no range.
  /// The square root has no depth at the margin, so it has a liquidation line only.
  ///
  /// @param loanToValue `l` of the loans against the collateral; from 0 to below 1
  /// @throws IllegalArgumentException if `loanToValue` is out of bounds
  public static LoadLineRange of(
      List<? extends ImpactModel> markets, double loanToValue, Horizon horizon) {
    Require.fraction("loanToValue", loanToValue);
    return new LoadLineRange(
        markets.stream().map(market -> line(market, loanToValue, horizon)).toList());
  }

  /// Returns the smallest line whose model is within its range; none where no model is.
  public Optional<Line> forVerdict() {
    return lines.stream().filter(Line::valid).min(Comparator.comparingDouble(Line::debt));
  }

  private static Line line(ImpactModel market, double loanToValue, Horizon horizon) {
    double spiral =
        market instanceof SquareRootImpact
            ? Double.POSITIVE_INFINITY
            : market.price() * market.localDepth(0) * (1 - loanToValue);
    double quantity = horizon.sellable() / market.price();
    double liquidation = market.proceeds(quantity);
    if (spiral <= liquidation) {
      return new Line(market, spiral, Bound.SPIRAL, true);
    }
    boolean valid = market.validity().holds(quantity, horizon.days());
    return new Line(market, liquidation, Bound.LIQUIDATION, valid);
  }
}
