package org.plimsoll.ecosystem.agent.desk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What has been asked for and not been sent, the one that is ready first in front.
final class RequestQueue {
  private final Deque<Request> requests = new ArrayDeque<>();
  private final int assets;
  private long[] waiting = new long[0];

  /// One request.
  record Request(long askedNs, long readyNs, int account, int asset, long amount) {}

  RequestQueue(int assets) {
    this.assets = assets;
  }

  /// Adds a request; nobody overtakes anybody who asked for the same asset before him, so it is
  /// ready no sooner than the one ahead.
  void add(Request request) {
    int place = request.account() * assets + request.asset();
    if (place >= waiting.length) {
      waiting = Arrays.copyOf(waiting, (place + 1) * 2);
    }
    waiting[place] += request.amount();
    requests.addLast(request);
  }

  @Nullable Request first() {
    return requests.peekFirst();
  }

  void removeFirst() {
    Request request = requests.removeFirst();
    waiting[request.account() * assets + request.asset()] -= request.amount();
  }

  int size() {
    return requests.size();
  }

  long waiting(int account, int asset) {
    int place = account * assets + asset;
    return place < waiting.length ? waiting[place] : 0;
  }

  void writeTo(StateSink sink) {
    sink.add(requests.size());
    for (Request each : requests) {
      sink.add(each.askedNs()).add(each.readyNs());
      sink.add(each.account()).add(each.asset()).add(each.amount());
    }
  }

  void readFrom(StateSource source, int accounts) {
    requests.clear();
    Arrays.fill(waiting, 0);
    int count = source.count();
    for (int i = 0; i < count; i++) {
      add(
          new Request(
              source.number(),
              source.number(),
              source.index(accounts),
              source.index(assets),
              source.within(1, Long.MAX_VALUE)));
    }
  }
}
