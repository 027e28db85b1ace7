package org.plimsoll.venue;

import org.plimsoll.margin.LeveragedTokens;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.RebalancingCause;
import org.plimsoll.units.Exact;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A leveraged token's fund: what stands behind the token, and how far it is from its target.
///
/// The fund is an account like others. Its net asset value is its balance in the unit of account
/// and the profit of its position that is not yet money, so neither settlement nor the order in
/// which accounts are settled changes it.
final class TokenFund {
  private final ListLeveragedToken listing;
  private final FuturesMarket market;
  private final LeveragedTokens rules;
  private final VenueState state;
  private RebalancingCause cause = RebalancingCause.DAILY;
  private boolean isRebalancing;
  private int misses;
  private long flowLots;
  private long dailyNs;
  private long dueNs;

  TokenFund(ListLeveragedToken listing, FuturesMarket market, VenueState state) {
    this.listing = listing;
    this.market = market;
    this.state = state;
    this.rules =
        new LeveragedTokens(
            listing.kind(),
            state.assets.decimals(market.listing().base()),
            state.assets.decimals(0));
    this.dailyNs = DueWork.REBALANCING.next(state.clockNs);
    this.dueNs = dailyNs;
  }

  ListLeveragedToken listing() {
    return listing;
  }

  int account() {
    return listing.fund();
  }

  FuturesMarket market() {
    return market;
  }

  /// Returns the net asset value in the smallest unit of account.
  long nav() {
    return state.ledger.customerBalance(account(), 0) + market.margin().unrealized(account());
  }

  /// Returns how many tokens there are, in their smallest unit.
  long outstanding() {
    return state.ledger.issued(listing.asset());
  }

  /// Returns the signed position in lots.
  long lots() {
    return market.positions().lots(account());
  }

  /// Returns whether leverage is a third or more above the target.
  boolean isOverleveraged() {
    return market.markTicks() > 0
        && rules.isOverleveraged(nav(), market.markE9(), market.baseAmount(lots()));
  }

  /// Returns the trade that brings the position to the target, in lots cut toward zero, negative
  /// for a sale; nothing while there is no mark, or where the fund is only to get smaller and would
  /// not. After a creation or redemption it is no more than that asks for, and never away from the
  /// target.
  long wantedLots() {
    if (market.markTicks() == 0) {
      return 0;
    }
    long position = market.baseAmount(lots());
    long target = position + rules.rebalance(nav(), market.markE9(), position);
    long wanted = target / market.listing().lot() - lots();
    boolean reduces = Long.signum(wanted) == -Long.signum(lots());
    return switch (cause) {
      case DAILY -> wanted;
      case INTRADAY -> reduces ? wanted : 0;
      case FLOW -> Math.clamp(wanted, Math.min(0, flowLots), Math.max(0, flowLots));
    };
  }

  /// Bounds the next trade that has this cause: tokens have been created, or redeemed where
  /// negative, so it is for the part of the position that they are of the tokens before, in lots
  /// cut toward zero. The first tokens ask for the whole target.
  ///
  /// @param before outstanding tokens, at least as many as are redeemed
  void flow(long tokens, long before) {
    if (before == 0) {
      flowLots = listing.kind().targetE9() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
    } else {
      long part = Exact.mulDiv(Math.abs(lots()), Math.abs(tokens), before, Rounding.FLOOR);
      flowLots = lots() > 0 == tokens > 0 ? part : -part;
    }
  }

  /// Counts what a child order has traded, negative for a sale.
  void onTraded(long lots) {
    flowLots = cause == RebalancingCause.FLOW ? flowLots - lots : 0;
  }

  /// Returns when the fund's next step is due.
  long dueNs() {
    return dueNs;
  }

  /// States when the fund's next step is due.
  void setDueNs(long timeNs) {
    dueNs = timeNs;
  }

  /// Returns when the fund rebalances next because of the time of day.
  long dailyNs() {
    return dailyNs;
  }

  /// Returns why the fund rebalances, or is about to.
  RebalancingCause cause() {
    return cause;
  }

  /// States why the fund is about to rebalance.
  void setCause(RebalancingCause why) {
    cause = why;
  }

  boolean isRebalancing() {
    return isRebalancing;
  }

  /// Finds out why the fund's step is due: at its time of day for that, whatever else has come
  /// about.
  void findCause() {
    if (dailyNs <= state.clockNs) {
      cause = RebalancingCause.DAILY;
      dailyNs = DueWork.REBALANCING.next(state.clockNs);
    }
  }

  void begin() {
    isRebalancing = true;
    misses = 0;
  }

  void end() {
    isRebalancing = false;
  }

  /// Counts a child order that was not filled whole, and returns how many there were.
  int miss() {
    return ++misses;
  }

  void writeTo(StateSink sink) {
    sink.add(listing.asset())
        .add(listing.kind().ordinal())
        .add(listing.fund())
        .add(listing.market())
        .add(listing.firstPriceE9())
        .add(listing.childLots());
    sink.add(cause.ordinal()).add(isRebalancing ? 1 : 0).add(misses).add(dailyNs).add(dueNs);
    sink.add(flowLots);
  }

  static TokenFund readFrom(StateSource source, VenueState state) {
    ListLeveragedToken listing =
        new ListLeveragedToken(
            source.index(state.assets.assetCount()),
            source.oneOf(LeveragedTokenKind.values()),
            source.index(state.accounts.size()),
            source.index(state.markets.size()),
            source.within(1, Long.MAX_VALUE),
            source.within(1, Long.MAX_VALUE));
    if (!(state.markets.get(listing.market()) instanceof FuturesMarket market)) {
      throw source.malformed("a fund trades a future");
    }
    TokenFund fund = new TokenFund(listing, market, state);
    fund.cause = source.oneOf(RebalancingCause.values());
    fund.isRebalancing = source.flag();
    fund.misses = source.within(0, Integer.MAX_VALUE);
    fund.dailyNs = source.number();
    fund.dueNs = source.number();
    fund.flowLots = source.number();
    return fund;
  }
}
