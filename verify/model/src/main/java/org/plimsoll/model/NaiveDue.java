package org.plimsoll.model;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand;

/// What is due at the slow twin, and when: a sorted set.
final class NaiveDue {
  private static final long HALF_A_MINUTE = 30_000_000_000L;
  private static final long HOUR = 120 * HALF_A_MINUTE;
  private static final long DAY = 24 * HOUR;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveExpiry expiry;
  private final NaiveClearing clearing;
  private final NaiveTerms terms;
  private final NaiveTriggers triggers;
  private final NaiveWithdrawals withdrawals;
  private final NaiveQuotes quotes;
  private final NaiveLiquidation liquidation;
  private final NaiveFees fees;
  private final NaiveBuyback buyback;
  private final NaiveWeights weights;
  private final NaiveFunds funds;

  NaiveDue(
      NaiveState state,
      NaiveFutures futures,
      NaiveExpiry expiry,
      NaiveClearing clearing,
      NaiveTerms terms,
      NaiveTriggers triggers,
      NaiveWithdrawals withdrawals,
      NaiveQuotes quotes,
      NaiveLiquidation liquidation,
      NaiveFees fees,
      NaiveBuyback buyback,
      NaiveWeights weights,
      NaiveFunds funds) {
    this.state = state;
    this.futures = futures;
    this.expiry = expiry;
    this.clearing = clearing;
    this.terms = terms;
    this.triggers = triggers;
    this.withdrawals = withdrawals;
    this.quotes = quotes;
    this.liquidation = liquidation;
    this.fees = fees;
    this.buyback = buyback;
    this.weights = weights;
    this.funds = funds;
  }

  /// Something that is due. Of two at the same time, the work that stands first in its list.
  record Entry(long time, DueWork work, long id) implements Comparable<Entry> {
    DueWorkBegan asEvent() {
      return new DueWorkBegan(work, id, time);
    }

    @Override
    public int compareTo(Entry other) {
      return Comparator.comparingLong(Entry::time)
          .thenComparing(Entry::work)
          .thenComparingLong(Entry::id)
          .compare(this, other);
    }
  }

  /// @param expiryNs 0 for a perpetual
  void onFutureListed(int market, long expiryNs) {
    schedule(DueWork.SETTLEMENT, market);
    if (expiryNs == 0) {
      schedule(DueWork.FUNDING, market);
    } else {
      state.due.add(new Entry(expiryNs, DueWork.EXPIRY, market));
    }
  }

  void onFees() {
    schedule(DueWork.VOLUME, 0);
  }

  void onToken() {
    schedule(DueWork.BUYBACK, 0);
  }

  void onOffer(int asset) {
    if (!state.everOffered.contains(asset)) {
      state.everOffered.add(asset);
      schedule(DueWork.LENDING, asset);
    }
  }

  /// Refuses what needs an account's margin while something is due.
  void checkCaughtUp(Command command) {
    if (isBehind() && needsMargin(command)) {
      throw new Refused(
          RefusalReason.CATCHING_UP,
          BigInteger.valueOf(state.clock),
          BigInteger.valueOf(state.due.first().time()));
    }
  }

  private static boolean needsMargin(Command command) {
    return switch (command) {
      case OrderCommand.PlaceLimitOrder _,
          OrderCommand.PlaceMarketOrder _,
          OrderCommand.AmendOrder _,
          AccountCommand.SetLeverage _,
          CashCommand.WithdrawAsset _,
          CashCommand.MoveAsset _,
          CashCommand.PayFromFees _,
          QuoteCommand.AcceptQuote _,
          LeveragedTokenCommand.CreateToken _,
          LeveragedTokenCommand.RedeemToken _,
          TokenCommand.StakeToken _,
          LendingCommand.SetCustodyPolicy _,
          LendingCommand.OfferLending _,
          LiquidationCommand.SetLiquidationProfile _,
          LiquidationCommand.SetMarginProfile _,
          LiquidationCommand.PledgeBackstop _ ->
          true;
      default -> false;
    };
  }

  /// Does at most so many steps of what is due.
  void catchUp(int steps, List<Event> events) {
    for (int i = 0; i < steps && isBehind(); i++) {
      Entry entry = state.due.first();
      events.add(new ClockEvent.DueWorkBegan(entry.work(), entry.id(), entry.time()));
      step(entry, (int) entry.id(), events);
    }
  }

  private boolean isBehind() {
    return !state.due.isEmpty() && state.due.first().time() <= state.clock;
  }

  private void step(Entry entry, int id, List<Event> events) {
    switch (entry.work()) {
      case SETTLEMENT -> settle(entry, id, events);
      case FUNDING -> {
        futures.fund(id, events);
        repeat(entry);
      }
      case LENDING -> {
        if (clearing.step(id, events)) {
          repeat(entry);
        }
      }
      case EXPIRY -> {
        state.due.remove(entry);
        if (expiry.expire(id, events)) {
          add(DueWork.DELISTING, id);
        }
      }
      case STAGE -> endIf(liquidation.askSome(1_024, events), entry);
      case LIQUIDATION -> liquidation.step(entry, events);
      case WEIGHT -> {
        state.due.remove(entry);
        weights.step(id, events);
      }
      case DELISTING -> endIf(terms.isDelisted(id, events), entry);
      case TRIGGER -> {
        state.due.remove(entry);
        triggers.fire(entry.id(), events);
      }
      case REBALANCING, TOKEN_FEE -> ofFund(entry, id, events);
      case VOLUME -> {
        fees.roll(events);
        repeat(entry);
      }
      case BUYBACK -> buyBack(entry, events);
      case WITHDRAWAL -> {
        state.due.remove(entry);
        withdrawals.look(id, entry.time(), events);
      }
      case QUOTE -> {
        state.due.remove(entry);
        quotes.expire(entry.id(), events);
      }
    }
  }

  private void endIf(boolean isDone, Entry entry) {
    if (isDone) {
      state.due.remove(entry);
    }
  }

  private void ofFund(Entry entry, int asset, List<Event> events) {
    if (entry.work() == DueWork.TOKEN_FEE) {
      funds.charge(asset, events);
      repeat(entry);
    } else {
      state.due.remove(entry);
      funds.step(asset, events);
    }
  }

  private void settle(Entry entry, int market, List<Event> events) {
    futures.settle(market, events);
    if (expiry.isWoundUp(market)) {
      state.due.remove(entry);
    } else {
      repeat(entry);
    }
  }

  private void buyBack(Entry entry, List<Event> events) {
    state.due.remove(entry);
    buyback.step(entry.id(), events);
    if (entry.id() == 0) {
      schedule(entry.work(), 0);
    }
  }

  /// Makes a work due at once.
  void add(DueWork work, long id) {
    state.due.add(new Entry(state.clock, work, id));
  }

  private void repeat(Entry entry) {
    state.due.remove(entry);
    schedule(entry.work(), entry.id());
  }

  private void schedule(DueWork work, long id) {
    long period =
        switch (work) {
          case SETTLEMENT -> HALF_A_MINUTE;
          case TOKEN_FEE, VOLUME -> DAY;
          case BUYBACK -> 7 * DAY;
          default -> HOUR;
        };
    state.due.add(new Entry((Math.floorDiv(state.clock, period) + 1) * period, work, id));
  }
}
