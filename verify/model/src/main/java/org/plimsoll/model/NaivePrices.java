package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Indices and marks at the slow twin.
final class NaivePrices {
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger VALUE_MAX = BigInteger.valueOf(50_000_000_000_000_000L);
  private static final MathContext DIGITS = new MathContext(60);

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveTerms terms;
  private final SortedMap<Integer, Integer> sources = new TreeMap<>();
  private final SortedSet<Integer> clamped = new TreeSet<>();
  private final SortedMap<Integer, NaiveClamp> ofAssets = new TreeMap<>();
  private final SortedMap<Integer, NaiveClamp> ofFutures = new TreeMap<>();
  private final SortedMap<Integer, Basis> bases = new TreeMap<>();

  NaivePrices(NaiveState state, NaiveFutures futures, NaiveTerms terms) {
    this.state = state;
    this.futures = futures;
    this.terms = terms;
  }

  /// The last mark of a future while it traded, and the index at that time, both in billionths.
  private record Basis(BigInteger mark, BigInteger index) {}

  void publish(PublishIndexPrice c, List<Event> events) {
    checkAsset(c.asset());
    long one = NaiveMargin.ONE.longValueExact();
    unless(c.priceE9() >= 1, RefusalReason.PRICE_OUT_OF_RANGE, 1, c.priceE9());
    unless(
        c.asset() != 0 || c.priceE9() == one, RefusalReason.PRICE_OUT_OF_RANGE, one, c.priceE9());
    BigInteger price = BigInteger.valueOf(c.priceE9());
    BigInteger largest = worth(state.assets.get(c.asset()), price).min(LARGEST_LONG);
    unless(largest.compareTo(VALUE_MAX) <= 0, RefusalReason.PRICE_OUT_OF_RANGE, VALUE_MAX, largest);
    int source = sources.getOrDefault(c.asset(), -1);
    unless(source == -1, RefusalReason.INDEX_IS_OWN, -1, source);
    state.assets.set(c.asset(), state.assets.get(c.asset()).published(price));
    events.add(new Event.CommandApplied(c));
  }

  void clamp(SetPriceClamp c, List<Event> events) {
    checkAsset(c.asset());
    events.add(new Event.CommandApplied(c));
    if (c.isClamped()) {
      clamped.add(c.asset());
    } else {
      clamped.remove(c.asset());
    }
  }

  void source(SetIndexSource c, List<Event> events) {
    boolean isMarket = c.market() != -1;
    if (isMarket) {
      terms.checkListed(c.market());
    }
    checkAsset(c.asset());
    if (isMarket) {
      NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
      NaiveState.Market market = state.markets.get(c.market());
      int base = market.isFuture() ? -1 : market.listing().base();
      unless(base == c.asset(), RefusalReason.NOT_ITS_SPOT_MARKET, c.asset(), base);
    }
    events.add(new Event.CommandApplied(c));
    sources.put(c.asset(), c.market());
  }

  /// Samples every index and mark, and tells of those that moved.
  void sample(List<Event> events) {
    for (int i = 0; i < state.assets.size(); i++) {
      readIndex(i, events);
      NaiveAsset asset = state.assets.get(i);
      BigInteger mark = held(ofAssets, i, clamped.contains(i), asset.mark(), asset.index());
      state.assets.set(i, asset.sampled(mark));
      if (!mark.equals(asset.mark())) {
        events.add(new PriceEvent.MarkPriceSet(i, mark.longValueExact()));
      }
    }
    for (NaiveState.Market market : state.markets) {
      if (market.isFuture() && !state.expired.contains(market.listing().market())) {
        sampleFuture(market, events);
      }
    }
  }

  void sampleFuture(NaiveState.Market market, List<Event> events) {
    int number = market.listing().market();
    int base = market.listing().base();
    BigDecimal tick = BigDecimal.valueOf(market.listing().tickE9());
    boolean trades = isTrading(number);
    BigDecimal price = trades ? median(market, index(market)) : paused(market);
    BigInteger ticks =
        price.divide(tick, DIGITS).setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
    BigInteger heard =
        price.signum() == 0
            ? BigInteger.ZERO
            : ticks.max(BigInteger.ONE).min(futures.ticksMax(market));
    BigInteger mark = held(ofFutures, number, clamped.contains(base), futures.mark(number), heard);
    futures.setMark(number, mark, events);
    if (trades) {
      bases.put(number, new Basis(futures.markE9(market), state.baseMark(market)));
    }
  }

