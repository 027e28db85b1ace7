package org.plimsoll.ecosystem.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.DeskEvent;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.TimeInForce;

/// The venue's events, as they come: the answer to the last command, what was traded last and how
/// much in all, and everything passed on to whoever listens.
final class Tape implements EventSink {
  private final CustodyBridge bridge;
  private final List<TradeListener> trades = new ArrayList<>();
  private final List<VenueTransferListener> transfers = new ArrayList<>();
  private final List<DeskEventListener> desk = new ArrayList<>();
  private @Nullable FillListener[] fills = new FillListener[16];
  private long[] lastTicks = new long[16];
  private long[] tradedLots = new long[16];
  private long[] tradedTickLots = new long[16];
  private long events;
  private long order;
  private @Nullable RefusalReason refusal;

  Tape(CustodyBridge bridge) {
    this.bridge = bridge;
  }

  void listen(TradeListener listener) {
    trades.add(listener);
  }

  void listen(VenueTransferListener listener) {
    transfers.add(listener);
  }

  void listen(DeskEventListener listener) {
    desk.add(listener);
  }

  void listen(int account, FillListener listener) {
    fills = account < fills.length ? fills : Arrays.copyOf(fills, account * 2);
    fills[account] = listener;
  }

  void openMarket(int market) {
    if (market >= lastTicks.length) {
      lastTicks = Arrays.copyOf(lastTicks, market * 2);
      tradedLots = Arrays.copyOf(tradedLots, market * 2);
      tradedTickLots = Arrays.copyOf(tradedTickLots, market * 2);
    }
  }

  /// Returns the number of the order that the last command made, 0 where it made none.
  long order() {
    return order;
  }

  /// Returns why the last command was refused, or nothing if it was not.
  @Nullable RefusalReason refusal() {
    return refusal;
  }

  long events() {
    return events;
  }

  long lastTicks(int market) {
    return lastTicks[market];
  }

  long tradedLots(int market) {
    return tradedLots[market];
  }

  long tradedTickLots(int market) {
    return tradedTickLots[market];
  }

  void writeTo(StateSink sink) {
    sink.add(events);
    sink.add(lastTicks.length);
    for (int market = 0; market < lastTicks.length; market++) {
      sink.add(lastTicks[market]).add(tradedLots[market]).add(tradedTickLots[market]);
    }
  }

  void readFrom(StateSource source) {
    events = source.number();
    int markets = source.count();
    openMarket(markets - 1);
    for (int market = 0; market < markets; market++) {
      lastTicks[market] = source.number();
      tradedLots[market] = source.number();
      tradedTickLots[market] = source.number();
    }
  }

  @Override
  public void onCommandSequenced(long sequence, int client, long clientSequence) {
    events++;
    order = 0;
    refusal = null;
  }

  @Override
  public void onCommandRefused(RefusalReason reason, long required, long available) {
    events++;
    refusal = reason;
  }

  @Override
  public void onCommandApplied(DeskCommand command) {
    events++;
  }

  @Override
  public void onTransferPosted(Cause cause, int asset, int from, int to, long amount) {
    events++;
    bridge.onVenueTransfer(cause, asset, from, to, amount);
    for (int i = 0; i < transfers.size(); i++) {
      transfers.get(i).onVenueTransfer(cause, asset, from, to, amount);
    }
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
    accepted(order);
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
    accepted(order);
  }

  /// The first order after a command is its own; those that follow are the venue's.
  private void accepted(long order) {
    events++;
    if (this.order == 0) {
      this.order = order;
    }
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
    events++;
    lastTicks[market] = priceTicks;
    tradedLots[market] += quantityLots;
    tradedTickLots[market] += priceTicks * quantityLots;
    fill(makerAccount, market, makerOrder, takerSide.opposite(), priceTicks, quantityLots, true);
    fill(takerAccount, market, takerOrder, takerSide, priceTicks, quantityLots, false);
    for (int i = 0; i < trades.size(); i++) {
      trades
          .get(i)
          .onTrade(market, makerAccount, takerAccount, takerSide, priceTicks, quantityLots);
    }
  }

  private void fill(
      int account, int market, long order, Side side, long ticks, long lots, boolean isMaker) {
    FillListener listener = account < fills.length ? fills[account] : null;
    if (listener != null) {
      listener.onFill(market, order, side, ticks, lots, isMaker);
    }
  }

  @Override
  public void onOrderCanceled(
      long order, int account, int market, long leavesLots, CancelCause cause) {
    events++;
  }

  @Override
  public void onDesk(DeskEvent event) {
    events++;
    for (int i = 0; i < desk.size(); i++) {
      desk.get(i).onDeskEvent(event);
    }
  }
}
