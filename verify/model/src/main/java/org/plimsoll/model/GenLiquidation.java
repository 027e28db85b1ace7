package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Draws who stands in for accounts that fail, and storms in which they do: prices that fall or
/// rise hard, second by second.
final class GenLiquidation {
  private static final long SECOND = 1_000_000_000L;

  private final SplittableRandom random;
  private final NaiveVenue twin;
  private final GenNumbers numbers;

  GenLiquidation(SplittableRandom random, NaiveVenue twin, GenNumbers numbers) {
    this.random = random;
    this.twin = twin;
    this.numbers = numbers;
  }

  Command any() {
    return switch (random.nextInt(6)) {
      case 0 -> profile();
      case 1, 2 -> pledge();
      default -> contribution();
    };
  }

  private Command profile() {
    LiquidationProfile[] all = LiquidationProfile.values();
    String second = random.nextInt(8) == 0 ? "ONE" : "two";
    return new LiquidationCommand.SetLiquidationProfile(
        all[random.nextInt(all.length)], "drawn", "one", second);
  }

  private Command pledge() {
    if (random.nextInt(6) == 0) {
      return new LiquidationCommand.PledgeBackstop(
          numbers.account(),
          numbers.edge(50_000_000_000_000_000L),
          numbers.edge(50_000_000_000_000_000L));
    }
    long minute = 1 + (numbers.quoteMax() >> random.nextInt(20));
    return new LiquidationCommand.PledgeBackstop(
        numbers.account(), minute, minute * (1 + random.nextInt(3)));
  }

  private Command contribution() {
    int asset = random.nextInt(3) == 0 ? numbers.asset() : 0;
    long amount =
        random.nextInt(6) == 0
            ? numbers.edge(numbers.quoteMax())
            : 1 + (numbers.quoteMax() >> (8 + random.nextInt(16)));
    return new LiquidationCommand.ContributeCapital(
        LossBearer.values()[random.nextInt(2)], asset, amount, numbers.custody());
  }

  /// Returns a storm: one price moves, step by step, the same way, and a second or more passes
  /// after each.
  List<Command> storm() {
    List<Command> storm = new ArrayList<>();
    int market = numbers.market();
    if (market < 0 || market >= twin.state().markets.size()) {
      return storm;
    }
    NaiveState.Market listed = twin.state().markets.get(market);
    int asset = listed.listing().base();
    boolean rises = random.nextInt(3) == 0;
    long price = twin.state().assets.get(asset).index().longValueExact();
    long ticks = numbers.markTicks(market);
    long clock = twin.state().clock;
    int steps = 3 + random.nextInt(8);
    for (int i = 0; i < steps; i++) {
      int percent = 3 + random.nextInt(random.nextInt(4) == 0 ? 60 : 15);
      price = moved(price, percent, rises);
      ticks = moved(ticks, percent, rises);
      if (price > 0 && random.nextInt(4) > 0) {
        storm.add(new ClockCommand.PublishIndexPrice(asset, price));
      }
      if (listed.isFuture() && ticks > 0) {
        storm.add(order(market, rises ? Side.SELL : Side.BUY, ticks));
        storm.add(order(market, rises ? Side.BUY : Side.SELL, ticks));
      }
      clock = (clock / SECOND + 1 + (random.nextInt(4) == 0 ? random.nextInt(40) : 0)) * SECOND;
      storm.add(new ClockCommand.AdvanceTime(clock, random.nextLong()));
    }
    return storm;
  }

  private static long moved(long price, int percent, boolean rises) {
    BigInteger all = BigInteger.valueOf(price);
    return all.multiply(BigInteger.valueOf(rises ? 100 + percent : 100 - Math.min(90, percent)))
        .divide(BigInteger.valueOf(100))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  private Command order(int market, Side side, long ticks) {
    return new OrderCommand.PlaceLimitOrder(
        numbers.account(),
        market,
        side,
        ticks,
        1 + random.nextInt(3),
        TimeInForce.GOOD_TILL_CANCELED,
        0,
        false);
  }
}
