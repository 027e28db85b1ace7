package org.plimsoll.server.ftx;

import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.QuoteStatus;
import tools.jackson.databind.node.ObjectNode;

/// A quote of the dealer's, and the fill that it becomes.
final class QuoteJson {
  /// Fills of trades are numbered from 1; those of quotes from here, so that no two are one.
  private static final long FILLS_FROM = 1L << 52;

  private QuoteJson() {}

  /// @param nowNs the venue's clock
  static ObjectNode of(Kept.Quote row, DefineAsset from, DefineAsset to, long nowNs) {
    Conversion terms = Conversion.of(row, from, to);
    boolean isFilled = row.status() == QuoteStatus.ACCEPTED;
    ObjectNode json = Json.object().put("id", row.id());
    json.put("baseCoin", terms.base()).put("quoteCoin", terms.quote());
    json.put("fromCoin", from.code()).put("toCoin", to.code()).put("side", terms.side());
    json.put("price", terms.price()).put("cost", terms.paid()).put("proceeds", terms.got());
    json.put("expiry", Numbers.e9(row.expiresNs()));
    return json.put("expired", !isFilled && nowNs >= row.expiresNs()).put("filled", isFilled);
  }

  /// Returns the fill of a quote that was accepted.
  static ObjectNode fill(Kept.Quote accepted, DefineAsset from, DefineAsset to) {
    Conversion terms = Conversion.of(accepted, from, to);
    ObjectNode json = Json.object().put("id", FILLS_FROM + accepted.id());
    json.putNull("market").putNull("future");
    json.put("baseCurrency", terms.base()).put("quoteCurrency", terms.quote());
    json.put("type", "otc").put("side", terms.side());
    json.put("price", terms.price()).put("size", terms.size());
    json.put("fee", 0).put("feeRate", 0).put("feeCurrency", terms.quote());
    json.put("liquidity", "taker").putNull("orderId").putNull("tradeId");
    return json.put("time", Times.iso(accepted.timeNs()));
  }
}
