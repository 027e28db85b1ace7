package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.PriceEvent;

/// The expiry of dated futures at the slow twin: every sample of the last hour is kept.
final class NaiveExpiry {
  private static final long HOUR = 3_600_000_000_000L;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final SortedMap<Integer, List<Sample>> samples = new TreeMap<>();

  NaiveExpiry(NaiveState state, NaiveFutures futures) {
    this.state = state;
    this.futures = futures;
  }

  /// An index and for how many nanoseconds of the last hour it held.
  private record Sample(BigInteger index, BigInteger held) {}

  /// Lets time pass under the indices that were sampled last.
  void pass(long from, long to) {
    for (NaiveState.Market market : state.markets) {
      if (market.listing() instanceof ListFuture listing && listing.expiryNs() > 0) {
        long held = Math.min(to, listing.expiryNs()) - Math.max(from, listing.expiryNs() - HOUR);
        BigInteger index = state.assets.get(listing.base()).sampled();
        if (held > 0 && index.signum() > 0) {
          samples
              .computeIfAbsent(listing.market(), _ -> new ArrayList<>())
              .add(new Sample(index, BigInteger.valueOf(held)));
        }
      }
    }
  }

  /// Closes every position at the mean of the hour.
  ///
  /// @return whether the market was still listed
  boolean expire(int number, List<Event> events) {
    NaiveState.Market market = state.markets.get(number);
    BigInteger price = price(market);
    state.expired.add(number);
    events.add(new PriceEvent.FutureExpired(number, price.longValueExact()));
    futures.setMark(number, price, events);
    for (int account = 0; account < state.accounts.size(); account++) {
      BigInteger lots = futures.position(number, account).lots();
      if (lots.signum() != 0) {
        events.add(new PriceEvent.PositionExpired(number, account, lots.longValueExact()));
        BigInteger value = market.quoteAmount(lots.multiply(price));
        futures.change(number, account, lots.negate(), value.negate());
      }
      BigInteger earned = futures.unrealized(market, account, Optional.empty());
      BigInteger paid = futures.pay(number, account, earned, Cause.SETTLEMENT, events);
      if (!paid.equals(earned)) {
        long owes = paid.subtract(earned).longValueExact();
        events.add(new PriceEvent.SettlementDeferred(number, account, owes));
      }
    }
    return state.marketStates.put(number, MarketState.DELISTED) != MarketState.DELISTED;
  }

  /// Returns whether a future has expired and nobody has anything left to be paid.
  boolean isWoundUp(int number) {
    for (int account = 0; account < state.accounts.size(); account++) {
      if (futures.position(number, account).cost().signum() != 0) {
        return false;
      }
    }
    return state.expired.contains(number);
  }

  private BigInteger price(NaiveState.Market market) {
    int number = market.listing().market();
    BigInteger sum = BigInteger.ZERO;
    BigInteger held = BigInteger.ZERO;
    for (Sample sample : samples.getOrDefault(number, List.of())) {
      sum = sum.add(sample.index().multiply(sample.held()));
      held = held.add(sample.held());
    }
    if (held.signum() == 0) {
      return futures.mark(number);
    }
    BigInteger tick = BigInteger.valueOf(market.listing().tickE9());
    return sum.divide(held.multiply(tick)).max(BigInteger.ONE).min(futures.ticksMax(market));
  }
}
