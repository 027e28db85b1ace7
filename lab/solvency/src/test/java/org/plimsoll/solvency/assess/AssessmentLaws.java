package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Position;

/// What holds for every book, over seeded random ones.
class AssessmentLaws {
  private static final int BOOKS = 2_000;
  private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

  @Test
  void sumsPerAssetAddUp() {
    forEachSeed(seed -> {
      Assessment assessment = Assessment.of(RandomBook.exact(seed));
      for (AssetRow row : assessment.assets()) {
        BigDecimal balances = balances(assessment.book(), row.asset());
        BigDecimal places = BigDecimal.ZERO;
        for (AssetRow.Holding holding : row.holdings()) {
          places = places.add(only(holding.quantity()));
        }
        assertThat(only(row.owedTo()).subtract(only(row.owedBy()))).isEqualByComparingTo(balances);
        assertThat(only(row.onHand())).isEqualByComparingTo(places);
        assertThat(only(row.matchedGap())).isEqualByComparingTo(places.subtract(balances));
        assertThat(only(row.custodyGap()).add(only(row.owedBy())))
            .isEqualByComparingTo(only(row.matchedGap()));
      }
    });
  }

  @Test
  void equityIsItsPartsAndNeverMoreThanTheBooksShow() {
    forEachSeed(seed -> {
      Assessment assessment = Assessment.of(RandomBook.exact(seed));
      Equity equity = assessment.atMark();
      assertThat(only(equity.total()))
          .isEqualByComparingTo(only(equity.assets()).subtract(only(equity.owed())));
      BigDecimal shown = BigDecimal.ZERO;
      for (AssetRow row : assessment.assets()) {
        BigDecimal units =
            only(row.matchedGap()).add(only(row.lent())).subtract(only(row.borrowed()));
        shown = shown.add(units.multiply(only(row.price())));
      }
      assertThat(only(equity.total())).isLessThanOrEqualTo(shown);
    });
  }

  @Test
  void equityAtLiquidationIsNeverAboveEquityAtMark() {
    forEachSeed(seed -> {
      Assessment assessment = Assessment.of(RandomBook.exact(seed));
      BigDecimal most = assessment.liquidation().equity().high();
      assertThat(most).isNotNull();
      assertThat(most).isLessThanOrEqualTo(only(assessment.atMark().total()));
    });
  }

  @Test
  void largerQuantitiesAtTheSamePricesChangeNoRatioAndNoAnswer() {
    forEachSeed(seed -> {
      Book book = RandomBook.withRanges(seed);
      Book enlarged = BookChanges.quantities(book, q -> BookChanges.scale(q, 7));
      assertScaled(Assessment.of(book), Assessment.of(enlarged), 7);
    });
  }

  /// Positions are settled in the currency of the book, whose price is 1, so they are left out.
  @Test
  void anotherUnitOfAccountChangesNoRatioAndNoAnswer() {
    forEachSeed(seed -> {
      Book book = BookChanges.withoutPositions(RandomBook.withRanges(seed));
      Book repriced = BookChanges.prices(book, p -> BookChanges.scale(p, 3));
      assertScaled(Assessment.of(book), Assessment.of(repriced), 3);
    });
  }

  @Test
  void splittingAccountsIntoEqualOnesChangesNothing() {
    forEachSeed(seed -> {
      Book book = RandomBook.withRanges(seed);
      Assessment whole = Assessment.of(BookChanges.quantities(book, q -> BookChanges.scale(q, 3)));
      Assessment parts = Assessment.of(BookChanges.split(book, 3));
      assertScaled(whole, parts, 1);
      assertThat(parts.assets()).isEqualTo(whole.assets());
    });
  }

  /// Accounts that cannot owe are taken as one, which no view may notice.
  @Test
  void poolingCreditorsChangesNoView() {
    forEachSeed(seed -> {
      Book book = RandomBook.withRanges(seed);
      Book bare = Shock.withoutOwnTokens(book).applyTo(book);
      Assessment pooled = Assessment.of(book);
      assertThat(pooled.atMark()).isEqualTo(Equity.of(book));
      assertThat(pooled.withoutOwnToken()).isEqualTo(Equity.of(bare));
      assertThat(pooled.assets()).isEqualTo(AssetSums.of(book));
      assertThat(pooled.liquidity()).isEqualTo(Liquidity.of(book));
      assertThat(pooled.liquidation()).isEqualTo(LiquidationView.of(book));
      assertThat(pooled.breakingHaircut())
          .isEqualTo(BreakingHaircut.of(book, new TreeSet<>(EnumSet.allOf(Asset.Tier.class))));
    });
  }

