package org.plimsoll.protocol;

import org.plimsoll.ledger.Cause;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Writes events as bytes, one after the other: calls in, bytes out. The layouts are in
/// docs/reference/protocol.md.
///
/// One encoder serves one thread; it keeps what it wrote until [#clear].
public final class EventEncoder implements EventSink {
  private final ByteWriter out = new ByteWriter();

  /// Returns the array that starts with the [#length] bytes written since [#clear].
  public byte[] bytes() {
    return out.array();
  }

  /// Returns how many bytes were written since [#clear].
  public int length() {
    return out.length();
  }

  /// Forgets what was written.
  public void clear() {
    out.clear();
  }

  @Override
  public void onCommandSequenced(long sequence, int client, long clientSequence) {
    header(Template.COMMAND_SEQUENCED).int64(sequence).int32(client).int64(clientSequence);
  }

  @Override
  public void onCommandRefused(RefusalReason reason, long required, long available) {
    header(Template.COMMAND_REFUSED).int8(reason.code()).int64(required).int64(available);
  }

  @Override
  public void onCommandApplied(DeskCommand command) {
    Record applied = (Record) command;
    RecordTemplates.write(
        header(Template.COMMAND_APPLIED).int8(RecordTemplates.of(applied)), applied);
  }

  @Override
  public void onTransferPosted(Cause cause, int asset, int from, int to, long amount) {
    header(Template.TRANSFER_POSTED)
        .int8(cause.code())
        .int32(asset)
        .int32(from)
        .int32(to)
        .int64(amount);
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
    header(Template.LIMIT_ORDER_ACCEPTED)
        .int64(order)
        .int32(account)
        .int32(market)
        .int8(side.ordinal())
        .int64(priceTicks)
        .int64(quantityLots)
        .int8(timeInForce.ordinal())
        .int64(clientOrder)
        .flag(isReduceOnly);
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
    header(Template.MARKET_ORDER_ACCEPTED)
        .int64(order)
        .int32(account)
        .int32(market)
        .int8(side.ordinal())
        .int64(quantityLots)
        .int64(clientOrder)
        .flag(isReduceOnly);
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
    header(Template.TRADE_EXECUTED)
        .int32(market)
        .int64(makerOrder)
        .int64(takerOrder)
        .int32(makerAccount)
        .int32(takerAccount)
        .int8(takerSide.ordinal())
        .int64(priceTicks)
        .int64(quantityLots);
  }

  @Override
  public void onOrderCanceled(
      long order, int account, int market, long leavesLots, CancelCause cause) {
    header(Template.ORDER_CANCELED)
        .int64(order)
        .int32(account)
        .int32(market)
        .int64(leavesLots)
        .int8(cause.ordinal());
  }

  @Override
  public void onDesk(DeskEvent event) {
    Record happened = (Record) event;
    RecordTemplates.write(header(RecordTemplates.of(happened)), happened);
  }

  private ByteWriter header(int template) {
    return out.int8(Template.SCHEMA_VERSION).int8(template);
  }
}
