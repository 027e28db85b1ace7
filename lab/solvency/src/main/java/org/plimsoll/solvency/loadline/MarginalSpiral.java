package org.plimsoll.solvency.loadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.PriceMap;
import org.plimsoll.solvency.spiral.SpiralGain;

/// Whether selling one collateral feeds on itself, at one end of the book's ranges.
///
/// The gain takes every borrower who can be sold out to keep the ratio of debt to collateral that
/// he has, and adds what the book tells of the other channels. It needs a depth at the margin,
/// which the square root of the volume does not give.
///
/// @param asset id of the collateral
/// @param model the model of the smallest depth at the margin that the book has figures for
/// @param market the depth by that model
/// @param gain `R` by channel and name, without borrowers whom nobody sells out
/// @param withoutExemptions `R` if they were sold out too
/// @param pledges the debts behind it
/// @param others what else the book tells that forces sales as the price falls
/// @param corner the end of the ranges
public record MarginalSpiral(
    String asset,
    DepthModel model,
    ExponentialImpact market,
    SpiralGain gain,
    SpiralGain withoutExemptions,
    List<Pledge> pledges,
    OtherChannels others,
    Corner corner) {
  /// Copies the list.
  public MarginalSpiral {
    pledges = List.copyOf(pledges);
  }

  /// Returns the spirals of all assets that secure a debt, or whose price is told to act on itself,
  /// and of whose market the book tells a depth at the margin, the largest gain without exemptions
  /// first.
  public static List<MarginalSpiral> of(Book book, Corner corner) {
    SortedMap<String, List<Pledge>> pledges = Pledges.of(book);
    List<MarginalSpiral> spirals = new ArrayList<>();
    for (Asset asset : book.assets()) {
      List<Pledge> against = pledges.getOrDefault(asset.id(), List.of());
      if (!against.isEmpty() || !asset.feedback().equals(Feedback.NONE)) {
        MarginalDepth.of(book, asset.id(), corner)
            .ifPresent(depth -> spirals.add(of(book, asset, against, depth, corner)));
      }
    }
    spirals.sort(
        Comparator.comparingDouble((MarginalSpiral s) -> s.withoutExemptions().total())
            .reversed()
            .thenComparing(MarginalSpiral::asset));
    return spirals;
  }

  private static MarginalSpiral of(
      Book book, Asset asset, List<Pledge> pledges, MarginalDepth depth, Corner corner) {
    List<Pledge> bound = pledges.stream().filter(pledge -> !pledge.exempt()).toList();
    OtherChannels others = OtherChannels.of(book, asset, corner);
    ExponentialImpact market = depth.market();
    return new MarginalSpiral(
        asset.id(),
        depth.model(),
        market,
        others.addedTo(gain(bound, market, corner), market),
        others.addedTo(gain(pledges, market, corner), market),
        pledges,
        others,
        corner);
  }

  /// Gains of all of a borrower's debts add; whoever owes more than all his collateral is worth has
  /// a gain without limit.
  private static SpiralGain gain(List<Pledge> pledges, ExponentialImpact market, Corner corner) {
    SortedMap<String, Double> byBorrower = new TreeMap<>();
    for (Pledge pledge : pledges) {
      byBorrower.merge(pledge.borrower(), pledge.gain(market, corner), Double::sum);
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
        price -> {
          double part = price / market.price();
          return selling.stream().mapToDouble(pledge -> pledge.forced(corner, part)).sum()
              + others.forced(part, market);
        });
  }
}