  @Test
  void orderOfEntriesChangesNothing() {
    forEachSeed(seed -> {
      Book book = RandomBook.withRanges(seed);
      Assessment forward = Assessment.of(book);
      Assessment backward = Assessment.of(BookChanges.reversed(book));
      assertScaled(forward, backward, 1);
      assertThat(backward.assets().reversed()).isEqualTo(forward.assets());
    });
  }

  @Test
  void theOwnTokenCannotBeTakenAwayTwice() {
    forEachSeed(seed -> {
      Book once = bare(RandomBook.withRanges(seed));
      assertThat(Equity.of(bare(once))).isEqualTo(Equity.of(once));
      assertThat(bare(once).assets()).isEqualTo(once.assets());
    });
  }

  @Test
  void recoveriesAreNeverBelowZeroNorAboveOne() {
    forEachSeed(seed ->
        ranges(Assessment.of(RandomBook.withRanges(seed)))
            .forEach(recovery -> {
              assertThat(recovery.low()).isGreaterThanOrEqualTo(Ratio.ZERO);
              assertThat(recovery.high().orElseThrow()).isBetween(recovery.low(), Ratio.ONE);
            }));
  }

  @Test
  void wideningFiguresNeverNarrowsAnAnswer() {
    forEachSeed(seed -> {
      Book book = RandomBook.withRanges(seed);
      SplittableRandom random = new SplittableRandom(~seed);
      Book wider = BookChanges.figures(book, price -> widen(price, random), q -> widen(q, random));
      assertContains(Assessment.of(wider), Assessment.of(book));
    });
  }

  @Test
  void whatIsTrueLiesInsideTheRange() {
    forEachSeed(seed -> {
      Book book = RandomBook.withRanges(seed);
      SplittableRandom random = new SplittableRandom(~seed);
      Book truth = BookChanges.figures(book, price -> draw(price, random), q -> draw(q, random));
      assertContains(Assessment.of(book), Assessment.of(truth));
    });
  }

  @Test
  void comminglingOnlyMovesMoney() {
    forEachSeed(seed -> {
      Optional<Commingling> commingling =
          Assessment.of(RandomBook.exact(seed)).recoveries().commingling();
      commingling.ifPresent(moved -> {
        Ratio sum = moved.surplusChange();
        for (Commingling.Transfer transfer : moved.transfers()) {
          sum = sum.plus(transfer.gain());
        }
        assertThat(sum).isEqualTo(Ratio.ZERO);
        assertThat(moved.surplusChange()).isLessThanOrEqualTo(Ratio.ZERO);
      });
    });
  }

  @Test
  void equityTurnsNegativeAtTheBreakingHaircut() {
    long[] found = {0};
    forEachSeed(seed -> {
      Book book = RandomBook.exact(seed);
      switch (Assessment.of(book).breakingHaircut().favorable()) {
        case BreakingHaircut.At(Ratio haircut) -> {
          BigDecimal below = haircut.rounded();
          assertThat(equityAfter(book, below)).isGreaterThanOrEqualTo(BigDecimal.ZERO);
          if (haircut.compareTo(Ratio.of(BigDecimal.ONE.subtract(MILLIONTH))) < 0) {
            assertThat(equityAfter(book, below.add(MILLIONTH))).isNegative();
          }
          found[0]++;
        }
        case BreakingHaircut.AlreadyNegative() ->
            assertThat(equityAfter(book, BigDecimal.ZERO)).isNegative();
        case BreakingHaircut.Never() -> {
          for (int percent = 0; percent <= 100; percent += 10) {
            assertThat(equityAfter(book, BigDecimal.valueOf(percent, 2)))
                .isGreaterThanOrEqualTo(BigDecimal.ZERO);
          }
        }
        case BreakingHaircut.Unknown() -> Assertions.fail("every figure of the book is one number");
      }
    });
    assertThat(found[0]).as("books that break").isGreaterThan(BOOKS / 20);
  }

