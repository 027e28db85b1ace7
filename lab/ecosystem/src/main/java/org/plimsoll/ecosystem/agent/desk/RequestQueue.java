package org.plimsoll.ecosystem.agent.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What has been asked for and not been sent: a line for each asset, in which nobody overtakes
/// anybody, so that an asset which is gone holds up nobody who asked for another.
final class RequestQueue {
  private final List<Deque<Request>> lines = new ArrayList<>();
  private final int assets;
  private final long[] asked;
  private long[] waiting = new long[0];

  /// One request.
  record Request(long askedNs, long readyNs, int account, int asset, long amount) {
    private Request less(long sent) {
      return new Request(askedNs, readyNs, account, asset, amount - sent);
    }
  }

  RequestQueue(int assets) {
    this.assets = assets;
    asked = new long[assets];
    for (int asset = 0; asset < assets; asset++) {
      lines.add(new ArrayDeque<>());
    }
  }

  /// Adds a request behind those for the same asset.
  void add(Request request) {
    int place = place(request);
    if (place >= waiting.length) {
      waiting = Arrays.copyOf(waiting, (place + 1) * 2);
    }
    waiting[place] += request.amount();
    asked[request.asset()] += request.amount();
    lines.get(request.asset()).addLast(request);
  }

  /// Returns whose turn it is: of those in front, and not held, the first that has passed the
  /// stations.
  ///
  /// @param held assets of which nothing can be sent
  @Nullable Request next(long nowNs, BitSet held) {
    Request next = null;
    for (int asset = 0; asset < assets; asset++) {
      Request front = held.get(asset) ? null : lines.get(asset).peekFirst();
      if (front != null
          && front.readyNs() <= nowNs
          && (next == null || front.readyNs() < next.readyNs())) {
        next = front;
      }
    }
    return next;
  }

  /// Returns the one that was asked first of all.
  @Nullable Request oldest() {
    Request oldest = null;
    for (Deque<Request> line : lines) {
      Request front = line.peekFirst();
      if (front != null && (oldest == null || front.askedNs() < oldest.askedNs())) {
        oldest = front;
      }
    }
    return oldest;
  }

  /// Takes a part of one that stands in front out of its line; the rest stays in front.
  void send(Request front, long amount) {
    Deque<Request> line = lines.get(front.asset());
    Request first = line.removeFirst();
    waiting[place(first)] -= amount;
    asked[first.asset()] -= amount;
    if (amount < first.amount()) {
      line.addFirst(first.less(amount));
    }
  }

  int size() {
    return lines.stream().mapToInt(Deque::size).sum();
  }

  /// Returns how much of an asset an account has asked for.
  long waiting(int account, int asset) {
    int place = account * assets + asset;
    return place < waiting.length ? waiting[place] : 0;
  }

  /// Returns how much of an asset all have asked for.
  long asked(int asset) {
    return asked[asset];
  }

  /// Returns how much of an asset has passed the stations.
  long ready(int asset, long nowNs) {
    return lines.get(asset).stream()
        .takeWhile(each -> each.readyNs() <= nowNs)
        .mapToLong(Request::amount)
        .sum();
  }

  private int place(Request request) {
    return request.account() * assets + request.asset();
  }

  void writeTo(StateSink sink) {
    sink.add(size());
    for (Deque<Request> line : lines) {
      for (Request each : line) {
        sink.add(each.askedNs()).add(each.readyNs());
        sink.add(each.account()).add(each.asset()).add(each.amount());
      }
    }
  }

  void readFrom(StateSource source, int accounts) {
    lines.forEach(Deque::clear);
    Arrays.fill(waiting, 0);
    Arrays.fill(asked, 0);
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
