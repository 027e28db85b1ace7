package org.plimsoll.server.ftx;

import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.RefusalReason;

/// What the venue's refusals are called in this dialect. Clients match on these words, dots and
/// all.
final class RefusalText {
  private RefusalText() {}

  /// Returns the words for a refusal, with the status that clients look at.
  static FtxError error(CommandRefused refused) {
    return error(refused.reason(), refused.available() > refused.required());
  }

  /// Returns the words for a reason.
  ///
  /// @param isAbove whether what came is above what the rule asked for
  static FtxError error(RefusalReason reason, boolean isAbove) {
    return switch (reason) {
      case UNKNOWN_CLIENT,
          DUPLICATE_COMMAND,
          NUMBER_NOT_NEXT,
          UNKNOWN_RULES,
          RULES_NOT_NEWER,
          SAME_GRANTER,
          INDEX_IS_OWN,
          NOT_ITS_SPOT_MARKET,
          TICK_TIMES_LOT_NOT_WHOLE,
          ALREADY_IN_USE ->
          new FtxError(500, "Internal Error");
      case CATCHING_UP -> FtxError.retry();
      case TIME_BACKWARD, UNKNOWN_QUOTE -> new FtxError(404, "Quote not found");
      case CAPACITY_REACHED -> bad("Capacity reached");
      case DUPLICATE_CLIENT_ORDER_ID -> bad("Duplicate client order ID");
      case SPOT_CANNOT_REDUCE -> bad("Spot orders cannot be reduce-only");
      case MARKET_STATE_FORBIDS -> new FtxError(403, "Not approved to trade this product");
      case UNKNOWN_ASSET -> new FtxError(404, "No such coin");
      case UNKNOWN_ACCOUNT -> new FtxError(404, "No such subaccount");
      case UNKNOWN_CUSTODY -> bad("Not enough balances");
      case UNKNOWN_MARKET -> new FtxError(404, "No such market");
      case UNKNOWN_ORDER, NOT_THE_OWNER -> new FtxError(404, "Order not found");
      case UNKNOWN_WITHDRAWAL -> new FtxError(404, "Withdrawal not found");
      case DIFFERENT_OWNER -> new FtxError(404, "No such subaccount");
      case SAME_PLACE -> bad("Invalid parameter destination");
      case NOT_GRANTED -> new FtxError(403, "Not approved to trade this product");
      case PARAMETER_OUT_OF_RANGE -> bad("Invalid parameter value");
      case QUANTITY_OUT_OF_RANGE -> bad(isAbove ? "Size too large" : "Size too small");
      case PRICE_OUT_OF_RANGE, PRICE_OUTSIDE_BAND, PREMIUM_OUTSIDE_BAND -> bad("Invalid price");
      case TRIGGER_REACHED_ALREADY -> bad("Trigger price too " + (isAbove ? "high" : "low"));
      case OPEN_ORDER_CAP_REACHED -> bad("Size too large");
      case TOO_MANY_OPEN_ORDERS -> bad("Too many open orders");
      case BALANCE_OUT_OF_RANGE, POSITION_OUT_OF_RANGE -> bad("Size too large");
      case TOO_LARGE_FOR_LEVERAGE -> bad("Reduce leverage to place orders");
      case IN_LIQUIDATION -> bad("Account is being liquidated");
      case INSUFFICIENT_BALANCE -> bad("Not enough balances");
      case NOT_BORROWABLE -> bad("Account does not have enough balances");
      case NO_MARK_PRICE -> new FtxError(503, "Please try again");
      case INSUFFICIENT_FREE_COLLATERAL -> bad("Account does not have enough margin for order.");
      case INSUFFICIENT_CUSTODY -> new FtxError(503, "Please try again");
      case TOO_MANY_WITHDRAWALS -> new FtxError(429, "Please slow down");
      case WOULD_NOT_REDUCE -> bad("Invalid reduce-only order");
      case INSUFFICIENT_OFFERS, BORROW_CAP_REACHED -> bad("Account does not have enough balances");
      case NO_EXCHANGE_TOKEN -> new FtxError(404, "No such coin");
      case NOT_A_LEVERAGED_TOKEN -> new FtxError(404, "No such token");
      case LEVERAGED_TOKEN_FORBIDS -> bad("Not supported for leveraged tokens");
      case FUND_IS_REBALANCING -> new FtxError(503, "Please try again");
      case TOKEN_WORTH_NOTHING -> bad("Size too small");
    };
  }

  private static FtxError bad(String text) {
    return new FtxError(400, text);
  }
}
