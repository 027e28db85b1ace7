package org.plimsoll.server.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// How many WebSockets each address has open, so that nobody takes them all. It remembers only
/// addresses that have one. Any thread may use it.
final class LinesOfAddresses {
  private final int most;
  private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

  LinesOfAddresses(int most) {
    this.most = most;
  }

  /// Counts one more.
  ///
  /// @return whether the address may have it; it counts until it is removed either way
  boolean add(String address) {
    return open.merge(address, 1, Integer::sum) <= most;
  }

  void remove(String address) {
    open.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
  }
}
