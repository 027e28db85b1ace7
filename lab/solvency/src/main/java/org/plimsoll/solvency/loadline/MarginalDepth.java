package org.plimsoll.solvency.loadline;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// What the next unit sold takes off a price.
///
/// The square root of the volume is steepest at the first unit and has no depth at the margin.
///
/// @param model in which the book tells it
/// @param market the price and the log-depth by that model
public record MarginalDepth(DepthModel model, ExponentialImpact market) {
  /// Returns the smallest depth at the margin that `book` has figures for, at one end of its
  /// ranges; none where it has no figures for any.
  public static Optional<MarginalDepth> of(Book book, String asset, Corner corner) {
    Prices prices = new Prices(book);
    return book.markets().stream()
        .filter(market -> market.asset().equals(asset))
        .flatMap(market -> told(market, prices, corner))
        .min(Comparator.comparingDouble(depth -> depth.market().depth()));
  }

  private static Stream<MarginalDepth> told(Market market, Prices prices, Corner corner) {
    return Stream.of(DepthModel.values())
        .flatMap(model ->
            model.of(market, prices.of(market.asset()), corner).stream()
                .filter(ExponentialImpact.class::isInstance)
                .map(impact -> new MarginalDepth(model, (ExponentialImpact) impact)));
  }
}
