package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.units.MarginStage;

/// The questions that every desk asks first. Each returns whether the command may go on, and has
/// refused it where not; asked one after the other they give the documented precedence.
final class Checks {
  private static final int NOBODY = -1;

  private final VenueState state;
  private @Nullable RefusalListener listener;
  private int acting = NOBODY;

  Checks(VenueState state) {
    this.state = state;
  }

  /// Refuses what was asked for.
  ///
  /// @return false
  boolean refuse(RefusalReason reason, long required, long available) {
    if (listener == null) {
      state.sink.onCommandRefused(reason, required, available);
    } else {
      listener.onRefused(reason, required, available);
    }
    return false;
  }

  /// Lets refusals answer an order that waited for the mark, until [#answerCommand].
  void answerTrigger(long number) {
    listener =
        (reason, required, available) ->
            state.sink.onDesk(
                new TriggerEvent.TriggerRefused(number, reason.code(), required, available));
  }

  /// Lets refusals answer an order that the venue sends for an account and not its owner, until
  /// [#answerCommand].
  void actFor(int account, RefusalListener refusals) {
    acting = account;
    listener = refusals;
  }

  /// Lets refusals answer nobody: what is asked is only whether something may be.
  void answerNobody() {
    listener = (_, _, _) -> {};
  }

  /// Lets refusals answer the command again.
  void answerCommand() {
    listener = null;
    acting = NOBODY;
  }

  /// Asks whether an account is no leveraged token's fund, or it is the venue that acts for it.
  boolean isFree(int account) {
    TokenFund fund = account == acting ? null : state.funds.of(account);
    return fund == null || refuse(RefusalReason.LEVERAGED_TOKEN_FORBIDS, 0, fund.listing().asset());
  }

  /// Asks whether an asset can be in custody: a leveraged token is nowhere but in the books.
  boolean mayBeInCustody(int asset) {
    return state.funds.issuing(asset) == null
        || refuse(RefusalReason.LEVERAGED_TOKEN_FORBIDS, 0, asset);
  }

  /// Asks whether nothing is due any more, so that what accounts have is what they really have. An
  /// order that no command asks for is due itself, so it waits for nothing else.
  boolean isCaughtUp() {
    return listener != null
        || !state.agenda.isDue(state.clockNs)
        || refuse(RefusalReason.CATCHING_UP, state.clockNs, state.agenda.dueNs());
  }

  /// Returns the state of a market; one that is not known takes every order as far as this goes.
  MarketState stateOf(int market) {
    return market >= 0 && market < state.markets.size()
        ? state.markets.get(market).terms().state()
        : MarketState.OPEN;
  }

  /// Refuses what the state of a market does not allow.
  ///
  /// @return false
  boolean forbids(MarketState is) {
    return refuse(RefusalReason.MARKET_STATE_FORBIDS, MarketState.OPEN.ordinal(), is.ordinal());
  }

  /// Asks whether a market, if there is one of that number, has not been delisted.
  boolean isListed(int market) {
    return stateOf(market) != MarketState.DELISTED || forbids(MarketState.DELISTED);
  }

  /// Asks whether an order can be held to reduce a position of a market, if there is one.
  boolean mayReduce(int market, boolean isReduceOnly) {
    boolean isSpot =
        market >= 0 && market < state.markets.size() && !state.markets.get(market).hasPositions();
    return !isReduceOnly || !isSpot || refuse(RefusalReason.SPOT_CANNOT_REDUCE, 0, 1);
  }

  boolean asset(int asset) {
    return isKnown(RefusalReason.UNKNOWN_ASSET, asset, state.assets.assetCount());
  }

  boolean account(int account) {
    return isKnown(RefusalReason.UNKNOWN_ACCOUNT, account, state.accounts.size());
  }

  boolean custody(int custody) {
    return isKnown(RefusalReason.UNKNOWN_CUSTODY, custody, state.custody.size());
  }

  boolean market(int market) {
    return isKnown(RefusalReason.UNKNOWN_MARKET, market, state.markets.size());
  }

  /// Asks whether something would go from one place to another one.
  boolean differ(int from, int to) {
    return from != to || refuse(RefusalReason.SAME_PLACE, from, to);
  }

  /// Asks whether an amount of a known asset is positive and no more than a balance may hold.
  boolean amount(int asset, long amount) {
    return isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, amount, state.assets.balanceMax(asset));
  }

  /// Asks whether the account is its owner's and not in liquidation.
  boolean isItsOwners(int account) {
    MarginStage is = state.liquidations.stage(account);
    return is == MarginStage.HEALTHY
        || refuse(RefusalReason.IN_LIQUIDATION, MarginStage.HEALTHY.ordinal(), is.ordinal());
  }

  /// Asks whether `number` is the next of its kind and there is room for it.
  boolean isNext(int number, int count, int max) {
    if (number != count) {
      return refuse(RefusalReason.NUMBER_NOT_NEXT, count, number);
    }
    return hasRoom(count, max);
  }

  /// Asks whether there is room for one more.
  boolean hasRoom(int count, int max) {
    return count < max || refuse(RefusalReason.CAPACITY_REACHED, count + 1L, max);
  }

  /// Asks whether a parameter of a definition is within `low` to `high`.
  boolean parameter(long low, long value, long high) {
    return isWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, low, value, high);
  }

  /// Asks whether `value` is within `low` to `high`, naming the bound that it breaks.
  boolean isWithin(RefusalReason reason, long low, long value, long high) {
    if (value < low) {
      return refuse(reason, low, value);
    }
    return value <= high || refuse(reason, high, value);
  }

  private boolean isKnown(RefusalReason reason, int number, int count) {
    return (number >= 0 && number < count) || refuse(reason, count, number);
  }
}
