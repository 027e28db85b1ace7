package org.plimsoll.model;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.model.NaiveZeroPrices.Prices;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// Positions that are handed over off the order book, at the slow twin.
final class NaiveHandover {
  static final int INSURANCE = NaiveLedger.VENUE_BIT + 1;
  static final BigInteger ROOM = BigInteger.TWO.pow(61);
  private static final int LARGEST = 10;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveGates gates;
  private final NaiveHealth health;
  private final NaiveZeroPrices prices;

  NaiveHandover(NaiveState state, NaiveFutures futures, NaiveGates gates, NaiveHealth health) {
    this.state = state;
    this.futures = futures;
    this.gates = gates;
    this.health = health;
    this.prices = new NaiveZeroPrices(state, futures, health);
  }

  /// What one account's position loses and others get.
  private record Closing(NaiveState.Market market, int from, boolean isLong, Prices prices) {
    int number() {
      return market.listing().market();
    }

    BigInteger signed(BigInteger amount) {
      return isLong ? amount : amount.negate();
    }
  }

  /// Hands over what goes in this second of an account's position.
  void handOver(int number, int account, List<Event> events) {
    NaiveState.Market market = state.markets.get(number);
    MarginStage stage = health.stage(account);
    BigInteger lots = futures.position(number, account).lots();
    if (stage.compareTo(MarginStage.AUTO_CLOSE) < 0 || lots.signum() == 0) {
      return;
    }
    BigInteger notional = health.notional(market, account);
    BigInteger part =
        NaiveSlices.handedOver(notional, health.of(account), NaiveSlices.thousand(state));
    BigInteger left = NaiveSlices.lots(lots.abs(), part, notional);
    Closing closing =
        new Closing(market, account, lots.signum() > 0, prices.of(market, account, stage));
    if (state.failing.profile.hasBackstop()) {
      left = toProviders(closing, left, events);
    }
    toOpponents(closing, left, events);
  }

  /// Gives backstop providers their shares, and returns what is left.
  private BigInteger toProviders(Closing closing, BigInteger lots, List<Event> events) {
    List<Integer> providers = state.failing.providers(closing.from(), state.clock);
    List<BigInteger> weights =
        providers.stream().map(account -> mayTake(closing, account)).toList();
    List<BigInteger> shares = NaiveSlices.shares(lots, weights);
    BigInteger left = lots;
    for (int i = 0; i < providers.size(); i++) {
      int account = providers.get(i);
      BigInteger share = shares.get(i);
      if (share.signum() > 0 && bears(closing, account, share)) {
        give(closing, account, share, false, events);
        state.failing.takeOver(state.clock, account, atMark(closing, share));
        left = left.subtract(share);
      }
    }
    return left;
  }

  private BigInteger atMark(Closing closing, BigInteger lots) {
    return closing.market().quoteAmount(lots.multiply(futures.mark(closing.number())));
  }

