package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A candle. Its volume is in the quote coin, and null for an index, which nobody trades.
///
/// @param startNs when it opens
record CandleJson(
    long startNs,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    @Nullable BigDecimal volume) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /// Returns one in which nothing happened.
  static CandleJson flat(long startNs, BigDecimal price, @Nullable BigDecimal volume) {
    return new CandleJson(startNs, price, price, price, price, volume);
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("startTime", Times.iso(startNs));
    json.put("time", startNs / NANOS_PER_MILLI);
    json.put("open", open).put("high", high).put("low", low).put("close", close);
    return json.set("volume", Json.number(volume));
  }
}
