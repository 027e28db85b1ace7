package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TradingCommand;

/// The venue a second time, written the plainest way: lists, maps and numbers of any size, nothing
/// kept that can be worked out again, and none of the fast venue's code. Where the two differ, one
/// of them is wrong.
public final class NaiveVenue {
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger CUSTODY_MAX = BigInteger.TWO.pow(62);
  private static final long VALUE_MAX = 50_000_000_000_000_000L;
  private static final long BALANCE_MAX = 1_000_000_000_000_000_000L;
  private static final int NEWEST_RULES = 2;

  private final Sizes sizes;
  private final NaiveState state = new NaiveState();
  private final NaiveFutures futures = new NaiveFutures(state);
  private final NaiveGates gates = new NaiveGates(state, futures);
  private final NaiveTerms terms = new NaiveTerms(state, futures);
  private final NaiveLending lending = new NaiveLending(state, gates);
  private final NaiveTrading trading;
  private final NaiveTriggers triggers;
  private final NaiveDue due;
  private List<Event> events = new ArrayList<>();

  /// How large the venue may grow.
  ///
  /// @param ordersPerAccount resting orders of one account over all markets
  /// @param stepsPerCommand steps of due work that one command does at most
  public record Sizes(
      int assets,
      int accounts,
      int custody,
      int markets,
      int clients,
      int ordersPerAccount,
      int stepsPerCommand) {}

  /// Creates an empty venue.
  public NaiveVenue(Sizes sizes) {
    this.sizes = sizes;
    this.trading = new NaiveTrading(state, gates, futures, terms, sizes.ordersPerAccount());
    this.triggers = new NaiveTriggers(state, futures, terms, trading, sizes.ordersPerAccount());
    NaiveClearing clearing = new NaiveClearing(state, lending);
    this.due = new NaiveDue(state, futures, clearing, terms, triggers);
  }

  /// Returns everything that happens because of `request`.
  public List<Event> apply(Request request) {
    events = new ArrayList<>();
    state.sequence++;
    events.add(
        new Event.CommandSequenced(state.sequence, request.client(), request.clientSequence()));
    try {
      register(request);
    } catch (Refused refused) {
      events.add(refused.event());
      return List.copyOf(events);
    }
    try {
      dispatch(request.command());
    } catch (Refused refused) {
      events.add(refused.event());
    }
    due.catchUp(sizes.stepsPerCommand(), events);
    return List.copyOf(events);
  }

  NaiveFutures futures() {
    return futures;
  }

  /// Returns what the generator of commands may look at.
  NaiveState state() {
    return state;
  }

  /// Returns by how much an account is short of collateral as the margin gate sees it; never
  /// positive.
  BigInteger shortfall(int account) {
    return gates.shortfall(account);
  }

  /// Returns what an account is worth at the marks, times 10^(9 + the most decimals of an asset): a
  /// whole number, so that no rounding blurs its sign.
  BigInteger equity(int account) {
    BigInteger equity = BigInteger.ZERO;
    for (NaiveAsset asset : state.assets) {
      BigInteger scale = BigInteger.TEN.pow(9 - asset.definition().decimals());
      BigInteger value = state.balance(account, asset.definition().asset()).multiply(asset.mark());
      equity = equity.add(value.multiply(scale));
    }
    BigInteger whole = BigInteger.TEN.pow(18 - state.assets.getFirst().definition().decimals());
    for (NaiveState.Market market : state.markets) {
      if (market.isFuture()) {
        BigInteger earned = futures.unrealized(market, account, Optional.empty());
        equity = equity.add(earned.multiply(whole));
      }
    }
    return equity;
  }

  BigInteger leastFreeAfterWithdrawing(int account, int asset, long amount) {
    NaiveGates.Exchange exchange =
        NaiveGates.Exchange.withdrawal(asset, BigInteger.valueOf(amount));
    return gates.leastFree(account, Optional.of(exchange));
  }

