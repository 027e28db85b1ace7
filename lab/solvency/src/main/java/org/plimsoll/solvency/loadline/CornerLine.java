package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.impact.ImpactModel;
import org.plimsoll.solvency.impact.LoadLineRange;
import org.plimsoll.solvency.impact.SquareRootImpact;

/// The load line of one collateral by one model at one end of the book's ranges, with what it is
/// computed of.
///
/// @param line the most debt and what bounds it
/// @param horizon what may be sold within the time
/// @param weights the debts that keep a ratio; none where every one may exceed its collateral
public record CornerLine(
    LoadLineRange.Line line, LoadLineRange.Horizon horizon, List<Weight> weights) {
  /// Copies the list.
  public CornerLine {
    weights = List.copyOf(weights);
  }

  /// A debt that keeps its ratio.
  ///
  /// @param name of the loan or the account
  /// @param debt that leans on the collateral
  /// @param ratio of debt to collateral, below 1
  public record Weight(String name, double debt, double ratio) {
    /// Returns the debt over `1 - ratio`, the share of a spiral's gain.
    public double weighted() {
      return debt / (1 - ratio);
    }
  }

  /// Returns the line; none where the book does not tell what the model needs.
  ///
  /// @param pledges at least one, all of the asset of the market
  public static Optional<CornerLine> of(
      DepthModel model,
      Market market,
      Interval price,
      List<Pledge> pledges,
      int days,
      Corner corner) {
    return model
        .of(market, price, corner)
        .map(impact -> of(impact, market, weights(pledges, corner), days, corner));
  }

  /// Where every debt is larger than its collateral, sales feed on themselves whatever is lent. The
  /// square root has no such bound.
  private static CornerLine of(
      ImpactModel impact, Market market, List<Weight> weights, int days, Corner corner) {
    double ratio = commonRatio(weights);
    LoadLineRange.Horizon horizon = horizon(market, impact, days, corner);
    boolean isRoot = impact instanceof SquareRootImpact;
    LoadLineRange.Line line =
        ratio < 1 || isRoot
            ? LoadLineRange.of(List.of(impact), ratio < 1 ? ratio : 0, horizon).lines().getFirst()
            : new LoadLineRange.Line(impact, 0, LoadLineRange.Bound.SPIRAL, true);
    return new CornerLine(line, horizon, weights);
  }

  /// Where the volume is not told, what the model was fitted to bounds the sale instead.
  private static LoadLineRange.Horizon horizon(
      Market market, ImpactModel impact, int days, Corner corner) {
    double participation = market.participation().doubleValue();
    double volume = corner.ofMoreIsBetter(market.adv().value());
    double fitted = impact.validity().quantityMax() * impact.price() / (participation * days);
    boolean isTold = volume > 0 && Double.isFinite(volume);
    return new LoadLineRange.Horizon(isTold ? volume : fitted, participation, days);
  }

  /// Returns the debts by which the loan-to-value ratio is found at which one loan would weigh as
  /// much as all of them do: their gains add, and the gain of each goes with its debt over `1 - l`.
  ///
  /// A debt that may exceed its collateral has no ratio to keep and is left out, at both ends
  /// alike, and debts weigh the same at both: so the ratios alone decide which end is kinder.
  private static List<Weight> weights(List<Pledge> pledges, Corner corner) {
    List<Pledge> kept = pledges.stream().filter(p -> p.ratio(Corner.CAREFUL) < 1).toList();
    List<Weight> weights = new ArrayList<>();
    for (Pledge pledge : kept.isEmpty() ? pledges : kept) {
      double ratio = pledge.ratio(corner);
      double debt = Corner.CAREFUL.ofLessIsBetter(pledge.leaning());
      if (ratio < 1 && Double.isFinite(debt)) {
        weights.add(new Weight(pledge.name(), debt, ratio));
      }
    }
    return weights;
  }

  /// One less what the debts are of their weights; 1 where there is none.
  private static double commonRatio(List<Weight> weights) {
    double debts = weights.stream().mapToDouble(Weight::debt).sum();
    double weighted = weights.stream().mapToDouble(Weight::weighted).sum();
    return debts > 0 ? 1 - debts / weighted : 1;
  }
}
