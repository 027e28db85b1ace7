package org.plimsoll.crowd;

import tools.jackson.databind.JsonNode;

/// An order of one's own in a book.
///
/// @param price in dollars
/// @param size what is left of it, in coins
record Resting(long id, String market, Side side, double price, double size) {
  static Resting of(JsonNode json) {
    return new Resting(
        json.path("id").asLong(),
        json.path("market").asString(),
        json.path("side").asString().equals("buy") ? Side.BUY : Side.SELL,
        json.path("price").asDouble(),
        json.path("remainingSize").asDouble());
  }
}
