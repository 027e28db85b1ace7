package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.margin.MarkPrice;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A market whose trades exchange one asset for another at once.
final class SpotMarket extends Market {
  private final int base;
  private final int quote;
  private final Exchange exchange = new Exchange();
  private final long lotsMax;
  private final long tickLotsMax;
  private long lastTicks;

  SpotMarket(ListMarket listing, long stepCost, VenueState state) {
    super(listing, stepCost, state);
    this.base = listing.base();
    this.quote = listing.quote();
    this.lotsMax = state.assets.balanceMax(base) / listing.lot();
    this.tickLotsMax = state.assets.balanceMax(quote) / stepCost;
    followMark();
  }

  /// Takes the base asset's mark.
  void followMark() {
    long tickE9 = listing().tickE9();
    takeMark(Math.ceilDiv(markE9(), tickE9), Math.floorDiv(markE9(), tickE9));
  }

  /// Returns the median of best bid, best ask and last trade, as for a mark; while nothing can
  /// trade here, and where nothing ever has, the price that was in force.
  ///
  /// @param beforeE9 the price in force, 0 if none
  long priceE9(long beforeE9) {
    return terms().isTrading()
        ? MarkPrice.tradingE9(
            inBillionths(book().bestTicks(Side.BUY)),
            inBillionths(book().bestTicks(Side.SELL)),
            inBillionths(lastTicks),
            beforeE9)
        : beforeE9;
  }

  /// A price may be more billionths than 64 bits hold.
  private long inBillionths(long ticks) {
    return Exact.mulDivOrMax(ticks, listing().tickE9(), 1, Rounding.FLOOR);
  }

  @Override
  boolean allows(
      MarginGate margin, int account, Side side, Sweep sweep, long restLots, long restTicks) {
    long baseNow = baseAmount(sweep.filledLots());
    long baseInAll = baseNow + baseAmount(restLots);
    long quoteNow = quoteAmount(sweep.tickLots());
    long quoteInAll = quoteNow + quoteAmount(restTicks * restLots);
    long quoteCounted = quoteNow + quoteAmount(countedTicks(side, restTicks) * restLots);
    long fee = state.tradeFees.ofTaker(account, quoteNow);
    if (side == Side.BUY) {
      exchange
          .between(quote, base)
          .now(quoteNow + fee, baseNow)
          .inAll(quoteInAll + fee, baseInAll)
          .counted(quoteCounted + fee, baseInAll);
    } else {
      exchange
          .between(base, quote)
          .now(baseNow, quoteNow - fee)
          .inAll(baseInAll, quoteInAll) // the fee comes off when the proceeds are there
          .counted(baseInAll, quoteCounted - fee);
    }
    return margin.allowsOrder(account, side, exchange);
  }

  @Override
  long lotsMax() {
    return lotsMax;
  }

  @Override
  long tickLotsMax() {
    return tickLotsMax;
  }

  @Override
  long ticksMax() {
    return tickLotsMax();
  }

  @Override
  long markE9() {
    return state.assets.markE9(base);
  }

  /// What is closed is a balance of the base asset.
  @Override
  long closableLots(int account, Side side) {
    long balance = state.ledger.customerBalance(account, base);
    long left =
        side == Side.SELL
            ? balance - state.openOrders.takes(account, base)
            : -balance - state.openOrders.brings(account, base);
    return Math.max(0, left) / listing().lot();
  }

  @Override
  boolean hasPositions() {
    return false;
  }

  @Override
  void reserve(int account, Side side, long priceTicks, long lots) {
    state.openOrders.add(
        account, side, base, baseAmount(lots), quote, quoteAmount(priceTicks * lots));
  }

  @Override
  void count(int account, Side side, long countedTicks, long lots) {
    state.openOrders.addCounted(account, side, quote, quoteAmount(countedTicks * lots));
  }

  @Override
  void exchange(int buyer, int seller, long priceTicks, long lots) {
    lastTicks = priceTicks;
    int to = LedgerAccount.customer(buyer);
    int from = LedgerAccount.customer(seller);
    state.ledger.post(Cause.TRADE, base, from, to, baseAmount(lots));
    state.ledger.post(Cause.TRADE, quote, to, from, quoteAmount(priceTicks * lots));
  }

  @Override
  int makerFeeAsset(Side side) {
    return side == Side.BUY ? base : quote;
  }

  @Override
  int feePayer(int account) {
    return LedgerAccount.customer(account);
  }

  @Override
  long feeRoom(int account, boolean isRebate) {
    long room = state.room(account, quote);
    return isRebate ? Math.max(0, room) : Long.MAX_VALUE;
  }

  @Override
  void onFee(int account, long fee) {
    // the transfer is all there is to it
  }

  @Override
  void writeTo(StateSink sink) {
    super.writeTo(sink);
    sink.add(lastTicks);
  }

  @Override
  void readFrom(StateSource source) {
    super.readFrom(source);
    lastTicks = source.within(0, Long.MAX_VALUE);
  }
}
