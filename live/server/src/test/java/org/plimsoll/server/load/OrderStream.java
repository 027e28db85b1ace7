package org.plimsoll.server.load;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// The orders that one client sends, drawn from a seed: around a price that stands, small, mostly
/// limits, some at once, some at market, some that only rest.
final class OrderStream {
  private final UniformRandomProvider random;
  private final String market;

  OrderStream(long seed, String market) {
    random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    this.market = market;
  }

  /// Returns the body of the next order.
  String next(String clientId) {
    boolean isBuy = random.nextBoolean();
    int kind = random.nextInt(10);
    String size = "0.00" + (10 + random.nextInt(90));
    String price = "" + (60_000 + random.nextInt(-15, 16));
    StringBuilder body = new StringBuilder("{\"market\":\"" + market + "\",\"side\":\"");
    body.append(isBuy ? "buy" : "sell").append("\",\"size\":").append(size);
    body.append(
        kind == 0 ? ",\"type\":\"market\",\"price\":null" : ",\"type\":\"limit\",\"price\":");
    body.append(kind == 0 ? "" : price);
    body.append(kind == 1 ? ",\"ioc\":true" : "").append(kind == 2 ? ",\"postOnly\":true" : "");
    return body.append(",\"clientId\":\"").append(clientId).append("\"}").toString();
  }

  /// Returns whether the client now cancels one of its orders.
  boolean cancels() {
    return random.nextInt(5) == 0;
  }

  /// Returns one of so many.
  int pick(int of) {
    return random.nextInt(of);
  }
}
