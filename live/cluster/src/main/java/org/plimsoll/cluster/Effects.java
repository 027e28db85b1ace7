package org.plimsoll.cluster;

import org.jspecify.annotations.Nullable;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.DeskEvent;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What the command that is being decided does for whoever sent it. What was due besides, and is
/// done after it, is nobody's answer.
final class Effects implements EventSink {
  private long sequence;
  private @Nullable RefusalReason reason;
  private long required;
  private long available;
  private long order;
  private long filledLots;
  private boolean isOver;

  /// Returns the answer to the command that was decided last.
  Answer answer(long clientSequence, long position) {
    return new Answer(
        clientSequence,
        position,
        sequence,
        reason == null ? Answer.Outcome.APPLIED : Answer.Outcome.REFUSED,
        reason == null ? 0 : reason.code(),
        required,
        available,
        order,
        filledLots);
  }

  @Override
  public void onCommandSequenced(long newSequence, int client, long clientSequence) {
    sequence = newSequence;
    reason = null;
    required = 0;
    available = 0;
    order = 0;
    filledLots = 0;
    isOver = false;
  }

  @Override
  public void onCommandRefused(RefusalReason why, long newRequired, long newAvailable) {
    reason = why;
    required = newRequired;
    available = newAvailable;
  }

  @Override
  public void onLimitOrderAccepted(
      long newOrder,
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    accept(newOrder);
  }

  @Override
  public void onMarketOrderAccepted(
      long newOrder,
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly) {
    accept(newOrder);
  }

  private void accept(long newOrder) {
    if (!isOver && order == 0) {
      order = newOrder;
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
    if (!isOver && takerOrder == order) {
      filledLots += quantityLots;
    }
  }

  @Override
  public void onDesk(DeskEvent event) {
    isOver |= event instanceof ClockEvent.DueWorkBegan;
  }

  @Override
  public void onCommandApplied(DeskCommand command) {
    // that it was not refused says so
  }

  @Override
  public void onTransferPosted(Cause cause, int asset, int from, int to, long amount) {
    // told to nobody here
  }

  @Override
  public void onOrderCanceled(
      long canceled, int account, int market, long leavesLots, CancelCause cause) {
    // told to nobody here
  }
}
