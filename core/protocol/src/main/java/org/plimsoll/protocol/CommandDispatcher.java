package org.plimsoll.protocol;

import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Reads commands from bytes: bytes in, calls out. Each branch reads, checks and calls at once, so
/// that the commands of a trading day are delivered without an object.
///
/// Nothing is called unless the whole command is well formed. Whatever the bytes, nothing is thrown
/// by the decoder itself. One dispatcher serves one thread.
public final class CommandDispatcher {
  private static final Side[] SIDES = Side.values();
  private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();

  private final ByteReader in = new ByteReader();

  /// Delivers the command in `length` bytes of `source` from `offset`.
  public DecodeResult dispatch(byte[] source, int offset, int length, CommandHandler handler) {
    in.wrap(source, offset, length);
    int schema = in.int8();
    if (in.isValid() && schema != Template.SCHEMA_VERSION) {
      return DecodeResult.UNKNOWN_SCHEMA;
    }
    int template = in.int8();
    int client = in.int32();
    long clientSequence = in.int64();
    if (!in.isValid()) {
      return DecodeResult.MALFORMED;
    }
    return switch (template) {
      case Template.PLACE_LIMIT_ORDER -> placeLimitOrder(client, clientSequence, handler);
      case Template.PLACE_MARKET_ORDER -> placeMarketOrder(client, clientSequence, handler);
      case Template.CANCEL_ORDER -> cancelOrder(client, clientSequence, handler);
      case Template.CANCEL_CLIENT_ORDER -> cancelClientOrder(client, clientSequence, handler);
      case Template.AMEND_ORDER -> amendOrder(client, clientSequence, handler);
      default -> desk(template, client, clientSequence, handler);
    };
  }

  private DecodeResult placeLimitOrder(int client, long sequence, CommandHandler handler) {
    int account = in.int32();
    int market = in.int32();
    Side side = in.oneOf(SIDES);
    long priceTicks = in.int64();
    long quantityLots = in.int64();
    TimeInForce timeInForce = in.oneOf(TIMES_IN_FORCE);
    long clientOrder = in.int64();
    boolean isReduceOnly = in.flag();
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    if (handler.begin(client, sequence)) {
      handler.onPlaceLimitOrder(
          account, market, side, priceTicks, quantityLots, timeInForce, clientOrder, isReduceOnly);
      handler.end();
    }
    return DecodeResult.OK;
  }

  private DecodeResult placeMarketOrder(int client, long sequence, CommandHandler handler) {
    int account = in.int32();
    int market = in.int32();
    Side side = in.oneOf(SIDES);
    long quantityLots = in.int64();
    long clientOrder = in.int64();
    boolean isReduceOnly = in.flag();
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    if (handler.begin(client, sequence)) {
      handler.onPlaceMarketOrder(account, market, side, quantityLots, clientOrder, isReduceOnly);
      handler.end();
    }
    return DecodeResult.OK;
  }

  private DecodeResult cancelOrder(int client, long sequence, CommandHandler handler) {
    int account = in.int32();
    int market = in.int32();
    long order = in.int64();
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    if (handler.begin(client, sequence)) {
      handler.onCancelOrder(account, market, order);
      handler.end();
    }
    return DecodeResult.OK;
  }

  private DecodeResult cancelClientOrder(int client, long sequence, CommandHandler handler) {
    int account = in.int32();
    long clientOrder = in.int64();
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    if (handler.begin(client, sequence)) {
      handler.onCancelClientOrder(account, clientOrder);
      handler.end();
    }
    return DecodeResult.OK;
  }

  private DecodeResult amendOrder(int client, long sequence, CommandHandler handler) {
    int account = in.int32();
    int market = in.int32();
    long order = in.int64();
    long priceTicks = in.int64();
    long quantityLots = in.int64();
    long clientOrder = in.int64();
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    if (handler.begin(client, sequence)) {
      handler.onAmendOrder(account, market, order, priceTicks, quantityLots, clientOrder);
      handler.end();
    }
    return DecodeResult.OK;
  }

  private DecodeResult desk(int template, int client, long sequence, CommandHandler handler) {
    RecordLayout layout = RecordTemplates.command(template);
    if (layout == null) {
      return DecodeResult.UNKNOWN_TEMPLATE;
    }
    DeskCommand command = (DeskCommand) layout.read(in);
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    new Request(client, sequence, command).deliverTo(handler);
    return DecodeResult.OK;
  }
}
