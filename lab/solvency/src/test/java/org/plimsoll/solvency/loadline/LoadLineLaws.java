package org.plimsoll.solvency.loadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.spiral.SpiralGain;

/// What holds for the load lines of every book, here of 2,000 random ones with ranges.
class LoadLineLaws {
  private static final int BOOKS = 2_000;

  /// Ends that are the same number are computed on two ways.
  private static final double ROUNDING = 1e-12;

  @Test
  void theCarefulEndIsNeverKinderThanTheFavorableEnd() {
    int[] seen = {0};
    forEachLoad((_, load) -> {
      seen[0]++;
      load.lines()
          .forEach(
              line -> assertThat(line.low()).isLessThanOrEqualTo(line.high() * (1 + ROUNDING)));
      assertThat(load.share(Corner.CAREFUL)).isGreaterThanOrEqualTo(load.share(Corner.FAVORABLE));
    });
    assertThat(seen[0]).isGreaterThan(BOOKS / 2);
  }

  @Test
  void noDebtLeansOnACollateralForMoreThanItIsWorth() {
    forEachLoad((_, load) -> {
      BigDecimal most = load.debt().high();
      BigDecimal worth = load.value().high();
      assertThat(most).isNotNull();
      assertThat(most).isLessThanOrEqualTo(worth);
    });
  }

  @Test
  void theGainHalvesWhenTheDepthDoubles() {
    int spirals = 0;
    for (long seed = 0; seed < BOOKS; seed++) {
      Book book = RandomBook.withRanges(seed);
      Book deeper = book.withMarkets(book.markets().stream().map(LoadLineLaws::doubled).toList());
      for (Corner corner : Corner.values()) {
        List<MarginalSpiral> once = MarginalSpiral.of(book, corner);
        List<MarginalSpiral> twice = MarginalSpiral.of(deeper, corner);
        assertThat(twice).hasSameSizeAs(once);
        for (int i = 0; i < once.size(); i++) {
          spirals++;
          double gain = soldIntoTheMarket(once.get(i).withoutExemptions());
          double half = soldIntoTheMarket(twice.get(i).withoutExemptions());
          if (Double.isInfinite(gain)) {
            assertThat(half).isInfinite();
          } else {
            assertThat(half).isCloseTo(gain / 2, within(1e-12 * gain));
          }
        }
      }
    }
    assertThat(spirals).isGreaterThan(BOOKS / 4);
  }

  /// What sells into the market; how an own token follows its issuer's equity has no depth in it.
  private static double soldIntoTheMarket(SpiralGain gain) {
    return gain.parts().stream()
        .filter(part -> part.channel() != SpiralGain.Channel.OWN_TOKEN)
        .mapToDouble(SpiralGain.Part::gain)
        .sum();
  }

  private static Market doubled(Market market) {
    return new Market(
        market.asset(),
        doubled(market.depth()),
        market.adv(),
        market.dailyVol(),
        doubled(market.visibleDepth()),
        market.participation());
  }

  private static Figure doubled(Figure depth) {
    return Figure.of(depth.value().times(Interval.exactly(BigDecimal.TWO)));
  }

  private static void forEachLoad(BiConsumer<Book, CollateralLoad> law) {
    for (long seed = 0; seed < BOOKS; seed++) {
      Book book = RandomBook.withRanges(seed);
      LoadLines.of(book, 1).forEach(load -> law.accept(book, load));
    }
  }
}
