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
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;

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
  private final NaiveGates gates = new NaiveGates(state);
  private final NaiveTrading trading;
  private final NaiveWithdrawals withdrawals = new NaiveWithdrawals(state, gates);
  private final NaiveQuotes quotes = new NaiveQuotes(state, gates);
  private final NaivePrivileges privileges = new NaivePrivileges(state);
  private final NaiveMoves moves = new NaiveMoves(state, gates);
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
    this.trading = new NaiveTrading(state, gates, sizes.ordersPerAccount());
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
      return List.of(events.getFirst(), refused.event());
    }
    try {
      dispatch(request.command());
    } catch (Refused refused) {
      events.add(refused.event());
    }
    catchUp();
    return List.copyOf(events);
  }

  /// Does what is due, no more steps than the budget of one command.
  private void catchUp() {
    for (int step = 0; step < sizes.stepsPerCommand(); step++) {
      if (state.agenda.dues.isEmpty() || state.agenda.dues.first().timeNs() > state.clock) {
        return;
      }
      NaiveAgenda.Due due = state.agenda.dues.removeFirst();
      switch (due.work()) {
        case WITHDRAWAL -> withdrawals.look((int) due.id(), due.timeNs(), events);
        case QUOTE -> quotes.expire(due.id(), events);
        case SETTLEMENT, FUNDING, LENDING -> throw new IllegalStateException("never due: " + due);
      }
    }
  }

  /// Returns what the generator of commands may look at.
  NaiveState state() {
    return state;
  }

  /// Returns the withdrawals that wait, oldest first.
  List<CashEvent.WithdrawalRequested> withdrawals() {
    return withdrawals.waiting();
  }

  /// Returns the quotes.
  NaiveQuotes quotes() {
    return quotes;
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
    switch (command) {
      case ListingCommand.DefineAsset c -> defineAsset(c);
      case ListingCommand.SetCollateral c -> setCollateral(c);
      case AccountCommand.OpenAccount c -> openAccount(c);
      case AccountCommand.OpenSubaccount c -> openSubaccount(c);
      case CashCommand.OpenCustody c -> openCustody(c);
      case ListingCommand.ListMarket c -> listMarket(c);
      case ClockCommand.PublishIndexPrice c -> publishIndexPrice(c);
      case ClockCommand.AdvanceTime c -> advanceTime(c);
      case ClockCommand.ActivateRules c -> activateRules(c);
      case CashCommand.DepositAsset c -> deposit(c);
      case CashCommand.WithdrawAsset c -> withdraw(c);
      case CashCommand.CancelWithdrawal c -> cancel(c);
      case CashCommand.MoveAsset c -> moves.move(c, events);
      case CashCommand.MoveCustody c -> moves.move(c, events);
      case CashCommand.SetWithdrawalPolicy c -> setPolicy(c);
      case QuoteCommand c -> quotes.on(c, events);
      case ControlCommand c -> privileges.on(c, events);
      case OrderCommand.PlaceLimitOrder c -> trading.place(c, events);
      case OrderCommand.PlaceMarketOrder c -> trading.place(c, events);
      case OrderCommand.CancelOrder c -> trading.cancel(c, events);
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
    state.owners.add(c.account());
    events.add(new Event.CommandApplied(c));
  }

  private void openSubaccount(AccountCommand.OpenSubaccount c) {
    checkNext(c.account(), state.accounts.size(), sizes.accounts());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.parent(), state.accounts.size());
    state.accounts.add(c.name());
    state.owners.add(state.owners.get(c.parent()));
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
    NaiveAsset quote = state.assets.get(c.quote());
    parameter(1, c.lot(), base.definition().balanceMax());
    parameter(1, c.tickE9(), Long.MAX_VALUE);
    BigInteger low = stepCost(c, RoundingMode.FLOOR);
    BigInteger high = stepCost(c, RoundingMode.CEILING);
    unless(
        low.compareTo(quote.balanceMax()) <= 0,
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        quote.balanceMax(),
        low);
    unless(low.equals(high), RefusalReason.TICK_TIMES_LOT_NOT_WHOLE, high, low);
    state.markets.add(new NaiveState.Market(c, low, new NaiveOrderBook()));
    events.add(new Event.CommandApplied(c));
  }

  private BigInteger stepCost(ListingCommand.ListMarket c, RoundingMode rounding) {
    return NaiveMargin.value(
            BigInteger.valueOf(c.lot()),
            BigInteger.valueOf(c.tickE9()),
            state.assets.get(c.base()).definition().decimals(),
            state.assets.get(c.quote()).definition().decimals(),
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
    state.clock = c.timestampNs();
    events.add(new Event.CommandApplied(c));
    for (int i = 0; i < state.assets.size(); i++) {
      NaiveAsset asset = state.assets.get(i);
      if (!asset.index().equals(asset.mark())) {
        state.assets.set(i, asset.sampled());
        events.add(new PriceEvent.MarkPriceSet(i, asset.index().longValueExact()));
      }
    }
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
    checkMovement(c.asset(), c.account(), c.custody(), c.amount());
    withdrawals.request(c, events);
  }

  private void cancel(CashCommand.CancelWithdrawal c) {
    checkAsset(c.asset());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    withdrawals.cancel(c, events);
  }

  private void setPolicy(CashCommand.SetWithdrawalPolicy c) {
    checkAsset(c.asset());
    withdrawals.setPolicy(c, events);
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
