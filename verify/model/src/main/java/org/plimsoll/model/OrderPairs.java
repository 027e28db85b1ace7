package org.plimsoll.model;

import java.util.SplittableRandom;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.DeskEvent;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// Orders that come and go at one venue, by the hundred million: each is placed under a name that
/// was used before, into a place that was used before, and canceled by its number or by its name,
/// while others rest. Nothing may be lost and no place may be added.
public final class OrderPairs {
  private static final int ACCOUNTS = 20;
  private static final int RESTING = 400;
  private static final int NAMES = 7;
  private static final long PRICES = 1_000;
  private static final long PLENTY = 1_000_000_000_000L;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Counter counter = new Counter();
  private final Venue venue = new Venue(new Limits(2, ACCOUNTS, 1, 1, 1, RESTING, 1), counter);
  private long sequence;
  private long pairs;

  /// Opens a venue on which orders rest that never trade.
  public OrderPairs() {
    long e9 = 1_000_000_000;
    send(new ListingCommand.DefineAsset(0, "USD", 0, 1_000 * PLENTY));
    send(new ListingCommand.DefineAsset(1, "COIN", 0, 1_000 * PLENTY));
    send(new CashCommand.OpenCustody(0, CustodyKind.WALLET, "omnibus"));
    send(new ListingCommand.ListMarket(0, "COIN/USD", 1, 0, e9, 1));
    for (int account = 0; account < ACCOUNTS; account++) {
      send(new AccountCommand.OpenAccount(account, "account-" + account));
      send(new CashCommand.DepositAsset(account, 0, PLENTY, 0));
      send(new CashCommand.DepositAsset(account, 1, PLENTY, 0));
    }
    for (int i = 0; i < RESTING; i++) {
      place(i % ACCOUNTS, 0);
    }
    pair(); // takes the one place more that every pair needs
  }

  /// Places and cancels so many orders, one after the other.
  public void run(long count) {
    for (long i = 0; i < count; i++) {
      pair();
    }
  }

  private void pair() {
    int account = random.nextInt(ACCOUNTS);
    long name = 1 + random.nextLong(NAMES);
    place(account, name);
    venue.begin(0, ++sequence);
    if (random.nextBoolean()) {
      venue.onCancelOrder(account, 0, counter.accepted);
    } else {
      venue.onCancelClientOrder(account, name);
    }
    venue.end();
    pairs++;
  }

  private void place(int account, long name) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long away = 1 + random.nextLong(PRICES);
    long price = side == Side.BUY ? PRICES + 1 - away : PRICES + 1 + away;
    venue.begin(0, ++sequence);
    venue.onPlaceLimitOrder(
        account, 0, side, price, 1 + away % 5, TimeInForce.GOOD_TILL_CANCELED, name, false);
    venue.end();
  }

  /// Returns how many orders were placed and canceled again.
  public long pairs() {
    return pairs;
  }

  /// Returns how many places for orders the venue has.
  public int slots() {
    return venue.view().orderSlots();
  }

  /// Throws unless every order was accepted and canceled and what rested still does.
  ///
  /// @throws BrokenLaw if something was lost
  public void check() {
    VenueView view = venue.view();
    BrokenLaw.unlessEqual(0L, counter.refusals, "refused commands");
    BrokenLaw.unlessEqual(pairs, counter.cancellations, "canceled orders");
    BrokenLaw.unlessEqual(RESTING + pairs, counter.accepted, "number of the last order");
    long resting = 0;
    for (int account = 0; account < ACCOUNTS; account++) {
      resting += view.openOrderCount(account);
      BrokenLaw.unlessEqual(PLENTY, view.balance(account, 0), "balance of account " + account);
    }
    BrokenLaw.unlessEqual((long) RESTING, resting, "resting orders");
    BrokenLaw.unlessEqual(RESTING + 1, slots(), "places for orders");
    new RestingSums(view).check();
  }

  private void send(DeskCommand command) {
    new Request(0, ++sequence, command).deliverTo(venue);
  }

  /// Counts what orders are answered.
  private static final class Counter implements EventSink {
    private long accepted;
    private long cancellations;
    private long refusals;

    @Override
    public void onCommandRefused(RefusalReason reason, long required, long available) {
      refusals++;
    }

    @Override
    public void onLimitOrderAccepted(
        long order,
        int account,
        int market,
        Side side,
        long priceTicks,
        long quantityLots,
        TimeInForce timeInForce,
        long clientOrder,
        boolean isReduceOnly) {
      accepted = order;
    }

    @Override
    public void onOrderCanceled(
        long order, int account, int market, long leavesLots, CancelCause cause) {
      cancellations++;
    }

    @Override
    public void onCommandSequenced(long sequence, int client, long clientSequence) {
      // every command is
    }

    @Override
    public void onCommandApplied(DeskCommand command) {
      // only the opening has such
    }

    @Override
    public void onTransferPosted(Cause cause, int asset, int from, int to, long amount) {
      // balances are looked at in the end
    }

    @Override
    public void onMarketOrderAccepted(
        long order,
        int account,
        int market,
        Side side,
        long quantityLots,
        long clientOrder,
        boolean isReduceOnly) {
      // none is sent
    }

    @Override
    public void onTradeExecuted(
        int market,
        long makerOrder,
        long takerOrder,
        int makerAccount,
        int takerAccount,
        Side takerSide,
        long priceTicks,
        long quantityLots) {
      // balances are looked at in the end
    }

    @Override
    public void onDesk(DeskEvent event) {
      // nothing is due
    }
  }
}