  /// Lets a price through, or as much of it as the clamp of its asset allows.
  private BigInteger held(
      SortedMap<Integer, NaiveClamp> clamps,
      int id,
      boolean isClamped,
      BigInteger mark,
      BigInteger heard) {
    if (!isClamped || heard.signum() == 0) {
      clamps.remove(id);
      return heard;
    }
    clamps.putIfAbsent(id, new NaiveClamp(state.clock, mark.signum() == 0 ? heard : mark));
    return Optional.ofNullable(clamps.get(id)).orElseThrow().hear(state.clock, heard);
  }

  private void readIndex(int asset, List<Event> events) {
    int source = sources.getOrDefault(asset, -1);
    if (source == -1 || !isTrading(source)) {
      return;
    }
    NaiveAsset terms = state.assets.get(asset);
    BigDecimal traded = median(state.markets.get(source), new BigDecimal(terms.index()));
    BigInteger price = traded.toBigIntegerExact().min(highest(terms));
    if (!price.equals(terms.index())) {
      state.assets.set(asset, terms.published(price));
      events.add(new PriceEvent.IndexPriceSet(asset, price.longValueExact()));
    }
  }

  /// The middle one of best bid, best ask and last trade in billionths; a side that is empty is
  /// beyond every price.
  private BigDecimal median(NaiveState.Market market, BigDecimal inPlaceOfTrade) {
    BigDecimal tick = BigDecimal.valueOf(market.listing().tickE9());
    BigDecimal held =
        Optional.ofNullable(state.lastTrades.get(market.listing().market()))
            .map(ticks -> new BigDecimal(ticks).multiply(tick))
            .orElse(inPlaceOfTrade);
    for (NaiveOrderBook.Resting order : market.book().orders()) {
      BigDecimal price = BigDecimal.valueOf(order.priceTicks()).multiply(tick);
      held = order.side() == Side.SELL ? held.min(price) : held;
    }
    for (NaiveOrderBook.Resting order : market.book().orders()) {
      BigDecimal price = BigDecimal.valueOf(order.priceTicks()).multiply(tick);
      held = order.side() == Side.BUY ? held.max(price) : held;
    }
    return held;
  }

  /// The index, with the premium that the future had over it when it last traded.
  private BigDecimal paused(NaiveState.Market market) {
    Basis basis = bases.get(market.listing().market());
    BigDecimal index = index(market);
    if (basis == null || basis.index().signum() == 0) {
      return index;
    }
    return index
        .multiply(new BigDecimal(basis.mark()))
        .divide(new BigDecimal(basis.index()), 0, RoundingMode.FLOOR)
        .max(BigDecimal.ONE);
  }

  private BigDecimal index(NaiveState.Market market) {
    return new BigDecimal(state.baseMark(market));
  }

  private boolean isTrading(int market) {
    MarketState is = state.marketStates.getOrDefault(market, MarketState.OPEN);
    return is == MarketState.OPEN || is == MarketState.CLOSE_ONLY;
  }

  private BigInteger worth(NaiveAsset asset, BigInteger price) {
    return NaiveMargin.value(
        asset.balanceMax(),
        price,
        asset.definition().decimals(),
        state.assets.getFirst().definition().decimals(),
        RoundingMode.CEILING);
  }

  /// Returns the highest price that anybody could publish.
  private BigInteger highest(NaiveAsset asset) {
    int scale = 9 + asset.definition().decimals() - state.assets.getFirst().definition().decimals();
    return VALUE_MAX
        .multiply(BigInteger.TEN.pow(scale))
        .divide(asset.balanceMax())
        .min(LARGEST_LONG);
  }

  private void checkAsset(int asset) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ASSET, asset, state.assets.size());
  }
}