  /// Returns the lots that a provider's capacity and the bound on positions leave room for.
  private BigInteger mayTake(Closing closing, int account) {
    BigInteger each = atMark(closing, BigInteger.ONE);
    BigInteger held = closing.signed(futures.position(closing.number(), account).lots());
    Side side = closing.isLong() ? Side.BUY : Side.SELL;
    BigInteger resting =
        closing.market().book().orders().stream()
            .filter(order -> order.account() == account && order.side() == side)
            .map(order -> BigInteger.valueOf(order.lots()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return state
        .failing
        .capacity(account, state.clock)
        .divide(each)
        .min(mostLots(closing, account, each).subtract(held).subtract(resting))
        .max(BigInteger.ZERO);
  }

  private BigInteger mostLots(Closing closing, int account, BigInteger each) {
    int decimals = state.assets.getFirst().definition().decimals();
    BigInteger most = NaiveFutures.positionMax(closing.market());
    return NaiveLeverage.most(state.leverage.maintained(account, state.clock), decimals)
        .map(notional -> notional.divide(each).min(most))
        .orElse(most);
  }

  /// Returns whether a provider meets what is asked of him with a share, by trying it.
  private boolean bears(Closing closing, int account, BigInteger lots) {
    BigInteger cost = closing.signed(costs(closing, lots).taker());
    futures.change(closing.number(), account, closing.signed(lots), cost);
    boolean bears =
        gates.isCoveredWithoutCaps(account)
            && futures
                    .position(closing.number(), account)
                    .cost()
                    .abs()
                    .compareTo(NaiveFutures.COST_MAX)
                <= 0;
    futures.change(closing.number(), account, closing.signed(lots).negate(), cost.negate());
    return bears;
  }

  /// Closes opposing positions.
  private void toOpponents(Closing closing, BigInteger lots, List<Event> events) {
    List<Integer> opponents = new ArrayList<>();
    for (int account = 0; account < state.accounts.size(); account++) {
      if (opposing(closing, account).signum() > 0) {
        opponents.add(account);
      }
    }
    List<BigInteger> shares =
        state.failing.profile.ranksByProfit()
            ? byRank(closing, opponents, lots)
            : bySize(closing, opponents, lots);
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).signum() > 0) {
        List<NaiveState.Market> here = List.of(closing.market());
        cancel(here, opponents.get(i), CancelCause.DELEVERAGED, events);
        give(closing, opponents.get(i), shares.get(i), true, events);
      }
    }
  }

  private BigInteger opposing(Closing closing, int account) {
    return closing.signed(futures.position(closing.number(), account).lots()).negate();
  }

  private List<BigInteger> bySize(Closing closing, List<Integer> opponents, BigInteger lots) {
    opponents.sort(
        Comparator.comparing((Integer account) -> opposing(closing, account))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    List<BigInteger> sizes = new ArrayList<>();
    BigInteger sum = BigInteger.ZERO;
    for (int account : opponents) {
      if (sizes.size() < LARGEST || sum.compareTo(lots) < 0) {
        sizes.add(opposing(closing, account));
        sum = sum.add(opposing(closing, account));
      }
    }
    return NaiveSlices.shares(lots, sizes);
  }

  private List<BigInteger> byRank(Closing closing, List<Integer> opponents, BigInteger lots) {
    opponents.sort(
        Comparator.comparing((Integer account) -> prices.rank(closing.market(), account))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    List<BigInteger> shares = new ArrayList<>();
    BigInteger left = lots;
    for (int account : opponents) {
      BigInteger share = left.min(opposing(closing, account));
      shares.add(share);
      left = left.subtract(share);
    }
    return shares;
  }

  /// Cancels an account's orders in some markets as they were accepted.
  static void cancel(
      List<NaiveState.Market> markets, int account, CancelCause cause, List<Event> events) {
    SortedMap<Long, NaiveState.Market> marketOf = new TreeMap<>();
    for (NaiveState.Market market : markets) {
      market.book().orders().stream()
          .filter(order -> order.account() == account)
          .forEach(order -> marketOf.put(order.order(), market));
    }
    marketOf.forEach((number, market) -> {
      NaiveOrderBook.Resting gone = market.book().remove(number).orElseThrow();
      int at = market.listing().market();
      events.add(new OrderEvent.OrderCanceled(number, account, at, gone.lots(), cause));
    });
  }

  /// What lots come to at both prices, each to the favor of the fund.
  private record Costs(BigInteger zero, BigInteger taker, BigInteger fund) {}

  private Costs costs(Closing closing, BigInteger lots) {
    BigInteger zero = value(closing, lots, closing.prices().zero());
    BigInteger taker = value(closing, lots, closing.prices().taker());
    BigInteger fund = closing.signed(taker.subtract(zero));
    int settlement = closing.number() | NaiveLedger.SETTLEMENT_BITS;
    boolean hasRoom =
        state.ledger.balance(INSURANCE, 0).add(fund).compareTo(ROOM) <= 0
            && state.ledger.balance(settlement, 0).subtract(fund).add(ROOM).signum() >= 0;
    return hasRoom ? new Costs(zero, taker, fund) : new Costs(zero, zero, BigInteger.ZERO);
  }

  private BigInteger value(Closing closing, BigInteger lots, BigInteger priceE9) {
    NaiveAsset base = state.assets.get(closing.market().listing().base());
    return NaiveMargin.value(
        lots.multiply(BigInteger.valueOf(closing.market().listing().lot())),
        priceE9,
        base.definition().decimals(),
        state.assets.getFirst().definition().decimals(),
        closing.isLong() ? RoundingMode.CEILING : RoundingMode.FLOOR);
  }

  private void give(
      Closing closing, int to, BigInteger lots, boolean isDeleveraged, List<Event> events) {
    Costs costs = costs(closing, lots);
    BigInteger moved = closing.signed(lots);
    BigInteger fromCost = closing.signed(costs.zero()).negate();
    BigInteger toCost = closing.signed(costs.taker());
    futures.change(closing.number(), closing.from(), moved.negate(), fromCost);
    futures.change(closing.number(), to, moved, toCost);
    events.add(
        new LiquidationEvent.PositionHandedOver(
            closing.number(),
            closing.from(),
            to,
            moved.longValueExact(),
            fromCost.longValueExact(),
            toCost.longValueExact(),
            isDeleveraged));
    int settlement = closing.number() | NaiveLedger.SETTLEMENT_BITS;
    post(state, Cause.HANDOVER, 0, settlement, INSURANCE, costs.fund(), events);
  }

  /// Posts an amount if it is positive.
  static void post(
      NaiveState state,
      Cause cause,
      int asset,
      int from,
      int to,
      BigInteger amount,
      List<Event> events) {
    if (amount.signum() > 0) {
      state.ledger.post(asset, from, to, amount);
      events.add(new Event.TransferPosted(cause, asset, from, to, amount.longValueExact()));
    }
  }
}