  private void register(Request request) {
    int client = request.client();
    unless(
        client >= 0 && client < sizes.clients(),
        RefusalReason.UNKNOWN_CLIENT,
        sizes.clients() - 1L,
        client);
    long last = state.lastOfClient.getOrDefault(client, 0L);
    unless(
        request.clientSequence() > last,
        RefusalReason.DUPLICATE_COMMAND,
        last,
        request.clientSequence());
    state.lastOfClient.put(client, request.clientSequence());
  }

  private void dispatch(Command command) {
    due.checkCaughtUp(command);
    switch (command) {
      case ListingCommand.DefineAsset c -> defineAsset(c);
      case ListingCommand.SetCollateral c -> setCollateral(c);
      case AccountCommand.OpenAccount c -> openAccount(c);
      case CashCommand.OpenCustody c -> openCustody(c);
      case ListingCommand.ListMarket c -> listMarket(c);
      case ListingCommand.SetMarketLimits c -> terms.set(c, events);
      case ListingCommand.SetMarketState c -> {
        terms.set(c, events);
        if (c.state() == MarketState.DELISTED) {
          due.add(DueWork.DELISTING, c.market());
        }
      }
      case ListingCommand.ListFuture c -> listFuture(c);
      case AccountCommand.SetLeverage c -> setLeverage(c);
      case ClockCommand.PublishIndexPrice c -> publishIndexPrice(c);
      case ClockCommand.AdvanceTime c -> advanceTime(c);
      case ClockCommand.ActivateRules c -> activateRules(c);
      case CashCommand.DepositAsset c -> deposit(c);
      case CashCommand.WithdrawAsset c -> withdraw(c);
      case OrderCommand.PlaceLimitOrder c -> trading.place(c, events);
      case OrderCommand.PlaceMarketOrder c -> trading.place(c, events);
      case LendingCommand c -> {
        lending.apply(c, events);
        if (c instanceof LendingCommand.OfferLending offer) {
          due.onOffer(offer.asset());
        }
      }
      case OrderCommand.CancelOrder c -> trading.cancel(c, events);
      case OrderCommand.CancelClientOrder c -> trading.cancel(c, events);
      case OrderCommand.AmendOrder c -> trading.amend(c, events);
      case TradingCommand.CancelAllOrders c -> trading.cancelAll(c, events);
      case TradingCommand.PlaceTrigger c -> triggers.place(c, events);
      case TradingCommand.CancelTrigger c -> triggers.cancel(c, events);
    }
  }

  private void defineAsset(ListingCommand.DefineAsset c) {
    checkNext(c.asset(), state.assets.size(), sizes.assets());
    parameter(0, c.decimals(), 9);
    parameter(1, c.balanceMax(), c.asset() == 0 ? VALUE_MAX : BALANCE_MAX);
    state.assets.add(NaiveAsset.of(c));
    events.add(new Event.CommandApplied(c));
  }

  private void setCollateral(ListingCommand.SetCollateral c) {
    long one = NaiveMargin.ONE.longValueExact();
    checkAsset(c.asset());
    parameter(0, c.initialWeightE9(), one);
    parameter(c.initialWeightE9(), c.totalWeightE9(), one);
    parameter(0, c.imfFactorE9(), one);
    state.assets.set(c.asset(), state.assets.get(c.asset()).with(c));
    events.add(new Event.CommandApplied(c));
  }

  private void openAccount(AccountCommand.OpenAccount c) {
    checkNext(c.account(), state.accounts.size(), sizes.accounts());
    state.accounts.add(c.name());
    events.add(new Event.CommandApplied(c));
  }

  private void openCustody(CashCommand.OpenCustody c) {
    checkNext(c.custody(), state.custody.size(), sizes.custody());
    state.custody.add(c.name());
    events.add(new Event.CommandApplied(c));
  }

