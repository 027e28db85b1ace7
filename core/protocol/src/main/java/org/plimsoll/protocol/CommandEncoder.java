package org.plimsoll.protocol;

import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Writes commands as bytes: calls in, bytes out. The layouts are in docs/reference/protocol.md.
///
/// One encoder serves one thread. [#bytes] and [#length] hold the last command until the next
/// [#begin].
public final class CommandEncoder implements CommandHandler {
  private final ByteWriter out = new ByteWriter();
  private int client;
  private long clientSequence;

  /// Returns the array that starts with the last command's [#length] bytes.
  public byte[] bytes() {
    return out.array();
  }

  /// Returns the length of the last command in bytes.
  public int length() {
    return out.length();
  }

  @Override
  public boolean begin(int client, long clientSequence) {
    this.client = client;
    this.clientSequence = clientSequence;
    out.clear();
    return true;
  }

  @Override
  public void onDesk(DeskCommand command) {
    Record asked = (Record) command;
    header(RecordTemplates.of(asked));
    RecordTemplates.write(out, asked);
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
    header(Template.PLACE_LIMIT_ORDER);
    out.int32(account).int32(market).int8(side.ordinal()).int64(priceTicks).int64(quantityLots);
    out.int8(timeInForce.ordinal()).int64(clientOrder).flag(isReduceOnly);
  }

  @Override
  public void onPlaceMarketOrder(
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly) {
    header(Template.PLACE_MARKET_ORDER);
    out.int32(account).int32(market).int8(side.ordinal()).int64(quantityLots);
    out.int64(clientOrder).flag(isReduceOnly);
  }

  @Override
  public void onCancelOrder(int account, int market, long order) {
    header(Template.CANCEL_ORDER);
    out.int32(account).int32(market).int64(order);
  }

  @Override
  public void onCancelClientOrder(int account, long clientOrder) {
    header(Template.CANCEL_CLIENT_ORDER);
    out.int32(account).int64(clientOrder);
  }

  @Override
  public void onAmendOrder(
      int account, int market, long order, long priceTicks, long quantityLots, long clientOrder) {
    header(Template.AMEND_ORDER);
    out.int32(account).int32(market).int64(order);
    out.int64(priceTicks).int64(quantityLots).int64(clientOrder);
  }

  @Override
  public void end() {
    // the last field is the end: no trailer
  }

  private void header(int template) {
    out.int8(Template.SCHEMA_VERSION).int8(template).int32(client).int64(clientSequence);
  }
}
