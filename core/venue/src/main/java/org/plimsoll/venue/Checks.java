package org.plimsoll.venue;

import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TriggerEvent;

/// The questions that every desk asks first. Each returns whether the command may go on, and has
/// refused it where not; asked one after the other they give the documented precedence.
final class Checks {
  private static final long NONE = 0;

  private final VenueState state;
  private long trigger = NONE;

  Checks(VenueState state) {
    this.state = state;
  }

  /// Refuses what was asked for.
  ///
  /// @return false
  boolean refuse(RefusalReason reason, long required, long available) {
    if (trigger == NONE) {
      state.sink.onCommandRefused(reason, required, available);
    } else {
      state.sink.onDesk(
          new TriggerEvent.TriggerRefused(trigger, reason.code(), required, available));
    }
    return false;
  }

  /// Lets refusals answer an order that waited for the mark, until [#answerCommand].
  void answerTrigger(long number) {
    trigger = number;
  }

  /// Lets refusals answer the command again.
  void answerCommand() {
    trigger = NONE;
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

  /// Asks whether `number` is the next of its kind and there is room for it.
  boolean isNext(int number, int count, int max) {
    if (number != count) {
      return refuse(RefusalReason.NUMBER_NOT_NEXT, count, number);
    }
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
