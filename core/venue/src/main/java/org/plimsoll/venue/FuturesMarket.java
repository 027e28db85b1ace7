package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.MarkPrice;
import org.plimsoll.margin.PositionMargin;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateHash;

/// A market in a linear future: a trade moves no money but makes a position.
///
/// A position is so many lots, and so much that they have cost. Its profit or loss is what the lots
/// are worth at the mark less the cost, whole numbers all. Over all accounts both the lots and the
/// costs of a market sum to zero, with what the settlement has taken in and not yet paid out.
final class FuturesMarket extends Market {
  private static final int ACCOUNTS_PER_STEP = 256;

  private final ListFuture listing;
  private final PositionMargin terms;
  private final Positions positions = new Positions();
  private final PositionChange change = new PositionChange();
  private final FundingHour funding;
  private long markTicks;
  private long lastTicks;
  private int settled;
  private int funded;

  FuturesMarket(ListFuture listing, long stepCost, VenueState state) {
    super(listing, stepCost, state);
    this.listing = listing;
    this.terms =
        new PositionMargin(
            listing.imfFactorE9(),
            state.assets.decimals(listing.base()),
            listing.imfWeightE9(),
            listing.mmfWeightE9());
    this.funding = new FundingHour(state.assets.decimals(listing.base()), state.assets.decimals(0));
  }

  Positions positions() {
    return positions;
  }

  /// Returns the mark in ticks, or 0 while there is none.
  long markTicks() {
    return markTicks;
  }

  /// Lets the market's price become the mark: the median of best bid, best ask and last trade, or
  /// the index where there was no trade yet ([MarkPrice]), to the tick below.
  void sampleMark() {
    long tickE9 = listing.tickE9();
    long tradingE9 =
        MarkPrice.tradingE9(
            book().bestTicks(Side.BUY) * tickE9,
            book().bestTicks(Side.SELL) * tickE9,
            lastTicks * tickE9,
            state.assets.markE9(listing.base()));
    long ticks = tradingE9 == 0 ? 0 : Math.clamp(tradingE9 / tickE9, 1, ticksMax());
    if (ticks != markTicks) {
      markTicks = ticks;
      takeMark(ticks, ticks);
      state.sink.onDesk(new PriceEvent.FutureMarkSet(listing.market(), ticks));
    }
  }

  /// Returns whether the account has a position, or a profit or loss that is not yet money, or
  /// orders that could make one.
  boolean isExposed(int account) {
    return positions.lots(account) != 0
        || positions.cost(account) != 0
        || positions.restingLots(account, Side.BUY) != 0
        || positions.restingLots(account, Side.SELL) != 0;
  }

  /// Returns the profit of the account's position that is not yet money.
  long unrealized(int account) {
    return unrealized(account, 0, 0);
  }

  /// Returns the profit as it would be after a change.
  long unrealized(int account, @Nullable PositionChange asked) {
    return asked == null ? unrealized(account) : unrealized(account, asked.lots(), asked.cost());
  }

  /// Returns what the account's position and orders require: the initial requirement on the open
  /// size, and what its resting orders would lose at the mark if they filled.
  ///
  /// @param floorE9 the account's base initial margin fraction
  long required(int account, long floorE9, @Nullable PositionChange asked) {
    long openLots = openLots(account, asked);
    long fractionE9 = terms.initialE9(floorE9, baseAmount(openLots));
    long notional = quoteAmount(markTicks * openLots);
    return PositionMargin.requirement(notional, fractionE9) + orderLoss(account, asked);
  }

