package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.TradingCommand;

/// The venue a second time, written the plainest way: lists, maps and numbers of any size, nothing
/// kept that can be worked out again, and none of the fast venue's code. Where the two differ, one
/// of them is wrong.
public final class NaiveVenue {
  private static final BigInteger CUSTODY_MAX = BigInteger.TWO.pow(62);
  private static final long VALUE_MAX = 50_000_000_000_000_000L;
  private static final long BALANCE_MAX = 1_000_000_000_000_000_000L;
  private static final int NEWEST_RULES = 3;

  private final Sizes sizes;
  private final NaiveState state = new NaiveState();
  private final NaiveFutures futures = new NaiveFutures(state);
  private final NaiveGates gates = new NaiveGates(state, futures);
  private final NaiveTerms terms = new NaiveTerms(state, futures);
  private final NaivePrices prices = new NaivePrices(state, futures, terms);
  private final NaiveExpiry expiry = new NaiveExpiry(state, futures);
  private final NaiveLending lending = new NaiveLending(state, gates);
  private final NaiveWithdrawals withdrawals = new NaiveWithdrawals(state, gates);
  private final NaiveQuotes quotes = new NaiveQuotes(state, gates);
  private final NaivePrivileges privileges = new NaivePrivileges(state);
  private final NaiveToken token = new NaiveToken(state, gates);
  private final NaiveFees fees = new NaiveFees(state, futures, token);
  private final NaiveWeights weights = new NaiveWeights(state);
  private final NaiveAccounts accounts;
  private final NaiveMoves moves = new NaiveMoves(state, gates);
  private final NaiveTrading trading;
  private final NaiveTriggers triggers;
  private final NaiveBearers bearers = new NaiveBearers(state, gates);
  private final NaiveLiquidation liquidation;
  private final NaiveFunds funds;
  private final NaiveLeveragedTokens leveragedTokens;
  private final NaiveDue due;
  private final NaiveOwners owners;
  private final NaiveTokens tokens;
  private final NaiveListings listings;
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
    this.accounts = new NaiveAccounts(state, gates, sizes.accounts());
    this.trading = new NaiveTrading(state, gates, futures, terms, fees, sizes.ordersPerAccount());
    this.triggers = new NaiveTriggers(state, futures, terms, trading, sizes.ordersPerAccount());
    NaiveBuyback buyback = new NaiveBuyback(state, gates, token, fees, trading);
    this.owners = new NaiveOwners(state, buyback, withdrawals);
    NaiveClearing clearing = new NaiveClearing(state, lending);
    this.funds = new NaiveFunds(state, futures, trading);
    this.leveragedTokens = new NaiveLeveragedTokens(state, gates, futures, terms, funds, token);
    this.liquidation = new NaiveLiquidation(state, futures, gates, terms, lending, trading, fees);
    this.due =
        new NaiveDue(
            state,
            futures,
            expiry,
            clearing,
            terms,
            triggers,
            withdrawals,
            quotes,
            liquidation,
            fees,
            buyback,
            weights,
            funds);
    this.tokens = new NaiveTokens(token, fees, due);
    this.listings = new NaiveListings(state, prices, due, sizes.markets());
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

  /// Returns what works out anew whether an account meets its maintenance requirement.
  NaiveHealth health() {
    return liquidation.health();
  }

  /// Returns what the generator of commands may look at.
  NaiveState state() {
    return state;
  }

  /// Returns the withdrawals that wait, oldest first.
  List<CashEvent.WithdrawalRequested> withdrawals() {
    return withdrawals.waiting();
  }

  /// Returns the exchange token.
  NaiveToken token() {
    return token;
  }

  /// Returns what owners may take out.
  NaiveOwners owners() {
    return owners;
  }

  /// Returns the quotes.
  NaiveQuotes quotes() {
    return quotes;
  }

  /// Returns what asks whether an account can bear something.
  NaiveGates gates() {
    return gates;
  }

