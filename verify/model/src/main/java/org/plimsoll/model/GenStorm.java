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
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
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
  private static final BigInteger FOUR = BigInteger.valueOf(4);

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

  /// Adds a command to what is to come.
  void add(Supplier<Command> command) {
    plan.add(command);
  }

  /// Begins a storm, where there is a market and somebody to trade with.
  void begin() {
    int market = state.lends() ? numbers.market() : state.markets.size() - 1;
    int account = whom();
    boolean isKnown =
        market >= 0
            && market < state.markets.size()
            && account >= 0
            && account < state.accounts.size()
            && state.accounts.size() > 1;
    if (!isKnown) {
      return;
    }
    if (state.failing.profile == LiquidationProfile.OFF && random.nextInt(4) > 0) {
      LiquidationProfile profile = LiquidationProfile.values()[1 + random.nextInt(3)];
      plan.add(() -> new LiquidationCommand.SetLiquidationProfile(profile, "storm", "one", "two"));
    }
    if (random.nextInt(8) == 0) {
      plan.add(() ->
          new ControlCommand.GrantPrivilege(
              account, Privilege.LIQUIDATION_EXEMPT, 0, "why", "one", "two"));
    }
    if (random.nextInt(3) == 0) {
      plan.add(() -> pledge(rich(account)));
    }
    Optional<NaiveFunds.Fund> fund =
        state.funds.stream().filter(f -> f.listing().fund() == account).findFirst();
    if (fund.isPresent()) {
      blow(fund.orElseThrow());
      return;
    }
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    if (state.markets.get(market).isFuture()) {
      plan.add(() -> new AccountCommand.SetLeverage(account, state.leverage.max()));
      if (state.lends() && random.nextInt(3) == 0) {
        lendAway(account);
      }
      takePosition(market, account, side);
    } else {
      borrow(market, account, side);
    }
    int first = state.markets.get(market).isFuture() ? 20 : 70;
    blow(market, account, side == Side.SELL, random.nextInt(3) == 0, first);
  }

  /// Draws an account, or sometimes a fund.
  private int whom() {
    return state.funds.isEmpty() || random.nextInt(3) > 0
        ? numbers.account()
        : state.funds.get(random.nextInt(state.funds.size())).listing().fund();
  }

  private Command pledge(int account) {
    long minute = 1 + (numbers.quoteMax() >> random.nextInt(12));
    return new LiquidationCommand.PledgeBackstop(account, minute, 2 * minute);
  }

  /// Makes an account hold as much of a future as it may, and no more collateral than that needs.
  void takePosition(int market, int account, Side side) {
    plan.add(() -> order(rich(account), market, side.opposite(), 0, lots(market, account)));
    plan.add(() -> order(account, market, side, 0, lots(market, account)));
    for (int asset = state.assets.size() - 1; asset >= 0; asset--) {
      int each = asset;
      if (each == 0 || random.nextBoolean()) {
        plan.add(() -> withdraw(account, each));
        plan.add(() -> withdraw(account, each));
      }
    }
  }

  /// Makes an account owe as much of one asset as it may: money against coins, or the other way
  /// round.
  void borrow(int market, int account, Side side) {
    int base = state.markets.get(market).listing().base();
    if (side == Side.BUY) {
      plan.add(() -> deposit(account, base));
      plan.add(() -> withdraw(account, 0));
      plan.add(() -> withdraw(account, 0));
    } else {
      plan.add(() -> keepMoney(account, base));
      plan.add(() -> deposit(rich(account), base));
      plan.add(() -> withdraw(account, base));
    }
    if (random.nextInt(3) == 0) {
      lend(account, side == Side.BUY ? 0 : base);
    }
  }

  /// Makes somebody lend for an hour or two what an account owes.
  private void lend(int account, int asset) {
    for (int divisor : new int[] {2, 0, 0}) {
      plan.add(() -> offer(rich(account), asset, divisor));
      plan.add(() -> pass(3_600 - state.clock / SECOND % 3_600));
    }
  }

  /// Makes an account lend half of its money, and somebody else owe it, until the next full hour.
  private void lendAway(int account) {
    plan.add(() -> offer(account, 0, 2));
    plan.add(() -> withdraw(other(account), 0));
    plan.add(() -> pass(3_600 - state.clock / SECOND % 3_600));
  }

  Command offer(int account, int asset, int divisor) {
    BigInteger free = state.free(account, asset).max(BigInteger.ZERO);
    long amount = divisor == 0 ? 0 : free.divide(BigInteger.valueOf(divisor)).longValueExact();
    return new LendingCommand.OfferLending(account, asset, amount, numbers.lendingRate());
  }

  private Command deposit(int account, int asset) {
    BigInteger room = state.assets.get(asset).balanceMax().subtract(state.balance(account, asset));
    long amount = room.longValueExact() >> (1 + random.nextInt(12));
    return new CashCommand.DepositAsset(account, asset, Math.max(1, amount), custody(asset));
  }

  /// Withdraws the money that is not needed to borrow of a coin what is there.
  private Command keepMoney(int account, int base) {
    BigInteger needed = state.value(base, state.ledger.onHand(custody(base), base));
    BigInteger spare = state.free(account, 0).subtract(needed);
    BigInteger amount = spare.min(state.ledger.onHand(custody(0), 0)).max(BigInteger.ONE);
    return new CashCommand.WithdrawAsset(account, 0, amount.longValueExact(), custody(0));
  }

  /// Returns where more of an asset is.
  private int custody(int asset) {
    return state.ledger.onHand(0, asset).compareTo(state.ledger.onHand(1, asset)) > 0 ? 0 : 1;
  }

  /// Withdraws what the account's collateral lets it take, as far as it is there.
  Command withdraw(int account, int asset) {
    BigInteger most = BigInteger.valueOf(numbers.marginLine(account, asset));
    if (!state.lends()) {
      most = most.min(state.free(account, asset));
    }
    BigInteger there = state.ledger.onHand(custody(asset), asset);
    return new CashCommand.WithdrawAsset(
        account, asset, most.min(there).max(BigInteger.ONE).longValueExact(), custody(asset));
  }

  /// Makes a fund hold as much as somebody can pay for, and lets the price go against it.
  private void blow(NaiveFunds.Fund fund) {
    ListLeveragedToken listing = fund.listing();
    boolean isShort = listing.kind().targetE9() < 0;
    int buyer = rich(listing.fund());
    int maker = other(buyer);
    Side side = isShort ? Side.BUY : Side.SELL;
    for (int i = 0; i < 3; i++) {
      plan.add(() -> order(maker, listing.market(), side, 0, lots(listing.market(), maker)));
      plan.add(() -> create(buyer, listing));
      plan.add(() -> pass(10));
    }
    int first = 250 + random.nextInt(70); // a third takes all that three times leverage has
    blow(listing.market(), listing.fund(), isShort, random.nextInt(3) == 0, first);
  }

  /// Creates tokens for as much as an account has and the fund may hold a position for.
  private Command create(int account, ListLeveragedToken listing) {
    NaiveAsset token = state.assets.get(listing.asset());
    NaiveState.Market market = state.markets.get(listing.market());
    BigInteger mark = BigInteger.valueOf(numbers.markTicks(listing.market()));
    BigInteger most =
        NaiveFutures.positionMax(market).multiply(market.quoteAmount(mark)).divide(FOUR);
    BigInteger money = state.balance(account, 0).shiftRight(1).min(most).max(BigInteger.ONE);
    BigInteger unit = BigInteger.TEN.pow(token.definition().decimals() + 9);
    BigInteger each =
        BigInteger.valueOf(listing.firstPriceE9())
            .multiply(BigInteger.TEN.pow(state.assets.getFirst().definition().decimals()));
    long bound = Math.max(1, token.definition().balanceMax() / 2);
    BigInteger tokens = money.multiply(unit).divide(each);
    return new CreateToken(
        account,
        listing.asset(),
        tokens.max(BigInteger.ONE).min(BigInteger.valueOf(bound)).longValueExact());
  }

  /// Lets a price go against whoever is long, or short, while others trade and time passes.
  private void blow(int market, int account, boolean rises, boolean isHard, int first) {
    int steps = isHard ? 3 + random.nextInt(5) : 6 + random.nextInt(10);
    for (int i = 0; i < steps; i++) {
      int perMille = isHard ? 20 + random.nextInt(250) : i == 0 ? first : random.nextInt(9);
      int base = state.markets.get(market).listing().base();
      if (random.nextInt(4) == 0) {
        plan.add(() -> new TradingCommand.CancelAllOrders(rich(account), -1, Sides.BOTH));
      }
      int moves = rises ? perMille : -perMille;
      Side side = rises ? Side.BUY : Side.SELL;
      if (state.markets.get(market).isFuture()) {
        plan.add(() -> order(other(account), market, side, moves, 2));
        plan.add(() -> order(rich(account), market, side.opposite(), moves, 2));
      }
      if (random.nextInt(3) > 0) {
        plan.add(() -> index(base, moves));
      }
      if (random.nextBoolean()) {
        plan.add(
            () -> order(rich(account), market, side.opposite(), 0, lots(market, rich(account))));
      }
      for (int more = random.nextInt(4); more >= 0; more--) {
        plan.add(() -> pass(random.nextInt(8) == 0 ? 30 + random.nextInt(40) : 1));
      }
    }
  }

  Command pass(long seconds) {
    return new ClockCommand.AdvanceTime(
        (state.clock / SECOND + seconds) * SECOND, random.nextLong());
  }

  Command index(int asset, int perMille) {
    long index = state.assets.get(asset).index().longValueExact();
    return new ClockCommand.PublishIndexPrice(asset, Math.max(1, moved(index, perMille)));
  }

  /// Returns a price moved by at least 1 if it is moved at all.
  private static long moved(long price, int perMille) {
    BigInteger move = BigInteger.valueOf(price).multiply(BigInteger.valueOf(perMille));
    BigInteger least = BigInteger.valueOf(Integer.signum(perMille));
    BigInteger whole = move.divide(BigInteger.valueOf(1_000));
    return BigInteger.valueOf(price)
        .add(whole.signum() == 0 ? least : whole)
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  Command order(int account, int market, Side side, int perMille, long lots) {
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
  long lots(int market, int account) {
    NaiveState.Market listed = state.markets.get(market);
    BigInteger each =
        listed
            .quoteAmount(BigInteger.valueOf(Math.max(1, numbers.markTicks(market))))
            .max(BigInteger.ONE);
    BigInteger free = twin.leastFreeAfterWithdrawing(account, 0, 0).max(BigInteger.ZERO);
    BigInteger most =
        free.multiply(BigInteger.valueOf(1 + random.nextInt(state.leverage.max() - 2)))
            .divide(each);
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

  /// Returns the account with the most money that is neither this one nor a fund.
  int rich(int account) {
    return IntStream.range(0, state.accounts.size())
        .filter(each -> each != account && !state.isFund(each))
        .boxed()
        .max(Comparator.comparing((Integer each) -> state.balance(each, 0)))
        .orElse(account);
  }

  int other(int account) {
    int rich = rich(account);
    return IntStream.range(0, state.accounts.size())
        .filter(each -> each != account && each != rich && !state.isFund(each))
        .boxed()
        .max(Comparator.comparing((Integer each) -> state.balance(each, 0)))
        .orElse(rich);
  }
}
