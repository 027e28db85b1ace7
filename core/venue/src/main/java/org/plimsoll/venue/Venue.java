package org.plimsoll.venue;

import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandHandler;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// The exchange as one state machine: commands in, events out, and nothing else in or out.
///
/// State is a function of the commands so far: there is no clock, no randomness and no thread in
/// here. A command is applied in full or refused in full with a reason; nothing that a client sends
/// makes it throw. An [org.plimsoll.units.InvariantViolation] means that the program is wrong, and
/// the state must not be used any more.
public final class Venue implements CommandHandler {
  private final VenueState state;
  private final Checks checks;
  private final ListingDesk listing;
  private final PriceDesk prices;
  private final CashDesk cash;
  private final OrderDesk orders;
  private final VenueView view;

  /// Creates an empty venue under [Rules#CASH].
  ///
  /// @param limits how large it may grow
  /// @param sink told of everything that happens
  public Venue(Limits limits, EventSink sink) {
    state = new VenueState(limits, sink);
    checks = new Checks(state);
    MarginGate margin = new MarginGate(state, checks);
    listing = new ListingDesk(state, checks);
    prices = new PriceDesk(state, checks);
    cash = new CashDesk(state, checks, margin);
    orders = new OrderDesk(state, checks, margin);
    view = new VenueView(state);
  }

  /// Returns a window onto the state, which shows the venue as it is at each call.
  public VenueView view() {
    return view;
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
  public void onDefineAsset(Command.DefineAsset command) {
    listing.defineAsset(command);
  }

  @Override
  public void onSetCollateral(Command.SetCollateral command) {
    listing.setCollateral(command);
  }

  @Override
  public void onOpenAccount(Command.OpenAccount command) {
    listing.openAccount(command);
  }

  @Override
  public void onOpenCustody(Command.OpenCustody command) {
    listing.openCustody(command);
  }

  @Override
  public void onListMarket(Command.ListMarket command) {
    listing.listMarket(command);
  }

  @Override
  public void onPublishIndexPrice(Command.PublishIndexPrice command) {
    prices.publishIndexPrice(command);
  }

  @Override
  public void onAdvanceTime(Command.AdvanceTime command) {
    prices.advanceTime(command);
  }

  @Override
  public void onActivateRules(Command.ActivateRules command) {
    listing.activateRules(command);
  }

  @Override
  public void onDepositAsset(Command.DepositAsset command) {
    cash.deposit(command);
  }

  @Override
  public void onWithdrawAsset(Command.WithdrawAsset command) {
    cash.withdraw(command);
  }

  @Override
  public void onPlaceLimitOrder(
      int account, int market, Side side, long priceTicks, long quantityLots) {
    orders.placeLimitOrder(account, market, side, priceTicks, quantityLots);
  }

  @Override
  public void onPlaceMarketOrder(int account, int market, Side side, long quantityLots) {
    orders.placeMarketOrder(account, market, side, quantityLots);
  }

  @Override
  public void onCancelOrder(int account, int market, long order) {
    orders.cancelOrder(account, market, order);
  }

  @Override
  public void end() {
    // a command leaves nothing behind to be finished
  }
}