  private static void forEachSeed(LongConsumer law) {
    LongStream.range(0, BOOKS)
        .forEach(seed -> {
          try {
            law.accept(seed);
          } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
          }
        });
  }

  /// All money is `factor` times as much, all else is equal.
  private static void assertScaled(Assessment one, Assessment other, int factor) {
    assertThat(other.booksBalance()).isEqualTo(one.booksBalance());
    for (Question question : Question.values()) {
      assertThat(other.finding(question).answer()).isEqualTo(one.finding(question).answer());
      assertThat(Wording.range(other.finding(question).figure()))
          .isEqualTo(Wording.range(BookChanges.scale(one.finding(question).figure(), factor)));
    }
    assertThat(other.recoveries().netClaims()).isEqualTo(one.recoveries().netClaims());
    assertThat(other.recoveries().commingled()).isEqualTo(one.recoveries().commingled());
    assertThat(other.ownTokenShare()).isEqualTo(one.ownTokenShare());
    assertThat(other.liquidity().cover()).isEqualTo(one.liquidity().cover());
    assertThat(other.breakingHaircut()).isEqualTo(one.breakingHaircut());
  }

  private static void assertContains(Assessment wide, Assessment narrow) {
    for (Question question : Question.values()) {
      assertContains(wide.finding(question).figure(), narrow.finding(question).figure());
      assertThat(wide.finding(question).answer())
          .isIn(narrow.finding(question).answer(), Answer.UNKNOWN);
    }
    assertThat(wide.booksBalance()).isIn(narrow.booksBalance(), Answer.UNKNOWN);
    assertContains(wide.liquidation().equity(), narrow.liquidation().equity());
    for (int i = 0; i < wide.assets().size(); i++) {
      assertContains(wide.assets().get(i).matchedGap(), narrow.assets().get(i).matchedGap());
      assertContains(wide.assets().get(i).custodyGap(), narrow.assets().get(i).custodyGap());
      assertContains(
          wide.assets().get(i).segregatedRecovery(), narrow.assets().get(i).segregatedRecovery());
    }
    assertContains(wide.recoveries().netClaims(), narrow.recoveries().netClaims());
    assertContains(wide.recoveries().commingled(), narrow.recoveries().commingled());
  }

  private static void assertContains(Interval wide, Interval narrow) {
    Interval common = Bounds.both(wide, narrow);
    assertThat(Wording.range(common)).isEqualTo(Wording.range(narrow));
  }

  private static void assertContains(Optional<RatioRange> wide, Optional<RatioRange> narrow) {
    narrow.ifPresent(inner -> {
      RatioRange outer = wide.orElseThrow();
      assertThat(outer.low()).isLessThanOrEqualTo(inner.low());
      outer
          .high()
          .ifPresent(high -> assertThat(high).isGreaterThanOrEqualTo(inner.high().orElseThrow()));
    });
  }

  private static Stream<RatioRange> ranges(Assessment assessment) {
    Recoveries recoveries = assessment.recoveries();
    return Stream.concat(
            assessment.assets().stream().map(AssetRow::segregatedRecovery),
            Stream.of(
                recoveries.commingled(),
                recoveries.commingledWithoutOwnToken(),
                recoveries.netClaims(),
                recoveries.netClaimsWithoutOwnToken(),
                assessment.ownTokenShare()))
        .flatMap(Optional::stream);
  }

  private static Book bare(Book book) {
    return Shock.withoutOwnTokens(book).applyTo(book);
  }

  private static BigDecimal equityAfter(Book book, BigDecimal haircut) {
    return only(Equity.of(Shock.haircut(haircut, haircut, haircut).applyTo(book)).total());
  }

  /// One figure in three gets wider, sometimes without a limit above.
  private static Interval widen(Interval figure, SplittableRandom random) {
    BigDecimal low = figure.low();
    BigDecimal high = figure.high();
    if (low == null || high == null || random.nextInt(3) > 0) {
      return figure;
    }
    BigDecimal less = BigDecimal.valueOf(random.nextInt(10));
    BigDecimal floor = low.signum() >= 0 ? low.subtract(less).max(BigDecimal.ZERO) : low;
    boolean open = random.nextInt(5) == 0;
    return new Interval(floor, open ? null : high.add(BigDecimal.valueOf(random.nextInt(10))));
  }

  private static Interval draw(Interval figure, SplittableRandom random) {
    BigDecimal low = figure.low();
    BigDecimal high = figure.high();
    if (low == null || high == null) {
      throw new IllegalArgumentException("unbounded " + figure);
    }
    BigDecimal part = BigDecimal.valueOf(random.nextInt(11), 1);
    return Interval.exactly(low.add(high.subtract(low).multiply(part)));
  }

  private static BigDecimal balances(Book book, String asset) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Account account : book.accounts()) {
      Figure balance = account.balances().getOrDefault(asset, Figure.of(Interval.ZERO));
      sum = sum.add(only(balance.value()));
      if (asset.equals(book.currency())) {
        sum =
            account.positions().stream()
                .map(open -> earned(book, open))
                .reduce(sum, BigDecimal::add);
      }
    }
    return sum;
  }

  private static BigDecimal earned(Book book, Position open) {
    BigDecimal price =
        book.assets().stream()
            .filter(asset -> asset.id().equals(open.asset()))
            .map(asset -> only(asset.price().value()))
            .findFirst()
            .orElseThrow();
    return only(open.size().value()).multiply(price.subtract(only(open.entry().value())));
  }

  private static BigDecimal only(Interval interval) {
    return Bounds.onlyValue(interval);
  }
}
