package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The end of a dated future: every position is closed at the mean of the index over the last hour,
/// some accounts at each step. A perpetual never comes to it.
final class Expiry {
  private final FuturesMarket market;
  private final ListFuture listing;
  private final ExpiryHour hour;
  private boolean isOver;
  private int closed;

  Expiry(FuturesMarket market, ListFuture listing) {
    this.market = market;
    this.listing = listing;
    this.hour = new ExpiryHour(listing.expiryNs());
  }

  /// Lets time pass under the index that was sampled last.
  void pass(long fromNs, long toNs) {
    hour.pass(market.state.assets.sampledE9(listing.base()), fromNs, toNs);
  }

  /// Returns whether the future has expired, so that its mark is what it is for good.
  boolean isOver() {
    return isOver;
  }

  /// Closes the positions of some more accounts, once the last hour is over. With the first ones
  /// the market is delisted, so that nothing trades any more.
  ///
  /// @return whether the last account was reached
  boolean closeSome() {
    if (!isOver) {
      begin();
    }
    int accounts = market.positions().accounts();
    int end = Math.min(accounts, closed + FuturesMarket.ACCOUNTS_PER_STEP);
    while (closed < end) {
      close(closed++);
    }
    return closed == accounts;
  }

  void writeTo(StateSink sink) {
    hour.writeTo(sink);
    sink.add(isOver ? 1 : 0).add(closed);
  }

  void readFrom(StateSource source) {
    hour.readFrom(source);
    isOver = source.flag();
    closed = source.within(0, market.positions().accounts());
  }

  private void begin() {
    VenueState state = market.state;
    long meanE9 = hour.meanE9();
    long ticks =
        meanE9 == 0
            ? market.markTicks()
            : Math.clamp(meanE9 / listing.tickE9(), 1, market.ticksMax());
    isOver = true;
    state.sink.onDesk(new PriceEvent.FutureExpired(listing.market(), ticks));
    market.setMark(ticks);
    if (market.terms().state() != MarketState.DELISTED) {
      market.terms().set(MarketState.DELISTED);
      state.agenda.add(state.clockNs, DueWork.DELISTING, listing.market());
    }
  }

  /// Closes a position at the mark, and pays what it has earned or lost as far as it can.
  private void close(int account) {
    Positions positions = market.positions();
    long lots = positions.lots(account);
    if (lots != 0) {
      tell(new PriceEvent.PositionExpired(listing.market(), account, lots));
      positions.trade(account, -lots, -market.quoteAmount(market.markTicks() * lots));
      market.state.index.touch(account);
    }
    long earned = market.margin().unrealized(account);
    long owed = market.pay(account, earned, Cause.SETTLEMENT) - earned;
    if (owed != 0) {
      tell(new PriceEvent.SettlementDeferred(listing.market(), account, owed));
    }
  }

  private void tell(PriceEvent event) {
    market.state.sink.onDesk(event);
  }
}
