package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.explain.Amount;
import org.plimsoll.solvency.explain.Derivation;
import org.plimsoll.solvency.explain.ExplainedFigure;
import org.plimsoll.solvency.explain.Explanations;
import org.plimsoll.solvency.file.BookHash;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.solvency.loadline.TokenExposure;

/// What an open position is, in whatever book.
class PositionLaws {
  private static final int BOOKS = 1_000;

  /// A position is worth what its units bought on credit are, at every price and in every view that
  /// asks what something is worth.
  @Test
  void aPositionIsWorthItsUnitsBoughtOnCredit() {
    for (Book book : books().toList()) {
      Book credit = OpenedPositions.boughtOnCredit(book);
      Assessment open = Assessment.of(book);
      Assessment bought = Assessment.of(credit);
      assertThat(worth(open)).as(book.toString()).isEqualTo(worth(bought));
      assertThat(LoadLines.of(book, 7)).isEqualTo(LoadLines.of(credit, 7));
      assertThat(TokenExposure.of(book)).isEqualTo(TokenExposure.of(credit));
      for (Corner corner : Corner.values()) {
        assertThat(MarginalSpiral.of(book, corner)).isEqualTo(MarginalSpiral.of(credit, corner));
      }
    }
  }

  private static List<Object> worth(Assessment assessment) {
    return List.of(
        assessment.atMark(),
        assessment.withoutOwnToken(),
        assessment.breakingHaircut(),
        assessment.breakingHaircutBeyondLiquid(),
        assessment.liquidation(),
        assessment.liquidity());
  }

  /// What is owed in each asset is what would be if every position were closed at its mark: a
  /// result in the currency, and nothing in kind.
  @Test
  void aPositionIsOwedAsItsResult() {
    for (Book book : books().filter(PositionLaws::isPriced).toList()) {
      Prices prices = new Prices(book);
      Book closed =
          book.withAccounts(
              book.accounts().stream()
                  .map(account ->
                      new Account(
                          account.id(),
                          account.owner(),
                          account.segregated(),
                          account.exemptions(),
                          prices.settled(account, book.currency())))
                  .toList());
      Assessment open = Assessment.of(book);
      Assessment paid = Assessment.of(closed);
      assertThat(open.assets()).isEqualTo(paid.assets());
      assertThat(open.atMark().claims()).isEqualTo(paid.atMark().claims());
      assertThat(open.atMark().receivable()).isEqualTo(paid.atMark().receivable());
    }
  }

  @Test
  void whatExplainsAFigureCountsPositions() {
    long sums = 0;
    for (Book book : books().limit(BOOKS / 4).toList()) {
      for (ExplainedFigure figure : Explanations.of(Assessment.of(book))) {
        if (figure.amount() instanceof Amount.Quantity(var value, _)
            && figure.derivation().get() instanceof Derivation.Sum sum) {
          sums++;
          assertThat(sum.total()).as(figure.id()).isEqualTo(value);
        }
      }
    }
    assertThat(sums).isGreaterThan(BOOKS);
  }

  @Test
  void poolingTheCreditorsChangesNothing() {
    for (Book book : books().toList()) {
      assertThat(worth(Assessment.of(CreditorPool.of(book)))).isEqualTo(worth(Assessment.of(book)));
    }
  }

  @Test
  void theHashTellsPositionsFromBalances() {
    for (Book book : books().limit(BOOKS / 4).toList()) {
      assertThat(BookHash.of(book))
          .isNotEqualTo(BookHash.of(OpenedPositions.boughtOnCredit(book)))
          .isNotEqualTo(BookHash.of(BookChanges.withoutPositions(book)));
    }
  }

  /// At a range of prices what was sold forward offsets what is held, and what is closed does not.
  private static boolean isPriced(Book book) {
    return book.assets().stream().allMatch(asset -> asset.price().value().isExact());
  }

  private static Stream<Book> books() {
    return LongStream.range(0, 2 * BOOKS)
        .mapToObj(seed ->
            OpenedPositions.of(
                seed % 2 == 0 ? RandomBook.exact(seed) : RandomBook.withRanges(seed), seed))
        .filter(book -> book.accounts().stream().anyMatch(a -> !a.positions().isEmpty()))
        .limit(BOOKS);
  }
}