  private void listMarket(ListingCommand.ListMarket c) {
    checkNext(c.market(), state.markets.size(), sizes.markets());
    checkAsset(c.base());
    parameter(1, c.base(), Long.MAX_VALUE);
    parameter(0, c.quote(), 0);
    NaiveAsset base = state.assets.get(c.base());
    parameter(1, c.lot(), base.definition().balanceMax());
    parameter(1, c.tickE9(), Long.MAX_VALUE);
    BigInteger step = wholeStep(c);
    state.markets.add(new NaiveState.Market(c, step, new NaiveOrderBook()));
    events.add(new Event.CommandApplied(c));
  }

  private void listFuture(ListingCommand.ListFuture c) {
    long hundred = 100 * NaiveMargin.ONE.longValueExact();
    checkNext(c.market(), state.markets.size(), sizes.markets());
    checkAsset(c.base());
    parameter(1, c.base(), Long.MAX_VALUE);
    parameter(1, c.lot(), state.assets.get(c.base()).definition().balanceMax());
    parameter(1, c.tickE9(), Long.MAX_VALUE);
    BigInteger step = wholeStep(c);
    if (c.expiryNs() != 0) {
      parameter(state.clock + 1, c.expiryNs(), Long.MAX_VALUE);
    }
    parameter(0, c.imfFactorE9(), NaiveMargin.ONE.longValueExact());
    parameter(0, c.imfWeightE9(), hundred);
    parameter(0, c.mmfWeightE9(), hundred);
    BigInteger most =
        BigInteger.TEN.pow(16).divide(step).min(BigInteger.TEN.pow(18).divide(big(c.lot())));
    parameter(1, c.positionMaxLots(), most.longValueExact());
    events.add(new Event.CommandApplied(c));
    NaiveState.Market market = new NaiveState.Market(c, step, new NaiveOrderBook());
    state.markets.add(market);
    futures.sampleMark(market, events);
    due.onFutureListed(c.market(), c.expiryNs() == 0);
  }

  private void setLeverage(AccountCommand.SetLeverage c) {
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    parameter(1, c.leverage(), 20);
    gates.checkLeverage(c.account(), c.leverage());
    events.add(new Event.CommandApplied(c));
    futures.choose(c.account(), c.leverage());
  }