  /// Lets time pass under the premium that stands.
  void accrueFunding(long elapsedNs) {
    if (listing.expiryNs() == 0 && markTicks > 0) {
      funding.accrue(markTicks * listing.tickE9(), state.assets.markE9(listing.base()), elapsedNs);
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

  /// Pays the profits and losses of some more accounts into their balances.
  ///
  /// @return whether the last account was reached
  boolean settleSome() {
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
      MarginGate margin, int account, Side side, Sweep sweep, long restLots, long restTicks) {
    change.of(side, sweep, stepCost(), restLots, countedTicks(side, restTicks) * restLots);
    change.pay(state.tradeFees.ofTaker(account, quoteAmount(sweep.tickLots())));
    long openLots = openLots(account, change);
    if (markTicks == 0) {
      return margin.refuse(RefusalReason.NO_MARK_PRICE, 1, 0);
    }
    if (openLots > listing.positionMaxLots()) {
      return margin.refuse(
          RefusalReason.POSITION_OUT_OF_RANGE, openLots, listing.positionMaxLots());
    }
    long cost = Math.abs(positions.cost(account) + change.cost());
    if (cost > Limits.POSITION_COST_MAX) {
      return margin.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, cost, Limits.POSITION_COST_MAX);
    }
    return margin.allowsPosition(account, this, change);
  }

  @Override
  long lotsMax() {
    return 2 * listing.positionMaxLots();
  }

  @Override
  long tickLotsMax() {
    return 2 * listing.positionMaxLots() * ticksMax();
  }

  @Override
  long ticksMax() {
    return Math.min(
        Limits.POSITION_VALUE_MAX / stepCost() / listing.positionMaxLots(),
        Long.MAX_VALUE / listing.tickE9());
  }

  @Override
  long markE9() {
    return markTicks * listing.tickE9();
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

  @Override
  void count(int account, Side side, long countedTicks, long lots) {
    positions.count(account, side, countedTicks * lots);
  }

  @Override
  void exchange(int buyer, int seller, long priceTicks, long lots) {
    long notional = quoteAmount(priceTicks * lots);
    positions.reach(Math.max(buyer, seller));
    positions.trade(buyer, lots, notional);
    positions.trade(seller, -lots, -notional);
    lastTicks = priceTicks;
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
  void hashInto(StateHash hash) {
    super.hashInto(hash);
    hash.add(listing.expiryNs()).add(listing.imfFactorE9()).add(listing.positionMaxLots());
    hash.add(listing.imfWeightE9()).add(listing.mmfWeightE9());
    hash.add(markTicks).add(lastTicks).add(settled).add(funded);
    funding.hashInto(hash);
    positions.hashInto(hash);
  }

  private void settle(int account) {
    pay(account, unrealized(account), Cause.SETTLEMENT);
  }

  /// The position owes its payment from here on, and pays it at once as far as it can.
  private void fund(int account) {
    long payment = funding.payment(baseAmount(positions.lots(account)));
    positions.settle(account, payment);
    long left = payment + pay(account, -payment, Cause.FUNDING);
    if (left != 0) {
      state.sink.onDesk(new PriceEvent.FundingDeferred(listing.market(), account, left));
    }
  }

  /// Payments are rounded up, so that a little is left over for the fund against losses.
  private void keepRemainder() {
    long remainder = funding.end();
    if (remainder > 0) {
      int fund = LedgerAccount.venue(VenueAccount.INSURANCE);
      int settlement = LedgerAccount.settlement(listing.market());
      state.ledger.post(Cause.FUNDING, 0, settlement, fund, remainder);
    }
  }

  /// Pays an amount from the settlement into the account's balance, or out of it where negative, as
  /// far as both stay in bounds. What is not paid stays with the position.
  ///
  /// @return what was paid
  private long pay(int account, long amount, Cause cause) {
    long paidIn = state.ledger.settlementBalance(listing.market(), 0);
    long balance = state.ledger.customerBalance(account, 0);
    long gainMax = state.assets.balanceMax(0) - balance - state.openOrders.brings(account, 0);
    long paid =
        Math.clamp(
            amount,
            Math.max(-lossMax(account), paidIn - Limits.CUSTODY_MAX),
            Math.min(Math.max(0, gainMax), paidIn + Limits.CUSTODY_MAX));
    if (paid == 0) {
      return 0;
    }
    positions.settle(account, paid);
    int customer = LedgerAccount.customer(account);
    int settlement = LedgerAccount.settlement(listing.market());
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

  private long unrealized(int account, long moreLots, long moreCost) {
    long lots = positions.lots(account) + moreLots;
    return quoteAmount(markTicks * lots) - positions.cost(account) - moreCost;
  }

  /// Returns the larger of the sizes that all open buys and all open sells would make.
  private long openLots(int account, @Nullable PositionChange asked) {
    long lots = positions.lots(account);
    long buys = positions.restingLots(account, Side.BUY);
    long sells = positions.restingLots(account, Side.SELL);
    if (asked != null) {
      lots += asked.lots();
      buys += asked.restLots(Side.BUY);
      sells += asked.restLots(Side.SELL);
    }
    return Math.max(Math.abs(lots + buys), Math.abs(lots - sells));
  }

  /// Returns what the resting orders would lose at the mark if all of them filled. None is counted
  /// better than the mark, so none makes up for another.
  private long orderLoss(int account, @Nullable PositionChange asked) {
    long buyLots = positions.restingLots(account, Side.BUY);
    long sellLots = positions.restingLots(account, Side.SELL);
    long buyTickLots = positions.restingTickLots(account, Side.BUY);
    long sellTickLots = positions.restingTickLots(account, Side.SELL);
    if (asked != null) {
      buyLots += asked.restLots(Side.BUY);
      sellLots += asked.restLots(Side.SELL);
      buyTickLots += asked.restTickLots(Side.BUY);
      sellTickLots += asked.restTickLots(Side.SELL);
    }
    long lost = buyTickLots - markTicks * buyLots + markTicks * sellLots - sellTickLots;
    return quoteAmount(lost);
  }
}
