package org.plimsoll.venue;

import org.plimsoll.protocol.RefusalReason;

/// The questions that every desk asks first. Each returns whether the command may go on, and has
/// refused it where not; asked one after the other they give the documented precedence.
final class Checks {
  private final VenueState state;

  Checks(VenueState state) {
    this.state = state;
  }

  /// Refuses the command.
  ///
  /// @return false
  boolean refuse(RefusalReason reason, long required, long available) {
    state.sink.onCommandRefused(reason, required, available);
    return false;
  }

  /// Asks whether nothing is due any more, so that what accounts have is what they really have.
  boolean isCaughtUp() {
    return !state.agenda.isDue(state.clockNs)
        || refuse(RefusalReason.CATCHING_UP, state.clockNs, state.agenda.dueNs());
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
