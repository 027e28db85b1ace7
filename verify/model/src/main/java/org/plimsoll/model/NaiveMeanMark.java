package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The mean marks of futures at the slow twin: every mark and when it held.
final class NaiveMeanMark {
  private static final long MINUTE = 60_000_000_000L;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final SortedMap<Integer, List<Held>> history = new TreeMap<>();

  NaiveMeanMark(NaiveState state, NaiveFutures futures) {
    this.state = state;
    this.futures = futures;
  }

  private record Held(BigInteger mark, long from, long to) {}

  /// Lets time pass under the marks that stand.
  void pass(long from, long to) {
    for (NaiveState.Market market : state.markets) {
      int number = market.listing().market();
      if (market.isFuture() && futures.mark(number).signum() > 0) {
        history
            .computeIfAbsent(number, _ -> new ArrayList<>())
            .add(new Held(futures.mark(number), from, to));
      }
    }
  }

  /// Returns the price that a market's band is measured from, in billionths: a future's mean mark
  /// since five minutes before this one began, to the tick below.
  BigInteger bandedE9(NaiveState.Market market) {
    long since = (state.clock / MINUTE - 5) * MINUTE;
    BigInteger sum = BigInteger.ZERO;
    BigInteger time = BigInteger.ZERO;
    for (Held held : history.getOrDefault(market.listing().market(), List.of())) {
      BigInteger ns = BigInteger.valueOf(Math.max(0, held.to() - Math.max(held.from(), since)));
      sum = sum.add(held.mark().multiply(ns));
      time = time.add(ns);
    }
    return time.signum() == 0
        ? futures.markE9(market)
        : sum.divide(time).multiply(BigInteger.valueOf(market.listing().tickE9()));
  }
}
