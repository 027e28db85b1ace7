package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.margin.Funding;
import org.plimsoll.matching.RestingOrderVisitor;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A market in a linear future: a trade moves no money but makes a position.
///
/// A position is so many lots, and so much that they have cost. Its profit or loss is what the lots
/// are worth at the mark less the cost, whole numbers all. Over all accounts both the lots and the
/// costs of a market sum to zero, with what the settlement has taken in and not yet paid out.
final class FuturesMarket extends Market {
  static final int ACCOUNTS_PER_STEP = 256;

  private final ListFuture listing;
  private final FutureMargin margin;
  private final Positions positions;
  private final int place;
  private final long ticksMax;
  private final long tickLotsMax;
  private final PositionChange change = new PositionChange();
  private final FuturePrice price = new FuturePrice();
  private final FiveMinuteMean meanMark = new FiveMinuteMean();
  private final FiveMinuteMean meanRatio = new FiveMinuteMean();
  private final FundingHour funding;
  private final Expiry expiry;
  private long markTicks;
  private int settled;
  private boolean isUnpaid;
  private int funded;

  FuturesMarket(ListFuture listing, long stepCost, VenueState state) {
    super(listing, stepCost, state);
    this.listing = listing;
    this.place = state.futures.size();
    this.ticksMax =
        Math.min(
            Limits.POSITION_VALUE_MAX / stepCost / listing.positionMaxLots(),
            Long.MAX_VALUE / listing.tickE9());
    this.tickLotsMax = 2 * listing.positionMaxLots() * ticksMax;
    this.positions = new Positions(state.exposures, place);
    this.margin = new FutureMargin(this, listing, state);
    this.funding = new FundingHour(state.assets.decimals(listing.base()), state.assets.decimals(0));
    this.expiry = new Expiry(this, listing);
  }

  /// Returns what positions here have earned and require.
  FutureMargin margin() {
    return margin;
  }

  /// Returns which of the futures markets this is, from 0.
  int place() {
    return place;
  }

  Positions positions() {
    return positions;
  }

  /// Returns the mark in ticks, or 0 while there is none.
  long markTicks() {
    return markTicks;
  }

  /// Lets the market's price become the mark ([FuturePrice]), until the future has expired.
  void sampleMark() {
    if (!expiry.isOver()) {
      setMark(price.nextMarkTicks(this));
    }
  }

  void setMark(long ticks) {
    if (ticks != markTicks) {
      markTicks = ticks;
      takeMark(ticks, ticks);
      state.sink.onDesk(new PriceEvent.FutureMarkSet(listing.market(), ticks));
    }
  }

  /// Returns whether the account has a position, or a profit or loss that is not yet money, or
  /// orders that could make one.
  boolean isExposed(int account) {
    return positions.isThere(account, 0, 0);
  }

  /// Returns the same as it would be after a change.
  boolean isExposed(int account, PositionChange change) {
    return positions.isThere(account, change.lots(), change.cost());
  }

  /// Moves a position, or a part of it, from one account to another off the order book.
  ///
  /// @param lots what `to` gets, negative for a short
  void handOver(int from, int to, long lots, long fromCost, long toCost) {
    positions.reach(to);
    positions.trade(from, -lots, fromCost);
    positions.trade(to, lots, toCost);
    state.index.touch(from);
    state.index.touch(to);
  }

  /// Lets time pass under the premium and the index that stand.
  void pass(long fromNs, long toNs) {
    meanMark.pass(markTicks, fromNs, toNs);
    meanRatio.pass(ratioE9(), fromNs, toNs);
    expiry.pass(fromNs, toNs);
    if (listing.expiryNs() == 0 && markTicks > 0) {
      funding.accrue(
          markTicks * listing.tickE9(), state.assets.markE9(listing.base()), toNs - fromNs);
    }
  }

  /// Pays the funding of some more accounts for the hour that has ended.
  ///
  /// @return whether the last account was reached
  boolean fundSome() {
    if (!funding.isPaying()) {
      funding.begin(state.assets.markE9(listing.base()));
      state.sink.onDesk(new PriceEvent.FundingRateSet(listing.market(), funding.rateE9()));
    }
    int end = Math.min(positions.accounts(), funded + ACCOUNTS_PER_STEP);
    while (funded < end) {
      fund(funded++);
    }
    boolean isDone = funded == positions.accounts();
    if (isDone) {
      funded = 0;
      keepRemainder();
    }
    return isDone;
  }

