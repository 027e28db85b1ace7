package org.plimsoll.solvency.stress;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// A part of what can be demanded now is demanded, in the book's currency.
///
/// Liquid assets pay at their price. What lacks can only come from selling the rest at once, with
/// what that does to prices. Who stands at the front of the line is paid in full and the rest wait,
/// which is why it pays to run.
///
/// @param demanded what is asked for
/// @param obtainable what liquid assets bring now
/// @param lacking what is asked for beyond that, never negative
/// @param fromSales what selling everything else on hand at once brings
/// @param payable the part of all demandable claims that liquid assets pay
/// @param payableWithSales the part that they and the sale pay together, at most all
/// @param failsAtOnce whether liquid assets do not pay what is demanded
/// @param failsAfterSales whether the sale does not make up for it either
public record Withdrawals(
    Interval demanded,
    Interval obtainable,
    Interval lacking,
    Interval fromSales,
    Optional<RatioRange> payable,
    Optional<RatioRange> payableWithSales,
    Answer failsAtOnce,
    Answer failsAfterSales) {

  /// Returns what happens if `part` of what can be demanded of the subject of `book` is demanded.
  ///
  /// @param part 0 to 1
  public static Withdrawals of(Book book, BigDecimal part) {
    Liquidity liquidity = Liquidity.of(book);
    Interval demanded = liquidity.demandable().times(Interval.exactly(part));
    Interval fromSales = fromSales(book, liquidity);
    Interval all = liquidity.obtainable().plus(fromSales);
    return new Withdrawals(
        demanded,
        liquidity.obtainable(),
        demanded.minus(liquidity.obtainable()).positivePart(),
        fromSales,
        RatioRange.part(liquidity.obtainable(), liquidity.demandable()),
        RatioRange.part(all, liquidity.demandable()),
        Answer.isNegative(liquidity.obtainable().minus(demanded)),
        Answer.isNegative(all.minus(demanded)));
  }

  /// Own tokens are left out: nobody takes them while everybody leaves. What is pledged is not the
  /// subject's to sell.
  private static Interval fromSales(Book book, Liquidity liquidity) {
    Book bare = Shock.withoutOwnTokens(book).applyTo(book);
    Book free = bare.withCustody(bare.custody().stream().map(Withdrawals::unpledged).toList());
    return LiquidationView.of(free).heldRealizable().minus(liquidity.obtainable()).positivePart();
  }

  private static Custody unpledged(Custody custody) {
    Interval free = custody.quantity().value().minus(custody.encumbered().value()).positivePart();
    return new Custody(
        custody.location(),
        custody.kind(),
        custody.asset(),
        Figure.of(free),
        Figure.of(Interval.ZERO));
  }
}
