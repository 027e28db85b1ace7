package org.plimsoll.server.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// A token bucket for each of those who have sent something lately. It holds what may be sent in a
/// period, and fills evenly.
///
/// A bucket is the time at which it will be full again: whatever is taken puts that off by as long
/// as it takes to come back. Of more than a bounded number the one longest untouched is forgotten,
/// which is as if it were full.
final class Buckets<K> {
  private final int size;
  private final long refillNs;
  private final Map<K, Long> fullAtNs;

  /// @param size what may be sent in a period; 0 is no limit
  Buckets(int size, long periodNs, int keptMax) {
    this.size = size;
    this.refillNs = size == 0 ? 0 : Math.ceilDiv(periodNs, size);
    this.fullAtNs =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
            return size() > keptMax;
          }
        };
  }

  int size() {
    return size;
  }

  boolean hasRoom(K sender, long nowNs) {
    return size == 0 || waitNs(sender, nowNs) <= refillNs * (size - 1);
  }

  /// Returns how much of what may be sent in a period a sender has sent and not got back; nothing
  /// where there is no limit.
  OptionalInt used(K sender, long nowNs) {
    return size == 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.ceilDiv(waitNs(sender, nowNs), refillNs));
  }

  void take(K sender, long nowNs) {
    if (size > 0) {
      fullAtNs.put(sender, nowNs + waitNs(sender, nowNs) + refillNs);
    }
  }

  /// How long until the bucket is full. Only differences are looked at: the clock may overflow.
  private long waitNs(K sender, long nowNs) {
    return Math.max(0, fullAtNs.getOrDefault(sender, nowNs) - nowNs);
  }
}
