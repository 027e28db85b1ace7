package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.matching.OrderBook;
import org.plimsoll.matching.OrderBookListener;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateHash;

/// An order book and what its trades mean in money.
///
/// One lot at one tick costs `stepCost` of the quote asset's smallest units, a whole number, so
/// that every notional is exact and no trade leaves a remainder to anybody.
///
/// Margin counts a resting order at its limit or at the mark, whichever is worse for its owner: a
/// price that nobody may ever take is no collateral. The mark is taken to the tick against the
/// owner, and every resting order is counted anew when it moves.
final class SpotMarket implements OrderBookListener {
  private final ListMarket listing;
  private final long stepCost;
  private final VenueState state;
  private final OrderBook book;
  private final MarketTerms terms;
  private long markTicksUp;
  private long markTicksDown;

  SpotMarket(ListMarket listing, long stepCost, VenueState state) {
    this.listing = listing;
    this.stepCost = stepCost;
    this.state = state;
    this.book = new OrderBook(listing.market(), this, state.resting);
    this.terms = new MarketTerms(listing.market());
    takeMark();
  }

  ListMarket listing() {
    return listing;
  }

  OrderBook book() {
    return book;
  }

  MarketTerms terms() {
    return terms;
  }

  /// Returns the base asset's amount of a quantity of lots.
  long baseAmount(long lots) {
    return lots * listing.lot();
  }

  /// Returns the quote asset's amount of `tickLots`, a sum of price in ticks times lots.
  long quoteAmount(long tickLots) {
    return tickLots * stepCost;
  }

  long stepCost() {
    return stepCost;
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

  /// Counts every resting order anew after the base asset's mark has moved.
  void followMark() {
    book.forEach((_, account, side, ticks, lots) -> count(account, side, ticks, -lots));
    takeMark();
    book.forEach((_, account, side, ticks, lots) -> count(account, side, ticks, lots));
  }

  void hashInto(StateHash hash) {
    hash.add(listing.name())
        .add(listing.base())
        .add(listing.quote())
        .add(listing.tickE9())
        .add(listing.lot());
    terms.hashInto(hash);
    book.hashInto(hash);
  }

  @Override
  public void onTrade(
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
    reserve(makerAccount, takerSide.opposite(), priceTicks, -quantityLots);
    boolean takerBuys = takerSide == Side.BUY;
    int buyer = LedgerAccount.customer(takerBuys ? takerAccount : makerAccount);
    int seller = LedgerAccount.customer(takerBuys ? makerAccount : takerAccount);
    state.ledger.post(Cause.TRADE, listing.base(), seller, buyer, baseAmount(quantityLots));
    state.ledger.post(
        Cause.TRADE, listing.quote(), buyer, seller, quoteAmount(priceTicks * quantityLots));
  }

  @Override
  public void onFilled(long order, int account) {
    state.openOrders.countOut(account);
  }

  @Override
  public void onRested(long order, int account, Side side, long priceTicks, long leavesLots) {
    state.openOrders.countIn(account);
    reserve(account, side, priceTicks, leavesLots);
  }

  @Override
  public void onExhausted(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.BOOK_EXHAUSTED);
  }

  @Override
  public void onSelfTrade(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.SELF_TRADE);
  }

  @Override
  public void onWouldTake(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.POST_ONLY_WOULD_TAKE);
  }

  @Override
  public void onUnfillable(long order, int account, long leavesLots) {
    cancel(order, account, leavesLots, CancelCause.NOT_FILLED_AT_ONCE);
  }

  @Override
  public void onRemoved(long order, int account, Side side, long priceTicks, long leavesLots) {
    state.openOrders.countOut(account);
    reserve(account, side, priceTicks, -leavesLots);
  }

  /// Takes a resting order out of the order book and says why.
  void cancel(int slot, CancelCause cause) {
    long order = state.resting.order(slot);
    int account = state.resting.account(slot);
    long leavesLots = state.resting.leavesLots(slot);
    book.remove(order);
    cancel(order, account, leavesLots, cause);
  }

  /// Counts a resting order as gone, to ask what would be without it, until [#hold].
  void release(int slot) {
    state.openOrders.countOut(state.resting.account(slot));
    reserve(slot, -state.resting.leavesLots(slot));
  }

  /// Counts a resting order again after [#release].
  void hold(int slot) {
    state.openOrders.countIn(state.resting.account(slot));
    reserve(slot, state.resting.leavesLots(slot));
  }

  private void reserve(int slot, long lots) {
    RestingOrders resting = state.resting;
    reserve(resting.account(slot), resting.side(slot), resting.priceTicks(slot), lots);
  }

  /// Reserves for a quantity of an order that rests; a negative quantity is released.
  private void reserve(int account, Side side, long priceTicks, long lots) {
    state.openOrders.add(
        account,
        side,
        listing.base(),
        baseAmount(lots),
        listing.quote(),
        quoteAmount(priceTicks * lots));
    count(account, side, priceTicks, lots);
  }

  private void count(int account, Side side, long limitTicks, long lots) {
    long amount = quoteAmount(countedTicks(side, limitTicks) * lots);
    state.openOrders.addCounted(account, side, listing.quote(), amount);
  }

  private void takeMark() {
    long markE9 = state.assets.markE9(listing.base());
    markTicksUp = Math.ceilDiv(markE9, listing.tickE9());
    markTicksDown = Math.floorDiv(markE9, listing.tickE9());
  }

  private void cancel(long order, int account, long leavesLots, CancelCause cause) {
    state.sink.onOrderCanceled(order, account, listing.market(), leavesLots, cause);
  }
}
