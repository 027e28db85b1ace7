package org.plimsoll.solvency.loadline;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.spiral.AttackCost;
import org.plimsoll.solvency.spiral.OwnTokenPrices;

/// What it takes to sell the subject's own token short, from the price as it stands to that from
/// which it falls by itself, at one end of the book's ranges.
///
/// @param cost without what borrowing the tokens costs, which a book does not tell
public record TokenShort(AttackCost cost) {
  /// Returns the short sale; none where nothing tips the token, where it stands below the tipping
  /// price already, and where the book tells no depth at the margin.
  public static Optional<TokenShort> of(Book book, TokenExposure token, Corner corner) {
    return MarginalDepth.of(book, token.asset(), corner)
        .flatMap(depth -> token.prices(corner).flatMap(prices -> of(depth, prices)));
  }

  private static Optional<TokenShort> of(MarginalDepth depth, OwnTokenPrices prices) {
    OptionalDouble tipping = prices.tippingPrice();
    OptionalDouble collapse = prices.collapsePrice();
    return tipping.isPresent()
            && collapse.isPresent()
            && tipping.getAsDouble() > 0
            && tipping.getAsDouble() < depth.market().price()
        ? Optional.of(
            new TokenShort(
                new AttackCost(depth.market(), tipping.getAsDouble(), collapse.getAsDouble(), 0)))
        : Optional.empty();
  }

  /// Returns the part of the price that must fall until it tips.
  public double distance() {
    return 1 - cost.tippingPrice() / cost.market().price();
  }
}
