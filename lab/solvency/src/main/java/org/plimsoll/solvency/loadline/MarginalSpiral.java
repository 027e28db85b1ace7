package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.PriceMap;
import org.plimsoll.solvency.spiral.SpiralGain;

/// Whether selling one collateral feeds on itself, at one end of the book's ranges.
///
/// The gain takes every borrower who can be sold out to keep the ratio of debt to collateral that
/// he has. It needs a depth at the margin, which the square root of the volume does not give.
///
/// @param asset id of the collateral
/// @param model the model of the smallest depth at the margin that the book has figures for
/// @param market the depth by that model
/// @param gain `R` by borrower, without those whom nobody sells out
/// @param withoutExemptions `R` if they were sold out too
/// @param pledges the debts behind it
/// @param corner the end of the ranges
public record MarginalSpiral(
    String asset,
    DepthModel model,
    ExponentialImpact market,
    SpiralGain gain,
    SpiralGain withoutExemptions,
    List<Pledge> pledges,
    Corner corner) {
  /// Copies the list.
  public MarginalSpiral {
    pledges = List.copyOf(pledges);
  }

  /// Returns the spirals of all collaterals of whose market the book tells a depth at the margin,
  /// the largest gain without exemptions first.
  public static List<MarginalSpiral> of(Book book, Corner corner) {
    SortedMap<String, List<Pledge>> pledges = Pledges.of(book);
    Prices prices = new Prices(book);
    List<MarginalSpiral> spirals = new ArrayList<>();
    for (Market market : book.markets()) {
      List<Pledge> against = pledges.getOrDefault(market.asset(), List.of());
      if (!against.isEmpty()) {
        thinnest(market, prices, corner)
            .ifPresent(model -> {
              ExponentialImpact impact = depth(model, market, prices, corner).orElseThrow();
              spirals.add(of(against, model, impact, corner));
            });
      }
    }
    spirals.sort(
        Comparator.comparingDouble((MarginalSpiral s) -> s.withoutExemptions().total())
            .reversed()
            .thenComparing(MarginalSpiral::asset));
    return spirals;
  }

  private static MarginalSpiral of(
      List<Pledge> pledges, DepthModel model, ExponentialImpact market, Corner corner) {
    List<Pledge> bound = pledges.stream().filter(pledge -> !pledge.exempt()).toList();
    return new MarginalSpiral(
        pledges.getFirst().asset(),
        model,
        market,
        gain(bound, market, corner),
        gain(pledges, market, corner),
        pledges,
        corner);
  }

  private static Optional<DepthModel> thinnest(Market market, Prices prices, Corner corner) {
    List<DepthModel> told = new ArrayList<>();
    for (DepthModel model : DepthModel.values()) {
      if (depth(model, market, prices, corner).isPresent()) {
        told.add(model);
      }
    }
    return told.stream()
        .min(
            Comparator.comparingDouble(
                model -> depth(model, market, prices, corner).orElseThrow().depth()));
  }

  private static Optional<ExponentialImpact> depth(
      DepthModel model, Market market, Prices prices, Corner corner) {
    return model
        .of(market, prices.of(market.asset()), corner)
        .filter(ExponentialImpact.class::isInstance)
        .map(ExponentialImpact.class::cast);
  }

  /// Gains of all of a borrower's debts add; whoever owes more than all his collateral is worth has
  /// a gain without limit.
  private static SpiralGain gain(List<Pledge> pledges, ExponentialImpact market, Corner corner) {
    SortedMap<String, Double> byBorrower = new TreeMap<>();
    for (Pledge pledge : pledges) {
      double ratio = pledge.loanToValue(corner);
      double gain =
          ratio >= 1
              ? Double.POSITIVE_INFINITY
              : SpiralGain.Part.borrower(
                      pledge.borrower(),
                      corner.ofLessIsBetter(pledge.quantity()),
                      ratio,
                      market.depth())
                  .gain();
      byBorrower.merge(pledge.borrower(), gain, Double::sum);
    }
    List<SpiralGain.Part> parts = new ArrayList<>();
    for (Map.Entry<String, Double> entry : byBorrower.entrySet()) {
      parts.add(
          new SpiralGain.Part(SpiralGain.Channel.LIQUIDATION, entry.getKey(), entry.getValue()));
    }
    return new SpiralGain(parts);
  }

  /// Returns the map whose fixed points are the prices at which a fall of `shock` can end, with
  /// everybody sold out who can be.
  public PriceMap map(double shock) {
    List<Pledge> bound = pledges.stream().filter(pledge -> !pledge.exempt()).toList();
    return priceMap(shock, bound);
  }

  /// Returns the same map without exemptions.
  public PriceMap mapWithoutExemptions(double shock) {
    return priceMap(shock, pledges);
  }

  private PriceMap priceMap(double shock, List<Pledge> selling) {
    return new PriceMap(
        market,
        shock,
        price -> selling.stream().mapToDouble(p -> p.forced(corner, price / market.price())).sum());
  }
}
