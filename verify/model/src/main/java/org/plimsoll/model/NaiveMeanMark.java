package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The mean marks of futures and their mean ratios to the index at the slow twin: every mark, with
/// the index then, and when it held.
final class NaiveMeanMark {
  private static final BigInteger RATIO_MAX = NaiveMargin.ONE.multiply(BigInteger.valueOf(25));
  private static final long MINUTE = 60_000_000_000L;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final SortedMap<Integer, List<Held>> history = new TreeMap<>();

  NaiveMeanMark(NaiveState state, NaiveFutures futures) {
    this.state = state;
    this.futures = futures;
  }

  private record Held(BigInteger mark, BigInteger ratio, long from, long to) {}

  /// Lets time pass under the marks that stand.
  void pass(long from, long to) {
    for (NaiveState.Market market : state.markets) {
      int number = market.listing().market();
      if (market.isFuture() && futures.mark(number).signum() > 0) {
        history
            .computeIfAbsent(number, _ -> new ArrayList<>())
            .add(new Held(futures.mark(number), ratioE9(market), from, to));
      }
    }
  }

  /// Returns the price that a market's band is measured from, in billionths: a future's mean mark
  /// since five minutes before this one began, to the tick below.
  BigInteger bandedE9(NaiveState.Market market) {
    BigInteger tick = BigInteger.valueOf(market.listing().tickE9());
    return mean(market, Held::mark).map(tick::multiply).orElseGet(() -> futures.markE9(market));
  }

  /// Returns the mean ratio of a future's price to the index in billionths, or the one of now while
  /// there is no mean; 0 where there is none.
  BigInteger bandedRatioE9(NaiveState.Market market) {
    return mean(market, Held::ratio).orElseGet(() -> ratioE9(market));
  }

  /// Returns the mean of what is not nothing, rounded down.
  private Optional<BigInteger> mean(NaiveState.Market market, Function<Held, BigInteger> figure) {
    long since = (state.clock / MINUTE - 5) * MINUTE;
    BigInteger sum = BigInteger.ZERO;
    BigInteger time = BigInteger.ZERO;
    for (Held held : history.getOrDefault(market.listing().market(), List.of())) {
      BigInteger ns = BigInteger.valueOf(Math.max(0, held.to() - Math.max(held.from(), since)));
      boolean counts = figure.apply(held).signum() > 0;
      sum = sum.add(figure.apply(held).multiply(ns));
      time = counts ? time.add(ns) : time;
    }
    return time.signum() == 0 ? Optional.empty() : Optional.of(sum.divide(time));
  }

  private BigInteger ratioE9(NaiveState.Market market) {
    BigInteger index = state.baseMark(market);
    return !market.isFuture() || index.signum() == 0
        ? BigInteger.ZERO
        : futures.markE9(market).multiply(NaiveMargin.ONE).divide(index).min(RATIO_MAX);
  }
}
