package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Draws storms: an account takes all the risk that it may, and then a price goes against it,
/// slowly or hard, second by second.
final class GenStorm {
  private static final long SECOND = 1_000_000_000L;

  private final SplittableRandom random;
  private final NaiveVenue twin;
  private final NaiveState state;
  private final GenNumbers numbers;
  private final Deque<Supplier<Command>> plan = new ArrayDeque<>();

  GenStorm(SplittableRandom random, NaiveVenue twin, GenNumbers numbers) {
    this.random = random;
    this.twin = twin;
    this.state = twin.state();
    this.numbers = numbers;
  }

  /// Returns the next command of the storm that blows; empty when it is over.
  Optional<Command> next() {
    return Optional.ofNullable(plan.pollFirst()).map(Supplier::get);
  }

  /// Begins a storm, where there is a market and somebody to trade with.
  void begin() {
    int market = numbers.market();
    int account = numbers.account();
    boolean isKnown =
        market >= 0
            && market < state.markets.size()
            && account >= 0
            && account < state.accounts.size()
            && state.accounts.size() > 1;
    if (!isKnown) {
      return;
    }
    if (random.nextInt(8) == 0) {
      plan.add(() ->
          new ControlCommand.GrantPrivilege(
              account, Privilege.LIQUIDATION_EXEMPT, 0, "why", "one", "two"));
    }
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    if (state.markets.get(market).isFuture()) {
      plan.add(() -> new AccountCommand.SetLeverage(account, 20));
      takePosition(market, account, side);
    } else {
      borrow(market, account, side);
    }
    blow(market, account, side == Side.SELL);
  }

  /// Makes an account hold as much of a future as it may, and no more collateral than that needs.
  private void takePosition(int market, int account, Side side) {
    plan.add(() -> order(rich(account), market, side.opposite(), 0, lots(market, account)));
    plan.add(() -> order(account, market, side, 0, lots(market, account)));
    for (int asset = state.assets.size() - 1; asset >= 0; asset--) {
      int each = asset;
      if (each == 0 || random.nextBoolean()) {
        plan.add(() -> withdraw(account, each));
      }
    }
  }

  /// Makes an account owe as much of one asset as it may: money against coins, or the other way
  /// round.
  private void borrow(int market, int account, Side side) {
    int base = state.markets.get(market).listing().base();
    int owed = side == Side.BUY ? 0 : base;
    plan.add(() -> withdraw(account, owed == 0 ? base : 0, 2));
    plan.add(() -> withdraw(account, owed));
  }

  private Command withdraw(int account, int asset) {
    return withdraw(account, asset, 1);
  }

  private Command withdraw(int account, int asset, int part) {
    return new CashCommand.WithdrawAsset(
        account, asset, Math.max(1, numbers.marginLine(account, asset) / part), random.nextInt(2));
  }

  /// Lets a price go against whoever is long, or short, while others trade and time passes.
  private void blow(int market, int account, boolean rises) {
    boolean isHard = random.nextInt(3) == 0;
    int steps = isHard ? 3 + random.nextInt(5) : 6 + random.nextInt(10);
    for (int i = 0; i < steps; i++) {
      int perMille = isHard ? 20 + random.nextInt(250) : random.nextInt(25);
      int base = state.markets.get(market).listing().base();
      if (random.nextInt(4) == 0) {
        plan.add(() -> new TradingCommand.CancelAllOrders(rich(account), -1, Sides.BOTH));
      }
      if (state.markets.get(market).isFuture()) {
        plan.add(() -> order(rich(account), market, Side.SELL, rises ? perMille : -perMille, 2));
        plan.add(() -> order(other(account), market, Side.BUY, rises ? perMille : -perMille, 2));
      }
      if (random.nextInt(3) > 0) {
        plan.add(() -> index(base, rises ? perMille : -perMille));
      }
      if (random.nextInt(3) == 0) {
        Side side = rises ? Side.SELL : Side.BUY;
        plan.add(() -> order(rich(account), market, side, 0, lots(market, rich(account))));
      }
      plan.add(this::pass);
    }
  }

  private Command pass() {
    long seconds = random.nextInt(6) == 0 ? 30 + random.nextInt(40) : 1;
    return new ClockCommand.AdvanceTime(
        (state.clock / SECOND + seconds) * SECOND, random.nextLong());
  }

  private Command index(int asset, int perMille) {
    long index = state.assets.get(asset).index().longValueExact();
    return new ClockCommand.PublishIndexPrice(asset, Math.max(1, moved(index, perMille)));
  }

  private static long moved(long price, int perMille) {
    return BigInteger.valueOf(price)
        .multiply(BigInteger.valueOf(1_000 + perMille))
        .divide(BigInteger.valueOf(1_000))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  private Command order(int account, int market, Side side, int perMille, long lots) {
    return new OrderCommand.PlaceLimitOrder(
        account,
        market,
        side,
        Math.max(1, moved(numbers.markTicks(market), perMille)),
        lots,
        TimeInForce.GOOD_TILL_CANCELED,
        0,
        false);
  }

  /// Returns how many lots an account's collateral is good for, or fewer.
  private long lots(int market, int account) {
    NaiveState.Market listed = state.markets.get(market);
    BigInteger each =
        listed
            .quoteAmount(BigInteger.valueOf(Math.max(1, numbers.markTicks(market))))
            .max(BigInteger.ONE);
    BigInteger free = twin.leastFreeAfterWithdrawing(account, 0, 0).max(BigInteger.ZERO);
    BigInteger most = free.multiply(BigInteger.valueOf(1 + random.nextInt(18))).divide(each);
    BigInteger bound =
        listed.isFuture()
            ? NaiveFutures.positionMax(listed)
            : state
                .assets
                .get(listed.listing().base())
                .balanceMax()
                .divide(BigInteger.valueOf(listed.listing().lot()));
    return most.min(bound.divide(BigInteger.TWO)).max(BigInteger.ONE).longValueExact();
  }

  /// Returns the account with the most money that is not this one.
  private int rich(int account) {
    return IntStream.range(0, state.accounts.size())
        .filter(each -> each != account)
        .boxed()
        .max(Comparator.comparing((Integer each) -> state.balance(each, 0)))
        .orElseThrow();
  }

  private int other(int account) {
    int rich = rich(account);
    return IntStream.range(0, state.accounts.size())
        .filter(each -> each != account && each != rich)
        .boxed()
        .max(Comparator.comparing((Integer each) -> state.balance(each, 0)))
        .orElse(account);
  }
}
