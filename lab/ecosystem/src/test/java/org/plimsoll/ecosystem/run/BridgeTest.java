package org.plimsoll.ecosystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PriceEntry.Anchor;
import org.plimsoll.ecosystem.scenario.PriceEntry.Motion;

class BridgeTest {
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final long START = Moments.ns(Instant.parse("2021-01-01T00:00:00Z"));
  private static final long YEAR = 365 * DAY_NS;
  private static final double E9 = 1e9;

  private static final List<Anchor> ANCHORS =
      List.of(
          anchor("2021-01-01T00:00:00Z", "100"),
          anchor("2021-07-01T12:34:56Z", "400"),
          anchor("2022-01-01T00:00:00Z", "50"));

  private static Anchor anchor(String at, String price) {
    return new Anchor(Instant.parse(at), new BigDecimal(price), "made up");
  }

  private static GridPath path(long seed, double volatility) {
    return Bridge.through(ANCHORS, volatility, new RandomStream(seed, "prices", "X"), YEAR);
  }

  @Test
  void shouldMeetEveryRecordedFigure() {
    for (long seed = 1; seed <= 20; seed++) {
      GridPath path = path(seed, 0.8);
      for (Anchor anchor : ANCHORS) {
        double price = path.priceE9(Moments.ns(anchor.at())) / E9;
        assertThat(price).isEqualTo(anchor.price().doubleValue(), within(1e-6));
      }
    }
  }

  @Test
  void shouldHaveNoPriceBeforeTheFirstAndKeepTheLast() {
    GridPath path = path(1, 0.8);
    assertThat(path.priceE9(START - 1)).isZero();
    assertThat(path.priceE9(START + 3 * YEAR)).isEqualTo(50_000_000_000L);
  }

  @Test
  void shouldBeAStraightLineOfTheLogarithmWithoutVolatility() {
    GridPath path = path(1, 0);
    long half = (Moments.ns(ANCHORS.get(1).at()) - START) / 2;
    assertThat(path.priceE9(START + half) / E9).isEqualTo(200, within(1e-6));
  }

  @Test
  void shouldHaveTheVolatilityThatWasStated() {
    double squares = 0;
    int count = 0;
    for (long seed = 1; seed <= 20; seed++) {
      GridPath path = path(seed, 0.8);
      for (long time = START; time + DAY_NS <= START + YEAR; time += DAY_NS) {
        double step = Math.log((double) path.priceE9(time + DAY_NS) / path.priceE9(time));
        squares += step * step;
        count++;
      }
    }
    assertThat(Math.sqrt(squares / count * 365.25)).isEqualTo(0.8, within(0.03));
  }

  @Test
  void shouldBeDrawnOnAGridThatNobodyWhoAsksChanges() {
    GridPath often = path(3, 0.8);
    for (long time = START; time < START + YEAR; time += DAY_NS / 7) {
      often.priceE9(time);
    }
    assertThat(often.priceE9(START + YEAR / 3)).isEqualTo(path(3, 0.8).priceE9(START + YEAR / 3));
  }

  @Test
  void shouldGrowAsMuchAsWasStatedOnAverage() {
    double sum = 0;
    int seeds = 400;
    for (long seed = 1; seed <= seeds; seed++) {
      Motion motion = new Motion(new BigDecimal("10"), 0.2, 0.3);
      RandomStream random = new RandomStream(seed, "prices", "X");
      sum += Bridge.free(motion, random, START, YEAR).priceE9(START + YEAR) / E9;
    }
    assertThat(sum / seeds).isEqualTo(10 * Math.exp(0.2), within(0.6));
  }
}
