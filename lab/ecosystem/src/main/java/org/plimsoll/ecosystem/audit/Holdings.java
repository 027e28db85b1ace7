package org.plimsoll.ecosystem.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Everything that a party can have: the instruments of the world, and lots of the venue's futures.
/// A market is learned when it is first asked for.
final class Holdings {
  private final Exchange exchange;
  private final List<Instrument> instruments;
  private final List<Holding> all = new ArrayList<>();
  private final List<@Nullable Holding> futures = new ArrayList<>();
  private final List<Long> stepCosts = new ArrayList<>();

  Holdings(List<Instrument> instruments, Exchange exchange) {
    this.exchange = exchange;
    this.instruments = instruments;
    for (Instrument instrument : instruments) {
      all.add(new Holding(instrument.code(), scale(9 + instrument.decimals())));
    }
  }

  Holding of(int instrument) {
    return all.get(instrument);
  }

  boolean isFuture(int market) {
    return find(market) != null;
  }

  /// Returns the lots of a futures market, whose price is that of a lot in the smallest unit of
  /// account.
  Holding ofFuture(int market) {
    Holding lots = find(market);
    if (lots == null) {
      throw new IllegalArgumentException("market " + market + " is no future");
    }
    return lots;
  }

  /// Returns what a lot costs at a price, in the smallest unit of account.
  long lotPrice(int market, long ticks) {
    return stepCosts.get(market) * ticks;
  }

  /// Returns the instruments by number, then the futures in the order in which they were learned.
  List<Holding> all() {
    return all;
  }

  void writeTo(StateSink sink, int parties) {
    find(exchange.books().markets().size() - 1);
    for (Holding holding : all) {
      holding.writeTo(sink, parties);
    }
  }

  void readFrom(StateSource source, int parties) {
    find(exchange.books().markets().size() - 1);
    for (Holding holding : all) {
      holding.readFrom(source, parties);
    }
  }

  private @Nullable Holding find(int market) {
    if (market >= futures.size()) {
      List<MarketListing> listings = exchange.books().markets();
      listings.subList(futures.size(), listings.size()).forEach(this::learn);
    }
    return market < 0 ? null : futures.get(market);
  }

  private void learn(MarketListing listing) {
    if (listing instanceof ListFuture future) {
      Holding lots = new Holding(future.name(), scale(instruments.getFirst().decimals()));
      futures.add(lots);
      all.add(lots);
      stepCosts.add(stepCost(future));
    } else {
      futures.add(null);
      stepCosts.add(0L);
    }
  }

  private long stepCost(ListFuture listing) {
    return Exact.value(
        listing.lot(),
        listing.tickE9(),
        instruments.get(listing.base()).decimals(),
        instruments.getFirst().decimals(),
        Rounding.FLOOR);
  }

  private static long scale(int decimals) {
    return Exact.powerOfTen(WholeUnits.FINEST - decimals);
  }
}
