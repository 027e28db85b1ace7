package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

/// Everything that a book says about the solvency of its subject.
///
/// A pure function of the book: the same book gives an equal assessment on every machine.
///
/// @param book what was assessed
/// @param headline the verdict, worst news first
/// @param booksBalance whether in every asset what is on hand and what accounts owe covers what is
///   owed to accounts
/// @param findings one for each [Question], in its order
/// @param atMark equity at the book's prices
/// @param withoutOwnToken equity with own tokens worth nothing
/// @param ownTokens ids of the assets that the subject or a related party issued
/// @param relatedParties ids of the parties that stand or fall with the subject
/// @param ownTokenShare own tokens on hand over everything the subject has; empty where it has
///   nothing
/// @param ownTokenPartOfEquity the part of equity at mark that goes with own tokens; empty where
///   equity is not positive or not exact; above 1 where more than all of it goes
/// @param assets one row per asset that is held or owed, in the order of the book
/// @param recoveries what creditors get back
/// @param liquidity cash now against claims now
/// @param liquidation what is left if everything that must be sold is sold at once
/// @param breakingHaircut the haircut on all prices that brings equity to zero
/// @param breakingHaircutBeyondLiquid the same on prices of less liquid and illiquid assets only
/// @param assumptions what the answers rest on and the book does not prove
/// @param sources where the book's figures were read
public record Assessment(
    Book book,
    String headline,
    Answer booksBalance,
    List<Finding> findings,
    Equity atMark,
    Equity withoutOwnToken,
    SortedSet<String> ownTokens,
    SortedSet<String> relatedParties,
    Optional<RatioRange> ownTokenShare,
    Optional<Ratio> ownTokenPartOfEquity,
    List<AssetRow> assets,
    Recoveries recoveries,
    Liquidity liquidity,
    LiquidationView liquidation,
    BreakingHaircut.Pair breakingHaircut,
    BreakingHaircut.Pair breakingHaircutBeyondLiquid,
    List<Assumption> assumptions,
    List<Source> sources) {

  /// Assesses a book at its own prices.
  public static Assessment of(Book book) {
    return of(book, AccountGrounds.of(book));
  }

  /// Assesses a book whose accounts may stand in it as sums.
  ///
  /// @param accounts what the accounts themselves say
  public static Assessment of(Book book, AccountGrounds accounts) {
    Book pooled = CreditorPool.of(book);
    Book bare = Shock.withoutOwnTokens(pooled).applyTo(pooled);
    Equity atMark = Equity.of(pooled);
    Equity withoutOwnToken = Equity.of(bare);
    List<AssetRow> rows = AssetSums.of(pooled);
    Liquidity liquidity = Liquidity.of(bare, withoutOwnToken);
    Grounds grounds = Grounds.of(book, accounts);
    Verdict verdict = Verdict.of(book, rows, atMark, withoutOwnToken, liquidity);
    return new Assessment(
        book,
        verdict.headline(),
        verdict.booksBalance(),
        verdict.findings(),
        atMark,
        withoutOwnToken,
        OwnTokens.of(book),
        OwnTokens.relatedParties(book),
        RatioRange.part(ownTokensHeld(rows), atMark.assets()),
        partOfEquity(atMark.total(), withoutOwnToken.total()),
        rows,
        Recoveries.of(rows, atMark, withoutOwnToken),
        liquidity,
        Liquidation.of(pooled),
        BreakingHaircut.of(pooled, new TreeSet<>(EnumSet.allOf(Asset.Tier.class))),
        BreakingHaircut.of(
            pooled, new TreeSet<>(EnumSet.of(Asset.Tier.LESS_LIQUID, Asset.Tier.ILLIQUID))),
        grounds.assumptions(),
        grounds.sources());
  }

  /// Returns the finding for one question.
  public Finding finding(Question question) {
    return findings.stream()
        .filter(finding -> finding.question() == question)
        .findFirst()
        .orElseThrow();
  }

  private static Interval ownTokensHeld(List<AssetRow> rows) {
    return rows.stream()
        .filter(AssetRow::ownToken)
        .map(row -> row.onHand().times(row.price()))
        .reduce(Interval.ZERO, Interval::plus);
  }

  private static Optional<Ratio> partOfEquity(Interval atMark, Interval withoutOwnToken) {
    if (!atMark.isExact() || !withoutOwnToken.isExact()) {
      return Optional.empty();
    }
    BigDecimal equity = Bounds.onlyValue(atMark);
    BigDecimal lost = equity.subtract(Bounds.onlyValue(withoutOwnToken));
    return equity.signum() > 0 ? Optional.of(Ratio.of(lost, equity)) : Optional.empty();
  }
}