  /// Returns what one lot at one tick is worth, which must be a whole number.
  private BigInteger wholeStep(ListingCommand.MarketListing c) {
    BigInteger low = stepCost(c, RoundingMode.FLOOR);
    BigInteger high = stepCost(c, RoundingMode.CEILING);
    BigInteger most = state.assets.getFirst().balanceMax();
    unless(low.compareTo(most) <= 0, RefusalReason.PARAMETER_OUT_OF_RANGE, most, low);
    unless(low.equals(high), RefusalReason.TICK_TIMES_LOT_NOT_WHOLE, high, low);
    return low;
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private BigInteger stepCost(ListingCommand.MarketListing c, RoundingMode rounding) {
    return NaiveMargin.value(
            BigInteger.valueOf(c.lot()),
            BigInteger.valueOf(c.tickE9()),
            state.assets.get(c.base()).definition().decimals(),
            state.assets.getFirst().definition().decimals(),
            rounding)
        .min(LARGEST_LONG);
  }

  private void publishIndexPrice(ClockCommand.PublishIndexPrice c) {
    checkAsset(c.asset());
    long one = NaiveMargin.ONE.longValueExact();
    unless(c.priceE9() >= 1, RefusalReason.PRICE_OUT_OF_RANGE, 1, c.priceE9());
    unless(
        c.asset() != 0 || c.priceE9() == one, RefusalReason.PRICE_OUT_OF_RANGE, one, c.priceE9());
    NaiveAsset asset = state.assets.get(c.asset());
    BigInteger price = BigInteger.valueOf(c.priceE9());
    BigInteger largest =
        NaiveMargin.value(
                asset.balanceMax(),
                price,
                asset.definition().decimals(),
                state.assets.getFirst().definition().decimals(),
                RoundingMode.CEILING)
            .min(LARGEST_LONG);
    BigInteger bound = BigInteger.valueOf(VALUE_MAX);
    unless(largest.compareTo(bound) <= 0, RefusalReason.PRICE_OUT_OF_RANGE, bound, largest);
    state.assets.set(c.asset(), asset.published(price));
    events.add(new Event.CommandApplied(c));
  }

  private void advanceTime(ClockCommand.AdvanceTime c) {
    unless(
        c.timestampNs() >= state.clock, RefusalReason.TIME_BACKWARD, state.clock, c.timestampNs());
    parameter(0, c.timestampNs(), 7_258_118_399_999_999_999L);
    futures.pass(c.timestampNs() - state.clock);
    state.clock = c.timestampNs();
    events.add(new Event.CommandApplied(c));
    for (int i = 0; i < state.assets.size(); i++) {
      NaiveAsset asset = state.assets.get(i);
      if (!asset.index().equals(asset.mark())) {
        state.assets.set(i, asset.sampled());
        events.add(new PriceEvent.MarkPriceSet(i, asset.index().longValueExact()));
      }
    }
    futures.sampleMarks(events);
    triggers.follow().forEach(number -> due.add(DueWork.TRIGGER, number));
  }

  private void activateRules(ClockCommand.ActivateRules c) {
    unless(
        c.version() >= 1 && c.version() <= NEWEST_RULES,
        RefusalReason.UNKNOWN_RULES,
        NEWEST_RULES,
        c.version());
    unless(c.version() > state.rules, RefusalReason.RULES_NOT_NEWER, state.rules + 1L, c.version());
    state.rules = c.version();
    events.add(new Event.CommandApplied(c));
  }

  private void deposit(CashCommand.DepositAsset c) {
    BigInteger amount = BigInteger.valueOf(c.amount());
    checkMovement(c.asset(), c.account(), c.custody(), c.amount());
    gates.checkReceiving(c.account(), c.asset(), amount);
    BigInteger held = state.ledger.onHand(c.custody(), c.asset()).add(amount);
    unless(held.compareTo(CUSTODY_MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, held, CUSTODY_MAX);
    events.add(new Event.CommandApplied(c));
    transfer(Cause.DEPOSIT, c.asset(), c.custody() | NaiveLedger.CUSTODY_BIT, c.account(), amount);
  }

  private void withdraw(CashCommand.WithdrawAsset c) {
    BigInteger amount = BigInteger.valueOf(c.amount());
    checkMovement(c.asset(), c.account(), c.custody(), c.amount());
    gates.checkWithdrawal(c.account(), c.asset(), amount);
    BigInteger there = state.ledger.onHand(c.custody(), c.asset());
    unless(amount.compareTo(there) <= 0, RefusalReason.INSUFFICIENT_CUSTODY, amount, there);
    events.add(new Event.CommandApplied(c));
    transfer(
        Cause.WITHDRAWAL, c.asset(), c.account(), c.custody() | NaiveLedger.CUSTODY_BIT, amount);
  }

  private void checkMovement(int asset, int account, int custody, long amount) {
    checkAsset(asset);
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, account, state.accounts.size());
    checkKnown(RefusalReason.UNKNOWN_CUSTODY, custody, state.custody.size());
    unlessWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        1,
        amount,
        state.assets.get(asset).definition().balanceMax());
  }

  private void transfer(Cause cause, int asset, int from, int to, BigInteger amount) {
    state.ledger.post(asset, from, to, amount);
    events.add(new Event.TransferPosted(cause, asset, from, to, amount.longValueExact()));
  }

  private void checkAsset(int asset) {
    checkKnown(RefusalReason.UNKNOWN_ASSET, asset, state.assets.size());
  }

  private static void checkNext(int number, int count, int max) {
    unless(number == count, RefusalReason.NUMBER_NOT_NEXT, count, number);
    unless(count < max, RefusalReason.CAPACITY_REACHED, count + 1L, max);
  }

  static void checkKnown(RefusalReason reason, int number, int count) {
    unless(number >= 0 && number < count, reason, count, number);
  }

  private static void parameter(long low, long value, long high) {
    unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, low, value, high);
  }
}
