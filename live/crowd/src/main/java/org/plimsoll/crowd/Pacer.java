package org.plimsoll.crowd;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Keeps an owner within what the exchange lets everybody send: 1,500 requests in a minute, and in
/// 200 milliseconds 2 orders on a market and 6 in all. For one thread.
final class Pacer {
  private static final long REQUEST_NS = TimeUnit.MILLISECONDS.toNanos(45);
  private static final long ORDER_NS = TimeUnit.MILLISECONDS.toNanos(110);

  private final Map<String, Long> lastOrders = new HashMap<>();
  private long lastRequest = System.nanoTime() - ORDER_NS;
  private long lastStampMs;

  /// Waits until the owner may send a request, which it does now.
  void awaitRequest() throws InterruptedException {
    await(lastRequest + REQUEST_NS);
    lastRequest = System.nanoTime();
  }

  /// Waits until the owner may send an order on a market, which it does now.
  void awaitOrder(String market) throws InterruptedException {
    Long last = lastOrders.get(market);
    if (last != null) {
      await(last + ORDER_NS);
    }
    awaitRequest();
    lastOrders.put(market, lastRequest);
  }

  /// Returns a time for the next request, in milliseconds since 1970, that no other one has.
  long stampMs() {
    lastStampMs = Math.max(lastStampMs + 1, System.currentTimeMillis());
    return lastStampMs;
  }

  private static void await(long untilNs) throws InterruptedException {
    long leftNs = untilNs - System.nanoTime();
    if (leftNs > 0) {
      TimeUnit.NANOSECONDS.sleep(leftNs);
    }
  }
}
