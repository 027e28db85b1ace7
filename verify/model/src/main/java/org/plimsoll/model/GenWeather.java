package org.plimsoll.model;

import java.util.SplittableRandom;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.units.Side;

/// Draws what a [Weather] brings, with the means of a storm.
final class GenWeather {
  private static final long HOUR_S = 3_600;

  private final SplittableRandom random;
  private final NaiveState state;
  private final GenStorm storm;
  private final Weather weather;

  GenWeather(SplittableRandom random, NaiveState state, GenStorm storm, Weather weather) {
    this.random = random;
    this.state = state;
    this.storm = storm;
    this.weather = weather;
  }

  /// Returns what becomes of a command in this weather.
  Command under(Command command) {
    boolean isStifled = weather == Weather.STALE_INDEX && command instanceof PublishIndexPrice;
    return isStifled ? storm.pass(60L * (1 + random.nextInt(60))) : command;
  }

  /// Adds a spell of it to what is to come, where there is a market and somebody to trade with.
  void begin() {
    if (state.markets.isEmpty() || state.accounts.size() < 2) {
      return;
    }
    int market = random.nextInt(state.markets.size());
    int account = random.nextInt(state.accounts.size());
    switch (weather) {
      case STALE_INDEX -> stale(market, account);
      case SPIKING_INDEX -> spike(market, account);
      case ONE_SIDED_BOOK -> oneSided(market);
      case GAP -> stormOr(() -> gap(market, 1));
      case EMPTY_FUND -> stormOr(() -> emptyFund(market));
      case MASS_WITHDRAWAL -> withdrawAll();
      case POOL_EXHAUSTED -> exhaustPool(market, account);
    }
  }

  /// A price that goes against somebody step by step, or at once.
  private void stormOr(Runnable atOnce) {
    if (random.nextBoolean()) {
      storm.begin();
    } else {
      atOnce.run();
    }
  }

  private void risk(int market, int account, Side side) {
    if (state.markets.get(market).isFuture()) {
      storm.takePosition(market, account, side);
    } else {
      storm.borrow(market, account, side);
    }
  }

  private int base(int market) {
    return state.markets.get(market).listing().base();
  }

  private Side side() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private void pass(long seconds) {
    storm.add(() -> storm.pass(seconds));
  }

  private void stale(int market, int account) {
    Side side = side();
    risk(market, account, side);
    for (int i = 0; i < 4; i++) {
      int moves = random.nextInt(200) - 100;
      storm.add(() -> storm.order(storm.rich(account), market, side, moves, 2));
      storm.add(() -> storm.order(storm.other(account), market, side.opposite(), moves, 2));
      pass(HOUR_S);
    }
  }

  private void spike(int market, int account) {
    risk(market, account, side());
    for (int i = 0; i < 2; i++) {
      storm.add(() -> storm.index(base(market), 9_000));
      pass(1);
      storm.add(() -> storm.order(storm.rich(account), market, Side.SELL, 0, 3));
      pass(1);
      storm.add(() -> storm.index(base(market), -900));
      pass(1);
    }
  }

  private void oneSided(int market) {
    Side gone = side();
    Sides sides = gone == Side.BUY ? Sides.BUYS : Sides.SELLS;
    for (int i = 0; i < state.accounts.size(); i++) {
      int account = i;
      storm.add(() -> new CancelAllOrders(account, market, sides));
      storm.add(() -> storm.order(account, market, gone.opposite(), 2 + account, 3));
    }
    int taker = random.nextInt(state.accounts.size());
    storm.add(() -> new PlaceMarketOrder(taker, market, gone.opposite(), 2));
    pass(10);
    pass(60);
  }

  private void gap(int market, int victims) {
    Side side = side();
    for (int i = 0; i < victims; i++) {
      risk(market, random.nextInt(state.accounts.size()), side);
    }
    int moves = side == Side.BUY ? -(400 + random.nextInt(590)) : 500 + random.nextInt(6_000);
    storm.add(() -> storm.index(base(market), moves));
    if (state.markets.get(market).isFuture()) {
      storm.add(() -> storm.order(storm.rich(-1), market, side.opposite(), moves, 3));
      storm.add(() -> storm.order(storm.other(-1), market, side, moves, 3));
    }
    for (int i = 0; i < 6; i++) {
      pass(1 + random.nextInt(2) * 20L);
    }
  }

  private void emptyFund(int market) {
    LiquidationProfile profile = LiquidationProfile.values()[1 + random.nextInt(3)];
    storm.add(() -> new SetLiquidationProfile(profile, "weather", "one", "two"));
    gap(market, 3);
  }

  private void withdrawAll() {
    for (int asset = 0; asset < state.assets.size(); asset++) {
      for (int i = 0; i < state.accounts.size(); i++) {
        int each = asset;
        int account = i;
        storm.add(() -> storm.withdraw(account, each));
      }
    }
    pass(60);
    pass(HOUR_S);
  }

  private void exhaustPool(int market, int account) {
    Side side = side();
    int asset = side == Side.BUY ? 0 : base(market);
    int lender = storm.rich(account);
    storm.add(() -> new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    storm.add(() -> storm.offer(lender, asset, 1));
    storm.borrow(market, account, side);
    storm.add(() -> storm.pass(HOUR_S - state.clock / 1_000_000_000L % HOUR_S));
    storm.add(() -> storm.offer(lender, asset, 0));
    pass(HOUR_S);
    pass(HOUR_S);
  }
}
