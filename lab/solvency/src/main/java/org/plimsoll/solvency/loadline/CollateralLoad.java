package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;

/// How deep one collateral is loaded: the debt that leans on it against what its market carries.
///
/// The debt is a lower bound where loans elsewhere are not known to the book.
///
/// @param asset id of the collateral
/// @param days the horizon within which it must be sold
/// @param pledges every debt that it secures
/// @param value of what is pledged, at mark, in the book's currency
/// @param debt the debts' parts that lean on it ([Pledge#leaning])
/// @param lines one for each model that the book has figures for
public record CollateralLoad(
    String asset,
    int days,
    List<Pledge> pledges,
    Interval value,
    Interval debt,
    List<ModelLine> lines) {
  /// Copies the lists.
  public CollateralLoad {
    pledges = List.copyOf(pledges);
    lines = List.copyOf(lines);
  }

  /// Returns the load of a collateral.
  ///
  /// @param pledges at least one, all of this asset
  /// @param market none where the book tells nothing of it
  /// @param price of one unit
  static CollateralLoad of(
      List<Pledge> pledges, Optional<Market> market, Interval price, int days) {
    Interval value = Interval.ZERO;
    Interval debt = Interval.ZERO;
    for (Pledge pledge : pledges) {
      value = value.plus(pledge.value());
      debt = debt.plus(pledge.leaning());
    }
    List<ModelLine> lines = new ArrayList<>();
    for (DepthModel model : DepthModel.values()) {
      market.flatMap(m -> line(model, m, price, pledges, days)).ifPresent(lines::add);
    }
    return new CollateralLoad(pledges.getFirst().asset(), days, pledges, value, debt, lines);
  }

  private static Optional<ModelLine> line(
      DepthModel model, Market market, Interval price, List<Pledge> pledges, int days) {
    return CornerLine.of(model, market, price, pledges, days, Corner.CAREFUL)
        .map(CornerLine::line)
        .map(careful ->
            new ModelLine(
                model,
                careful.debt(),
                CornerLine.of(model, market, price, pledges, days, Corner.FAVORABLE)
                    .map(favorable -> favorable.line().debt())
                    .orElse(Double.POSITIVE_INFINITY),
                careful.bound(),
                careful.valid()));
  }

  /// Returns the smallest line of a model within its range, which decides; of no model where none
  /// is, or where the book tells nothing of the market.
  public Optional<ModelLine> deciding() {
    return lines.stream().filter(ModelLine::valid).min(Comparator.comparingDouble(ModelLine::low));
  }

  /// Returns the highest line of a model within its range.
  public double highestLine() {
    return lines.stream()
        .filter(ModelLine::valid)
        .mapToDouble(ModelLine::high)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /// Returns the debt over the line that decides, both at one end; infinite where nothing is known
  /// to carry it.
  public double share(Corner corner) {
    double line =
        corner == Corner.CAREFUL ? deciding().map(ModelLine::low).orElse(0.0) : highestLine();
    double load = corner.ofLessIsBetter(debt);
    return load == 0 ? 0 : line == 0 ? Double.POSITIVE_INFINITY : load / line;
  }
}
