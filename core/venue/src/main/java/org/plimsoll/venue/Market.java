package org.plimsoll.venue;

import org.plimsoll.matching.OrderBook;
import org.plimsoll.matching.OrderBookListener;
import org.plimsoll.matching.RestingOrderVisitor;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// An order book and what its trades mean.
///
/// One lot at one tick is worth `stepCost` of the quote asset's smallest units, a whole number, so
/// that every notional is exact and no trade leaves a remainder to anybody.
///
/// Margin counts a resting order at its limit or at the mark, whichever is worse for its owner: a
/// price that nobody may ever take is no collateral. The mark is taken to the tick against the
/// owner, and every resting order is counted anew when it moves.
abstract sealed class Market implements OrderBookListener permits SpotMarket, FuturesMarket {
  final VenueState state;
  private final MarketListing listing;
  private final long stepCost;
  private final OrderBook book;
  private final MarketTerms terms;
  private long markTicksUp;
  private long markTicksDown;

  Market(MarketListing listing, long stepCost, VenueState state) {
    this.listing = listing;
    this.stepCost = stepCost;
    this.state = state;
    this.book = new OrderBook(listing.market(), this, state.resting);
    this.terms = new MarketTerms(listing.market());
  }

  /// Asks whether an account can bear what an order would do: `sweep` at once, and that the rest
  /// rests.
  abstract boolean allows(
      MarginGate margin, int account, Side side, Sweep sweep, long restLots, long restTicks);

  /// Returns the largest quantity of one order, in lots.
  abstract long lotsMax();

  /// Returns the largest sum of price in ticks times lots that one order may come to.
  abstract long tickLotsMax();

  /// Returns the highest price of an order, in ticks.
  abstract long ticksMax();

  /// Returns the mark in billionths of a whole unit of account for a whole unit of the base asset,
  /// or 0 while there is none.
  abstract long markE9();

  /// Returns the price that the price band is measured from, in billionths; 0 while there is none.
  long bandedE9() {
    return markE9();
  }

  /// Returns the ratio of the price to the index that the premium band is measured from, in
  /// billionths; 0 where there is none.
  long bandedRatioE9() {
    return 0;
  }

  /// Returns the most that an order on `side` may be of to bring what the account holds or owes
  /// nearer to zero and not past it, with all its resting orders of that side filled first, in
  /// lots.
  abstract long closableLots(int account, Side side);

  /// Returns whether trades make positions, which an order can be held to reduce.
  abstract boolean hasPositions();

  /// Remembers that a quantity of an order rests; a negative quantity no longer does.
  abstract void reserve(int account, Side side, long priceTicks, long lots);

  /// Counts a quantity of a resting order at `countedTicks`; a negative quantity no longer counts.
  abstract void count(int account, Side side, long countedTicks, long lots);

  /// Returns the asset in which a maker on `side` is charged: what it receives.
  abstract int makerFeeAsset(Side side);

  /// Returns the ledger account that an account's fees are posted from and its rebates to.
  abstract int feePayer(int account);

  /// Returns how much of a fee or rebate the account's side has room for.
  abstract long feeRoom(int account, boolean isRebate);

  /// Remembers that a fee was charged; a negative one is a rebate.
  abstract void onFee(int account, long fee);

  /// Gives both sides of a trade what they have agreed on.
  abstract void exchange(int buyer, int seller, long priceTicks, long lots);

  MarketListing listing() {
    return listing;
  }

  OrderBook book() {
    return book;
  }

  MarketTerms terms() {
    return terms;
  }

  long stepCost() {
    return stepCost;
  }

  /// Returns the base asset's amount of a quantity of lots.
  long baseAmount(long lots) {
    return lots * listing.lot();
  }

  /// Returns the quote asset's amount of `tickLots`, a sum of price in ticks times lots.
  long quoteAmount(long tickLots) {
    return tickLots * stepCost;
  }

  /// Returns the price in ticks at which margin counts an order.
  long countedTicks(Side side, long limitTicks) {
    return side == Side.BUY
        ? Math.max(limitTicks, markTicksUp)
        : Math.min(limitTicks, markTicksDown);
  }

  /// Returns the mark in ticks, rounded up; 0 where there is none.
  long markTicksUp() {
    return markTicksUp;
  }

  /// Returns the mark in ticks, rounded down; 0 where there is none.
  long markTicksDown() {
    return markTicksDown;
  }

  /// Takes a new mark, given to the tick above and below, and counts every resting order anew.
  void takeMark(long ticksUp, long ticksDown) {
    long beforeUp = markTicksUp;
    forEachCountedAnew(
        beforeUp, ticksUp, (_, account, side, ticks, lots) -> recount(account, side, ticks, -lots));
    markTicksUp = ticksUp;
    markTicksDown = ticksDown;
    forEachCountedAnew(
        beforeUp, ticksUp, (_, account, side, ticks, lots) -> recount(account, side, ticks, lots));
  }

