package org.plimsoll.venue;

import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.CommandHandler;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.units.InvariantViolation;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The exchange as one state machine: commands in, events out, and nothing else in or out.
///
/// State is a function of the commands so far: there is no clock, no randomness and no thread in
/// here. A command is applied in full or refused in full with a reason; nothing that a client sends
/// makes it throw. An [org.plimsoll.units.InvariantViolation] means that the program is wrong, and
/// the state must not be used any more.
public final class Venue implements CommandHandler {
  /// The leverage of an account that has not chosen one.
  public static final int USUAL_LEVERAGE = LeverageTable.USUAL;

  private final VenueState state;
  private final Checks checks;
  private final ListingDesk listing;
  private final AccountDesk accounts;
  private final ClockDesk clock;
  private final CashDesk cash;
  private final OrderDesk orders;
  private final TriggerDesk triggers;
  private final LendingDesk lending;
  private final ControlDesk control;
  private final QuoteDesk quotes;
  private final LiquidationDesk liquidation;
  private final FeeDesk fees;
  private final TokenDesk tokens;
  private final CollateralDesk collateral;
  private final LeveragedTokenDesk leveragedTokens;
  private final DueDesk due;
  private final VenueView view;

  /// Creates an empty venue under [Rules#CASH].
  ///
  /// @param limits how large it may grow
  /// @param sink told of everything that happens
  public Venue(Limits limits, EventSink sink) {
    this(new VenueState(limits, sink));
  }

  /// Creates a venue that goes on from a state.
  Venue(VenueState state) {
    this.state = state;
    checks = new Checks(state);
    MarginGate margin = new MarginGate(state, checks);
    accounts = new AccountDesk(state, checks, margin);
    listing = new ListingDesk(state, checks);
    clock = new ClockDesk(state, checks);
    WithdrawalDesk withdrawals = new WithdrawalDesk(state, checks, margin);
    cash = new CashDesk(state, checks, margin, withdrawals);
    quotes = new QuoteDesk(state, checks);
    control = new ControlDesk(state, checks);
    orders = new OrderDesk(state, checks, margin);
    triggers = new TriggerDesk(state, checks, orders);
    lending = new LendingDesk(state, checks, margin);
    liquidation = new LiquidationDesk(state, checks);
    LiquidationRound round = new LiquidationRound(state, margin, lending);
    fees = new FeeDesk(state, checks);
    collateral = new CollateralDesk(state, checks);
    tokens = new TokenDesk(state, checks, margin, fees);
    Buyback buyback = new Buyback(state, checks, margin, orders);
    leveragedTokens = new LeveragedTokenDesk(state, checks);
    RebalancingDesk rebalancing = new RebalancingDesk(state, checks, orders);
    due =
        new DueDesk(
            state, withdrawals, quotes, triggers, round, fees, buyback, collateral, rebalancing);
    view = new VenueView(state);
  }

  VenueState state() {
    return state;
  }

  /// Returns a window onto the state, which shows the venue as it is at each call.
  public VenueView view() {
    return view;
  }

  /// Returns a venue that goes on from here by itself and that nobody hears, to try on it what
  /// would come of commands: an order, say, and then [VenueView#standing]. It costs what a snapshot
  /// and its restoration do, which grows with everything that the venue remembers.
  public Venue copy() {
    EventRecorder nobody = new EventRecorder(_ -> {});
    return switch (VenueSnapshot.restore(state.limits, nobody, VenueSnapshot.of(this))) {
      case VenueSnapshot.Restored it -> it.venue();
      case VenueSnapshot.Refused it -> throw new InvariantViolation(it.why());
    };
  }

  @Override
  public boolean begin(int client, long clientSequence) {
    state.sequence++;
    state.sink.onCommandSequenced(state.sequence, client, clientSequence);
    if (client < 0 || client >= state.limits.clientsMax()) {
      return checks.refuse(RefusalReason.UNKNOWN_CLIENT, state.limits.clientsMax() - 1L, client);
    }
    long last = state.clients.last(client);
    if (clientSequence <= last) {
      return checks.refuse(RefusalReason.DUPLICATE_COMMAND, last, clientSequence);
    }
    state.clients.apply(client, clientSequence);
    return true;
  }

  @Override
  public void onDesk(DeskCommand command) {
    switch (command) {
      case ListingCommand c -> listing.on(c);
      case AccountCommand c -> accounts.on(c);
      case CashCommand c -> cash.on(c);
      case ClockCommand c -> clock.on(c);
      case LendingCommand c -> lending.on(c);
      case TradingCommand c -> onTrading(c);
      case ControlCommand c -> control.on(c);
      case QuoteCommand c -> quotes.on(c);
      case LiquidationCommand c -> liquidation.on(c);
      case TokenCommand c -> onToken(c);
      case CollateralCommand c -> collateral.on(c);
      case LeveragedTokenCommand c -> leveragedTokens.on(c);
    }
  }

  private void onTrading(TradingCommand command) {
    switch (command) {
      case TradingCommand.CancelAllOrders c -> orders.on(c);
      case TradingCommand.NoteClientOrder c -> orders.on(c);
      case TradingCommand.PlaceTrigger c -> triggers.on(c);
      case TradingCommand.CancelTrigger c -> triggers.on(c);
    }
  }

  private void onToken(TokenCommand command) {
    switch (command) {
      case TokenCommand.SetMakerRebate c -> fees.on(c);
      case TokenCommand.SetExchangeToken c -> tokens.on(c);
      case TokenCommand.StakeToken c -> tokens.on(c);
      case TokenCommand.UnstakeToken c -> tokens.on(c);
      case TokenCommand.CancelUnstake c -> tokens.on(c);
    }
  }

  @Override
  public void onPlaceLimitOrder(
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    orders.placeLimitOrder(
        account, market, side, priceTicks, quantityLots, timeInForce, clientOrder, isReduceOnly);
  }

  @Override
  public void onPlaceMarketOrder(
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly) {
    orders.placeMarketOrder(account, market, side, quantityLots, clientOrder, isReduceOnly);
  }

  @Override
  public void onCancelOrder(int account, int market, long order) {
    orders.cancelOrder(account, market, order);
  }

  @Override
  public void onCancelClientOrder(int account, long clientOrder) {
    orders.cancelClientOrder(account, clientOrder);
  }

  @Override
  public void onAmendOrder(
      int account, int market, long order, long priceTicks, long quantityLots, long clientOrder) {
    orders.amendOrder(account, market, order, priceTicks, quantityLots, clientOrder);
  }

  @Override
  public void end() {
    due.catchUp();
  }
}