  Expiry expiry() {
    return expiry;
  }

  /// Returns whether the future has expired and the last settlement has left nobody a profit or
  /// loss that is not yet money.
  boolean isWoundUp() {
    return expiry.isOver() && !isUnpaid;
  }

  /// Pays the profits and losses of some more accounts into their balances.
  ///
  /// @return whether the last account was reached
  boolean settleSome() {
    isUnpaid &= settled > 0;
    int end = Math.min(positions.accounts(), settled + ACCOUNTS_PER_STEP);
    while (settled < end) {
      settle(settled++);
    }
    boolean isDone = settled == positions.accounts();
    if (isDone) {
      settled = 0;
    }
    return isDone;
  }

  @Override
  boolean allows(
      MarginGate gate, int account, Side side, Sweep sweep, long restLots, long restTicks) {
    change.of(side, sweep, stepCost(), restLots, countedTicks(side, restTicks) * restLots);
    change.pay(state.tradeFees.ofTaker(account, quoteAmount(sweep.tickLots())));
    long openLots = margin.openLots(account, change);
    if (markTicks == 0) {
      return gate.refuse(RefusalReason.NO_MARK_PRICE, 1, 0);
    }
    if (openLots > listing.positionMaxLots()) {
      return gate.refuse(RefusalReason.POSITION_OUT_OF_RANGE, openLots, listing.positionMaxLots());
    }
    boolean fitsLeverage =
        openLots <= margin.openLots(account, null)
            || margin.fitsLeverage(gate, state.leverage.maintained(account), openLots);
    if (!fitsLeverage) {
      return false;
    }
    long cost = Math.abs(positions.cost(account) + change.cost());
    if (cost > Limits.POSITION_COST_MAX) {
      return gate.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, cost, Limits.POSITION_COST_MAX);
    }
    return gate.allowsPosition(account, this, change);
  }

  @Override
  long lotsMax() {
    return 2 * listing.positionMaxLots();
  }

  @Override
  long tickLotsMax() {
    return tickLotsMax;
  }

  @Override
  long ticksMax() {
    return ticksMax;
  }

  @Override
  long markE9() {
    return markTicks * listing.tickE9();
  }

  /// The mean mark, or while no time has passed the mark.
  @Override
  long bandedE9() {
    long ticks = meanMark.value();
    return ticks == 0 ? markE9() : ticks * listing.tickE9();
  }

  /// The mean of the ratio, or while no time has passed the one of now.
  @Override
  long bandedRatioE9() {
    long mean = meanRatio.value();
    return mean == 0 ? ratioE9() : mean;
  }

  /// Returns the ratio of the mark to the index in billionths, one more than the premium; 0 while
  /// either is missing.
  private long ratioE9() {
    long indexE9 = state.assets.markE9(listing.base());
    return markTicks == 0 || indexE9 == 0 ? 0 : Funding.premiumE9(markE9(), indexE9) + Exact.ONE_E9;
  }

  /// What is closed is a position.
  @Override
  long closableLots(int account, Side side) {
    long lots = positions.lots(account);
    long held = side == Side.SELL ? lots : -lots;
    return Math.max(0, held - positions.restingLots(account, side));
  }

  @Override
  boolean hasPositions() {
    return true;
  }

  @Override
  void reserve(int account, Side side, long priceTicks, long lots) {
    positions.reach(account);
    positions.rest(account, side, lots);
  }

  /// Only orders beyond one of the marks lose anything at either.
  @Override
  void forEachCountedAnew(long beforeTicks, long afterTicks, RestingOrderVisitor visitor) {
    book().forEachBeyond(Side.BUY, Math.min(beforeTicks, afterTicks), visitor);
    book().forEachBeyond(Side.SELL, Math.max(beforeTicks, afterTicks), visitor);
  }

  @Override
  void count(int account, Side side, long countedTicks, long lots) {
    positions.countLoss(account, side, Math.abs(countedTicks - markTicksUp()) * lots);
  }

  @Override
  void exchange(int buyer, int seller, long priceTicks, long lots) {
    long notional = quoteAmount(priceTicks * lots);
    positions.reach(Math.max(buyer, seller));
    positions.trade(buyer, lots, notional);
    positions.trade(seller, -lots, -notional);
    price.trade(priceTicks);
    state.index.touch(buyer);
    state.index.touch(seller);
  }

  @Override
  int makerFeeAsset(Side side) {
    return 0;
  }

  /// The position owes its fees, and the settlement pays them at once: so no trade can fail for
  /// want of money, and costs still sum to what the settlement has paid out.
  @Override
  int feePayer(int account) {
    return LedgerAccount.settlement(listing.market());
  }

  @Override
  long feeRoom(int account, boolean isRebate) {
    long paidIn = state.ledger.settlementBalance(listing.market(), 0);
    return Limits.CUSTODY_MAX + (isRebate ? -paidIn : paidIn);
  }

  @Override
  void onFee(int account, long fee) {
    positions.settle(account, fee);
  }

  @Override
  void writeTo(StateSink sink) {
    super.writeTo(sink);
    sink.add(markTicks);
    positions.writeTo(sink);
    sink.add(settled).add(isUnpaid ? 1 : 0).add(funded);
    expiry.writeTo(sink);
    price.writeTo(sink);
    meanMark.writeTo(sink);
    meanRatio.writeTo(sink);
    funding.writeTo(sink);
  }

  @Override
  void readFrom(StateSource source) {
    super.readFrom(source);
    markTicks = source.within(0, ticksMax());
    takeMark(markTicks, markTicks);
    positions.readFrom(source, state.accounts.size());
    settled = source.within(0, positions.accounts());
    isUnpaid = source.flag();
    funded = source.within(0, positions.accounts());
    expiry.readFrom(source);
    price.readFrom(source);
    meanMark.readFrom(source);
    meanRatio.readFrom(source);
    funding.readFrom(source);
  }

  /// Pays the profit or loss of an account's position into its balance.
  void settle(int account) {
    pay(account, margin.unrealized(account), Cause.SETTLEMENT);
    isUnpaid |= positions.cost(account) != 0;
  }

  /// The position owes its payment from here on, and pays it at once as far as it can.
  private void fund(int account) {
    long payment = funding.payment(baseAmount(positions.lots(account)));
    positions.settle(account, payment);
    state.index.touch(account);
    long left = payment + pay(account, -payment, Cause.FUNDING);
    if (left != 0) {
      state.sink.onDesk(new PriceEvent.FundingDeferred(listing.market(), account, left));
    }
  }

  /// Payments are rounded up, so that a little is left over for the fund against losses.
  private void keepRemainder() {
    long remainder = funding.end();
    if (remainder > 0) {
      int settlement = LedgerAccount.settlement(listing.market());
      state.ledger.post(Cause.FUNDING, 0, settlement, LossBearers.FUND, remainder);
    }
  }

  /// Pays an amount from the settlement into the account's balance, or out of it where negative, as
  /// far as both stay in bounds. What is not paid stays with the position.
  ///
  /// @return what was paid
  long pay(int account, long amount, Cause cause) {
    long paidIn = state.ledger.settlementBalance(listing.market(), 0);
    long paid =
        Math.clamp(
            amount,
            Math.max(-lossMax(account), paidIn - Limits.CUSTODY_MAX),
            Math.min(Math.max(0, state.room(account, 0)), paidIn + Limits.CUSTODY_MAX));
    if (paid == 0) {
      return 0;
    }
    positions.settle(account, paid);
    int customer = LedgerAccount.customer(account);
    int settlement = LedgerAccount.settlement(listing.market());
    if (cause == Cause.SETTLEMENT) {
      state.profits.add(account, paid, state.clockNs);
    }
    if (paid > 0) {
      state.ledger.post(cause, 0, settlement, customer, paid);
    } else {
      state.ledger.post(cause, 0, customer, settlement, -paid);
    }
    return paid;
  }

  /// Returns the most that the account can be made to pay: what it offers to lend is not touched,
  /// and nobody owes more than a balance may be or all accounts together may owe.
  private long lossMax(int account) {
    long left = state.possibleDebts.left(account, 0);
    long reserved = state.offers.reserved(account, 0);
    if (reserved > 0) {
      return Math.max(0, left - reserved);
    }
    long own = Math.max(0, state.assets.balanceMax(0) + left);
    long all = Math.max(0, left) + Limits.LENDING_MAX - state.possibleDebts.inAll(0);
    return Math.max(0, Math.min(own, all));
  }
}