  /// Shows every resting order of which anything that [#count] keeps is different at another mark.
  ///
  /// @param beforeTicks the mark, rounded up
  /// @param afterTicks the other mark, rounded up
  void forEachCountedAnew(long beforeTicks, long afterTicks, RestingOrderVisitor visitor) {
    book.forEach(visitor);
  }

  void writeTo(StateSink sink) {
    Listings.write(listing, sink);
    terms.writeTo(sink);
    book.writeTo(sink);
  }

  /// Reads what has come of a market since it was listed. What its orders reserve is added up anew.
  void readFrom(StateSource source) {
    terms.readFrom(source);
    book.readFrom(source, state.accounts.size());
    book.forEach((_, account, side, ticks, lots) -> {
      state.openOrders.countIn(account);
      rest(account, side, ticks, lots);
    });
  }

  /// Reads the next market.
  static Market readFrom(StateSource source, VenueState state) {
    MarketListing listing = Listings.readFrom(source, state.markets.size(), state.assets);
    long stepCost = Listings.stepCost(listing, state.assets, Rounding.FLOOR);
    Market market =
        switch (listing) {
          case ListMarket spot -> new SpotMarket(spot, stepCost, state);
          case ListFuture future -> new FuturesMarket(future, stepCost, state);
        };
    market.readFrom(source);
    return market;
  }

  @Override
  public final void onTrade(
      long makerOrder,
      int makerAccount,
      long takerOrder,
      int takerAccount,
      Side takerSide,
      long priceTicks,
      long quantityLots) {
    state.sink.onTradeExecuted(
        listing.market(),
        makerOrder,
        takerOrder,
        makerAccount,
        takerAccount,
        takerSide,
        priceTicks,
        quantityLots);
    rest(makerAccount, takerSide.opposite(), priceTicks, -quantityLots);
    boolean takerBuys = takerSide == Side.BUY;
    int buyer = takerBuys ? takerAccount : makerAccount;
    int seller = takerBuys ? makerAccount : takerAccount;
    exchange(buyer, seller, priceTicks, quantityLots);
    long cost = quoteAmount(priceTicks * quantityLots);
    state.tradeFees.charge(
        this, makerAccount, takerOrder, takerAccount, takerSide, baseAmount(quantityLots), cost);
    state.volumes.add(listing.base(), cost);
  }

  @Override
  public final void onFilled(long order, int account) {
    state.openOrders.countOut(account);
  }

  @Override
  public final void onRested(long order, int account, Side side, long priceTicks, long leavesLots) {
    state.openOrders.countIn(account);
    rest(account, side, priceTicks, leavesLots);
  }

  @Override
  public final void onExhausted(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.BOOK_EXHAUSTED);
  }

  @Override
  public final void onSelfTrade(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.SELF_TRADE);
  }

  @Override
  public final void onWouldTake(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.POST_ONLY_WOULD_TAKE);
  }

  @Override
  public final void onUnfillable(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.NOT_FILLED_AT_ONCE);
  }

  @Override
  public final void onRemoved(
      long order, int account, Side side, long priceTicks, long leavesLots) {
    state.openOrders.countOut(account);
    rest(account, side, priceTicks, -leavesLots);
  }

  /// Takes a resting order out of the order book and says why.
  final void cancel(int slot, CancelCause cause) {
    long order = state.resting.order(slot);
    int account = state.resting.account(slot);
    long leavesLots = state.resting.leavesLots(slot);
    book.removeAt(slot);
    cancel(order, account, leavesLots, cause);
  }

  /// Takes out a resting order that is counted as gone already, and says why.
  final void cancelReleased(int slot, CancelCause cause) {
    long order = state.resting.order(slot);
    int account = state.resting.account(slot);
    long leavesLots = state.resting.leavesLots(slot);
    book.forget(slot);
    cancel(order, account, leavesLots, cause);
  }

  /// Counts a resting order as gone, to ask what would be without it, until [#hold].
  final void release(int slot) {
    state.openOrders.countOut(state.resting.account(slot));
    rest(slot, -state.resting.leavesLots(slot));
  }

  /// Counts a resting order again after [#release].
  final void hold(int slot) {
    state.openOrders.countIn(state.resting.account(slot));
    rest(slot, state.resting.leavesLots(slot));
  }

  private void rest(int slot, long lots) {
    RestingOrders resting = state.resting;
    rest(resting.account(slot), resting.side(slot), resting.priceTicks(slot), lots);
  }

  private void rest(int account, Side side, long priceTicks, long lots) {
    reserve(account, side, priceTicks, lots);
    recount(account, side, priceTicks, lots);
  }

  private void recount(int account, Side side, long limitTicks, long lots) {
    count(account, side, countedTicks(side, limitTicks), lots);
  }

  private void cancel(long order, int account, long leavesLots, CancelCause cause) {
    state.sink.onOrderCanceled(order, account, listing.market(), leavesLots, cause);
  }
}