  /// Returns what an account is worth at the marks, times 10^(9 + the most decimals of an asset): a
  /// whole number, so that no rounding blurs its sign.
  BigInteger equity(int account) {
    BigInteger equity = BigInteger.ZERO;
    for (NaiveAsset asset : state.assets) {
      int number = asset.definition().asset();
      equity = equity.add(worth(number, state.balance(account, number)));
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

  /// Returns what an amount is worth at the mark, times the same as [#equity].
  BigInteger worth(int asset, BigInteger amount) {
    NaiveAsset terms = state.assets.get(asset);
    BigInteger scale = BigInteger.TEN.pow(9 - terms.definition().decimals());
    return amount.multiply(terms.mark()).multiply(scale);
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
      case ListingCommand.SetCollateral c -> weights.set(c, events);
      case CollateralCommand c -> weights.on(c, events);
      case AccountCommand c -> accounts.on(c, events);
      case CashCommand.OpenCustody c -> openCustody(c);
      case ListingCommand.MarketListing c -> listings.list(c, events);
      case ListingCommand.SetMarketLimits c -> terms.set(c, events);
      case ListingCommand.SetMarketState c -> {
        terms.set(c, events);
        if (c.state() == MarketState.DELISTED) {
          due.add(DueWork.DELISTING, c.market());
        }
      }
      case ClockCommand.PublishIndexPrice c -> prices.publish(c, events);
      case ClockCommand.SetPriceClamp c -> prices.clamp(c, events);
      case ClockCommand.SetIndexSource c -> prices.source(c, events);
      case ClockCommand.AdvanceTime c -> advanceTime(c);
      case ClockCommand.ActivateRules c -> activateRules(c);
      case CashCommand.DepositAsset c -> deposit(c);
      case CashCommand.WithdrawAsset c -> withdraw(c);
      case CashCommand.CancelWithdrawal c -> cancel(c);
      case CashCommand.MoveAsset c -> moves.move(c, events);
      case CashCommand.MoveCustody c -> moves.move(c, events);
      case CashCommand.PayFromFees c -> owners.pay(c, events);
      case CashCommand.SetWithdrawalPolicy c -> withdrawals.setPolicy(c, events);
      case QuoteCommand c -> quotes.on(c, events);
      case LeveragedTokenCommand c -> leveragedTokens.on(c, events);
      case ControlCommand c -> privileges.on(c, events);
      case LiquidationCommand c -> bearers.on(c, events);
      case TokenCommand c -> tokens.on(c, events);
      case OrderCommand.PlaceLimitOrder c -> trading.place(c, events);
      case OrderCommand.PlaceMarketOrder c -> trading.place(c, events);
      case LendingCommand c -> lend(c);
      case OrderCommand.CancelOrder c -> trading.cancel(c, events);
      case OrderCommand.CancelClientOrder c -> trading.cancel(c, events);
      case OrderCommand.AmendOrder c -> trading.amend(c, events);
      case TradingCommand.CancelAllOrders c -> trading.cancelAll(c, events);
      case TradingCommand.NoteClientOrder c -> trading.note(c, events);
      case TradingCommand.PlaceTrigger c -> triggers.place(c, events);
      case TradingCommand.CancelTrigger c -> triggers.cancel(c, events);
    }
  }

  private void lend(LendingCommand c) {
    lending.apply(c, events);
    if (c instanceof LendingCommand.OfferLending offer) {
      due.onOffer(offer.asset());
    }
  }

  private void defineAsset(ListingCommand.DefineAsset c) {
    checkNext(c.asset(), state.assets.size(), sizes.assets());
    parameter(0, c.decimals(), 9);
    parameter(1, c.balanceMax(), c.asset() == 0 ? VALUE_MAX : BALANCE_MAX);
    state.assets.add(NaiveAsset.of(c));
    events.add(new Event.CommandApplied(c));
  }

  private void openCustody(CashCommand.OpenCustody c) {
    checkNext(c.custody(), state.custody.size(), sizes.custody());
    state.custody.add(c.name());
    events.add(new Event.CommandApplied(c));
  }

  private void advanceTime(ClockCommand.AdvanceTime c) {
    unless(
        c.timestampNs() >= state.clock, RefusalReason.TIME_BACKWARD, state.clock, c.timestampNs());
    parameter(0, c.timestampNs(), 7_258_118_399_999_999_999L);
    futures.pass(c.timestampNs() - state.clock);
    expiry.pass(state.clock, c.timestampNs());
    terms.pass(state.clock, c.timestampNs());
    state.clock = c.timestampNs();
    events.add(new Event.CommandApplied(c));
    prices.sample(events);
    state.failing.entropy = c.entropy();
    liquidation.scan(sizes.stepsPerCommand(), events);
    triggers.follow().forEach(number -> due.add(DueWork.TRIGGER, number));
    funds.follow();
  }

  private void activateRules(ClockCommand.ActivateRules c) {
    unless(
        c.version() >= 1 && c.version() <= NEWEST_RULES,
        RefusalReason.UNKNOWN_RULES,
        NEWEST_RULES,
        c.version());
    unless(c.version() > state.rules, RefusalReason.RULES_NOT_NEWER, state.rules + 1L, c.version());
    state.rules = c.version();
    if (state.rules == NEWEST_RULES) {
      tokens.beginDays();
    }
    events.add(new Event.CommandApplied(c));
  }

  private void deposit(CashCommand.DepositAsset c) {
    BigInteger amount = BigInteger.valueOf(c.amount());
    checkMovement(c.asset(), c.account(), c.custody(), c.amount());
    gates.checkReceiving(c.account(), c.asset(), amount);
    BigInteger held = state.ledger.onHand(c.custody(), c.asset()).add(amount);
    unless(held.compareTo(CUSTODY_MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, held, CUSTODY_MAX);
    state.checkFree(c.account());
    state.checkInCustody(c.asset());
    events.add(new Event.CommandApplied(c));
    transfer(Cause.DEPOSIT, c.asset(), c.custody() | NaiveLedger.CUSTODY_BIT, c.account(), amount);
  }

  private void withdraw(CashCommand.WithdrawAsset c) {
    checkMovement(c.asset(), c.account(), c.custody(), c.amount());
    withdrawals.request(c, events);
  }

  private void cancel(CashCommand.CancelWithdrawal c) {
    checkAsset(c.asset());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    withdrawals.cancel(c, events);
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

  static void checkNext(int number, int count, int max) {
    unless(number == count, RefusalReason.NUMBER_NOT_NEXT, count, number);
    unless(count < max, RefusalReason.CAPACITY_REACHED, count + 1L, max);
  }

  static void checkKnown(RefusalReason reason, int number, int count) {
    unless(number >= 0 && number < count, reason, count, number);
  }

  static void parameter(long low, long value, long high) {
    unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, low, value, high);
  }
}
