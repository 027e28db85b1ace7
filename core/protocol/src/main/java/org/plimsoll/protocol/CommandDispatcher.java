package org.plimsoll.protocol;

import org.plimsoll.units.Side;

/// Reads commands from bytes: bytes in, calls out. Each branch reads, checks and calls at once, so
/// that the commands of a trading day are delivered without an object.
///
/// Nothing is called unless the whole command is well formed. Whatever the bytes, nothing is thrown
/// by the decoder itself. One dispatcher serves one thread.
public final class CommandDispatcher {
  private static final Side[] SIDES = Side.values();

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
      default -> other(template, client, clientSequence, handler);
    };
  }

  private DecodeResult placeLimitOrder(int client, long sequence, CommandHandler handler) {
    int account = in.int32();
    int market = in.int32();
    Side side = in.oneOf(SIDES);
    long priceTicks = in.int64();
    long quantityLots = in.int64();
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    if (handler.begin(client, sequence)) {
      handler.onPlaceLimitOrder(account, market, side, priceTicks, quantityLots);
      handler.end();
    }
    return DecodeResult.OK;
  }

  private DecodeResult placeMarketOrder(int client, long sequence, CommandHandler handler) {
    int account = in.int32();
    int market = in.int32();
    Side side = in.oneOf(SIDES);
    long quantityLots = in.int64();
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    if (handler.begin(client, sequence)) {
      handler.onPlaceMarketOrder(account, market, side, quantityLots);
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

  private DecodeResult other(int template, int client, long sequence, CommandHandler handler) {
    Command command =
        switch (template) {
          case Template.DEFINE_ASSET -> Bodies.defineAsset(in);
          case Template.SET_COLLATERAL -> Bodies.setCollateral(in);
          case Template.OPEN_ACCOUNT -> Bodies.openAccount(in);
          case Template.OPEN_CUSTODY -> Bodies.openCustody(in);
          case Template.LIST_MARKET -> Bodies.listMarket(in);
          case Template.PUBLISH_INDEX_PRICE -> Bodies.publishIndexPrice(in);
          case Template.ADVANCE_TIME -> new Command.AdvanceTime(in.int64(), in.int64());
          case Template.ACTIVATE_RULES -> new Command.ActivateRules(in.int32());
          case Template.DEPOSIT_ASSET ->
              new Command.DepositAsset(in.int32(), in.int32(), in.int64(), in.int32());
          case Template.WITHDRAW_ASSET ->
              new Command.WithdrawAsset(in.int32(), in.int32(), in.int64(), in.int32());
          default -> null;
        };
    if (command == null) {
      return DecodeResult.UNKNOWN_TEMPLATE;
    }
    if (!in.isComplete()) {
      return DecodeResult.MALFORMED;
    }
    new Request(client, sequence, command).deliverTo(handler);
    return DecodeResult.OK;
  }
}
