package org.plimsoll.solvency.loadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.CreditorPool;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.spiral.OwnTokenPrices;

/// Books that leave figures open: the ends enclose what the figures allow.
class RangedFeedbackLaws {
  private static final int BOOKS = 1_000;
  private static final double ROUNDING = 1e-9;

  private final SplittableRandom random = new SplittableRandom(29);

  private Figure range(int from, int to) {
    int low = random.nextInt(from, to);
    BigDecimal high = BigDecimal.valueOf(low + random.nextInt(3));
    return Figure.of(Interval.between(BigDecimal.valueOf(low), high));
  }

  private Book book(long seed) {
    Book book = RandomBook.withRanges(seed);
    Feedback told =
        new Feedback(
            Optional.of(new Feedback.OwnToken(range(10, 60), range(0, 3), range(0, 4))),
            Optional.of(new Feedback.Emission(range(1, 5), range(0, 9), Optional.empty())),
            Optional.of(new Feedback.Run(range(0, 1), range(0, 3), range(0, 1))),
            List.of(new Feedback.LeveragedToken("X", BigDecimal.TWO, range(0, 50))));
    return book.withAssets(book.assets().stream().map(asset -> told(asset, told)).toList());
  }

  private static Asset told(Asset asset, Feedback told) {
    return asset.id().equals("FTT") ? asset.withFeedback(told) : asset;
  }

  @Test
  void theEndsOfEquityEncloseTheAssessments() {
    int seen = 0;
    for (long seed = 0; seed < BOOKS; seed++) {
      Book book = atOnePrice(book(seed));
      for (TokenExposure token : TokenExposure.of(book)) {
        Interval total = Equity.of(book).total();
        double price = Corner.CAREFUL.ofMoreIsBetter(token.price());
        assertThat(token.equity(price, Corner.CAREFUL))
            .isLessThanOrEqualTo(Corner.CAREFUL.ofSigned(total) + ROUNDING);
        assertThat(token.equity(price, Corner.FAVORABLE))
            .isGreaterThanOrEqualTo(Corner.FAVORABLE.ofSigned(total) - ROUNDING);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(BOOKS / 10);
  }

  /// A range of the token's price loosens the assessment's equity, not that of one price.
  private static Book atOnePrice(Book book) {
    return book.withAssets(
        book.assets().stream()
            .map(asset -> asset.id().equals("FTT") ? asset.withPrice(lowest(asset)) : asset)
            .toList());
  }

  private static Figure lowest(Asset asset) {
    BigDecimal low = asset.price().value().low();
    return Figure.of(Interval.exactly(low == null ? BigDecimal.ZERO : low));
  }

  @Test
  void theCarefulEndIsNeverBetter() {
    for (long seed = 0; seed < BOOKS; seed++) {
      for (TokenExposure token : TokenExposure.of(book(seed))) {
        assertThat(token.carried(Corner.CAREFUL) - token.carried(Corner.FAVORABLE))
            .isGreaterThanOrEqualTo(-ROUNDING);
        assertThat(token.gain(Corner.CAREFUL) - token.gain(Corner.FAVORABLE))
            .isGreaterThanOrEqualTo(-ROUNDING);
        assertOrdered(token, OwnTokenPrices::goodPrice);
      }
    }
  }

  private static void assertOrdered(
      TokenExposure token, Function<OwnTokenPrices, OptionalDouble> figure) {
    OptionalDouble careful = figure.apply(token.prices(Corner.CAREFUL).orElseThrow());
    OptionalDouble favorable = figure.apply(token.prices(Corner.FAVORABLE).orElseThrow());
    if (careful.isPresent() && favorable.isPresent()) {
      assertThat(careful.getAsDouble()).isLessThanOrEqualTo(favorable.getAsDouble() + ROUNDING);
    }
  }

  @Test
  void creditorsTakenTogetherChangeNothing() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Book book = book(seed);
      Book pooled = CreditorPool.of(book);
      assertThat(TokenExposure.of(pooled)).isEqualTo(TokenExposure.of(book));
      for (Corner corner : Corner.values()) {
        assertThat(MarginalSpiral.of(pooled, corner)).isEqualTo(MarginalSpiral.of(book, corner));
      }
    }
  }

  @Test
  void aFallWithMoreChannelsNeverEndsHigher() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Book book = book(seed);
      Book bare =
          book.withAssets(book.assets().stream().map(asset -> told(asset, Feedback.NONE)).toList());
      for (MarginalSpiral plain : MarginalSpiral.of(bare, Corner.CAREFUL)) {
        MarginalSpiral all =
            MarginalSpiral.of(book, Corner.CAREFUL).stream()
                .filter(spiral -> spiral.asset().equals(plain.asset()))
                .findFirst()
                .orElseThrow();
        assertThat(all.map(0.1).finalPrice())
            .isLessThanOrEqualTo(plain.map(0.1).finalPrice() + ROUNDING);
        assertThat(all.gain().total()).isGreaterThanOrEqualTo(plain.gain().total());
      }
    }
  }
}
