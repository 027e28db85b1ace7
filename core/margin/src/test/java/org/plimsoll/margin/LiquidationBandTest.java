package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.units.Exact.ONE_E9;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

class LiquidationBandTest {
  /// The units by which rounding may make one line of a portfolio smaller at other prices.
  private static final int ROUNDINGS = 3;

  /// 1,000 dollars and 2 BTC bought at 10,000 with a maintenance fraction of 3 %: the slack of 400
  /// moves with 1.94 BTC, so it lasts down to the price at which liquidation begins.
  @Test
  void pv17_shouldEndWhereTheOnlyPositionMeetsItsMaintenanceRequirement() {
    long slack = 400_000_000;
    assertThat(LiquidationBand.lastSafeE9(e9(10_000), slack, 194_000_000, 8, 6))
        .isEqualTo(9_793_814_432_990L);
  }

  @Test
  void shouldSplitTheSlackEqually() {
    long each = LiquidationBand.allowance(101, 2);
    assertThat(each).isEqualTo(50);
    assertThat(LiquidationBand.lastSafeE9(e9(100), each, 10, 0, 0)).isEqualTo(e9(95));
    assertThat(LiquidationBand.lastSafeE9(e9(100), each, -10, 0, 0)).isEqualTo(e9(105));
  }

  @Test
  void shouldRoundBothEndsTowardThePrice() {
    assertThat(LiquidationBand.lastSafeE9(e9(100), 1, 3, 0, 0)).isEqualTo(99_666_666_667L);
    assertThat(LiquidationBand.lastSafeE9(e9(100), 1, -3, 0, 0)).isEqualTo(100_333_333_333L);
  }

  @Test
  void shouldHaveNoEndWhereNothingCanUseUpTheSlack() {
    assertThat(LiquidationBand.lastSafeE9(e9(100), 1_000, 10, 0, 0)).isZero();
    assertThat(LiquidationBand.lastSafeE9(e9(100), Long.MAX_VALUE, 1, 9, 0)).isZero();
    assertThat(LiquidationBand.lastSafeE9(e9(100), Long.MAX_VALUE, -1, 9, 0))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(LiquidationBand.lastSafeE9(e9(100), 0, 0, 9, 0)).isEqualTo(Long.MAX_VALUE);
    assertThat(LiquidationBand.lastSafeE9(e9(100), 0, -1, 9, 0)).isEqualTo(e9(100));
  }

  @Test
  void shouldKeepTheSlackAnywhereInsideAllBands() {
    SplittableRandom random = new SplittableRandom(10);
    int checked = 0;
    for (int i = 0; i < 100_000; i++) {
      Portfolio portfolio = new Portfolio(random, 1 + random.nextInt(6));
      long slack = portfolio.slack(portfolio.pricesE9);
      long reserve = (long) ROUNDINGS * portfolio.lines.length;
      if (slack >= reserve) {
        long[] ends = portfolio.ends(slack - reserve);
        for (int k = 0; k < 3; k++) {
          assertThat(portfolio.slack(portfolio.inside(random, ends))).isNotNegative();
        }
        assertThat(portfolio.slack(portfolio.worst(ends))).isNotNegative();
        checked++;
      }
    }
    assertThat(checked).as("portfolios with slack").isGreaterThan(40_000);
  }

  /// One price of a portfolio: a coin held, a coin borrowed, or a position, with its weight or
  /// maintenance fraction.
  private record Line(boolean isPosition, long quantity, long fractionE9, long entryE9) {
    long slack(long priceE9) {
      long value = dollars(Math.abs(quantity), priceE9, quantity > 0 && !isPosition);
      long part = Exact.mulDiv(value, fractionE9, ONE_E9, rounding(quantity > 0 && !isPosition));
      if (isPosition) {
        return Exact.value(quantity, priceE9 - entryE9, 8, 6, Rounding.FLOOR) - part;
      }
      return quantity > 0 ? part : -value - part;
    }

    long sensitivity() {
      boolean isCoin = quantity > 0 && !isPosition;
      long part = Exact.mulDiv(Math.abs(quantity), fractionE9, ONE_E9, rounding(!isCoin));
      if (isCoin) {
        return Exact.mulDiv(quantity, fractionE9, ONE_E9, Rounding.CEILING);
      }
      return quantity > 0 ? quantity - part : quantity - part - 1;
    }

    private static long dollars(long quantity, long priceE9, boolean down) {
      return Exact.value(quantity, priceE9, 8, 6, rounding(down));
    }

    private static Rounding rounding(boolean down) {
      return down ? Rounding.FLOOR : Rounding.CEILING;
    }
  }

  private static final class Portfolio {
    private final long cash;
    private final Line[] lines;
    private final long[] pricesE9;

    Portfolio(SplittableRandom random, int count) {
      lines = new Line[count];
      pricesE9 = new long[count];
      for (int k = 0; k < count; k++) {
        pricesE9[k] = 1 + (random.nextLong(e9(100_000)) >> random.nextInt(40));
        long quantity = 1 + (random.nextLong(1_000_000_000_000L) >> random.nextInt(35));
        long entryE9 = Math.max(1, pricesE9[k] / 100 * (80 + random.nextInt(40)));
        lines[k] =
            new Line(
                random.nextBoolean(),
                random.nextBoolean() ? quantity : -quantity,
                random.nextLong(ONE_E9 + 1) >> random.nextInt(6),
                entryE9);
      }
      cash = random.nextLong(1L << (1 + random.nextInt(50)));
    }

    long slack(long[] pricesE9) {
      long slack = cash;
      for (int k = 0; k < lines.length; k++) {
        slack += lines[k].slack(pricesE9[k]);
      }
      return slack;
    }

    long[] ends(long slack) {
      long allowance = LiquidationBand.allowance(slack, lines.length);
      long[] ends = new long[lines.length];
      for (int k = 0; k < ends.length; k++) {
        ends[k] = LiquidationBand.lastSafeE9(pricesE9[k], allowance, lines[k].sensitivity(), 8, 6);
      }
      return ends;
    }

    /// All prices at the ends of their bands, as far as amounts at them fit 64 bits.
    long[] worst(long[] ends) {
      long[] prices = new long[ends.length];
      for (int k = 0; k < prices.length; k++) {
        prices[k] = Math.min(ends[k], e9(1_000_000));
      }
      return prices;
    }

    long[] inside(SplittableRandom random, long[] ends) {
      long[] prices = worst(ends);
      for (int k = 0; k < prices.length; k++) {
        boolean isLong = lines[k].sensitivity() > 0;
        long low = isLong ? prices[k] : 0;
        long high = isLong ? 2 * pricesE9[k] : prices[k];
        prices[k] = low + random.nextLong(high - low + 1);
      }
      return prices;
    }
  }

  private static long e9(long whole) {
    return whole * ONE_E9;
  }
}
