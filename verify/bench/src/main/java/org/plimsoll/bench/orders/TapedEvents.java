package org.plimsoll.bench.orders;

import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.DeskEvent;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Encodes every event and keeps a tape of the trades beside it, as the peers must; a refusal ends
/// the run, since a stream has nothing to refuse.
final class TapedEvents implements EventSink {
  private static final int BATCH_BYTES = 1 << 16;

  private final EventEncoder encoder = new EventEncoder();
  private final TradeTape tape = new TradeTape();
  private final CommandTape commands;

  /// Listens to a venue that hears of the commands of a tape.
  TapedEvents(CommandTape commands) {
    this.commands = commands;
  }

  TradeTape tape() {
    return tape;
  }

  @Override
  public void onCommandSequenced(long sequence, int client, long clientSequence) {
    if (encoder.length() >= BATCH_BYTES) {
      encoder.clear();
    }
    encoder.onCommandSequenced(sequence, client, clientSequence);
  }

  @Override
  public void onCommandRefused(RefusalReason reason, long required, long available) {
    throw new IllegalStateException(reason + ": " + required + ", " + available);
  }

  @Override
  public void onCommandApplied(DeskCommand command) {
    encoder.onCommandApplied(command);
  }

  @Override
  public void onTransferPosted(Cause cause, int asset, int from, int to, long amount) {
    encoder.onTransferPosted(cause, asset, from, to, amount);
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
    encoder.onLimitOrderAccepted(
        order,
        account,
        market,
        side,
        priceTicks,
        quantityLots,
        timeInForce,
        clientOrder,
        isReduceOnly);
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
    encoder.onMarketOrderAccepted(
        order, account, market, side, quantityLots, clientOrder, isReduceOnly);
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
    tape.trade(
        commands.streamOrder(makerOrder),
        commands.streamOrder(takerOrder),
        priceTicks,
        quantityLots);
    encoder.onTradeExecuted(
        market,
        makerOrder,
        takerOrder,
        makerAccount,
        takerAccount,
        takerSide,
        priceTicks,
        quantityLots);
  }

  @Override
  public void onOrderCanceled(
      long order, int account, int market, long leavesLots, CancelCause cause) {
    encoder.onOrderCanceled(order, account, market, leavesLots, cause);
  }

  @Override
  public void onDesk(DeskEvent event) {
    encoder.onDesk(event);
  }
}
