package org.plimsoll.model;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;

/// What is due at the slow twin, and when: a sorted set.
final class NaiveDue {
  private static final long HALF_A_MINUTE = 30_000_000_000L;
  private static final long HOUR = 120 * HALF_A_MINUTE;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveClearing clearing;
  private final NaiveTerms terms;
  private final NaiveTriggers triggers;
  private final SortedSet<Entry> entries = new TreeSet<>();

  NaiveDue(
      NaiveState state,
      NaiveFutures futures,
      NaiveClearing clearing,
      NaiveTerms terms,
      NaiveTriggers triggers) {
    this.state = state;
    this.futures = futures;
    this.clearing = clearing;
    this.terms = terms;
    this.triggers = triggers;
  }

  private record Entry(long time, DueWork work, long id) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return Comparator.comparingLong(Entry::time)
          .thenComparing(Entry::work)
          .thenComparingLong(Entry::id)
          .compare(this, other);
    }
  }

  void onFutureListed(int market, boolean isPerpetual) {
    schedule(DueWork.SETTLEMENT, market);
    if (isPerpetual) {
      schedule(DueWork.FUNDING, market);
    }
  }

  void onOffer(int asset) {
    if (!state.everOffered.contains(asset)) {
      state.everOffered.add(asset);
      schedule(DueWork.LENDING, asset);
    }
  }

  /// Refuses what needs an account's margin while something is due.
  void checkCaughtUp(Command command) {
    boolean isBehind =
        needsMargin(command) && !entries.isEmpty() && entries.first().time() <= state.clock;
    Refused.unless(
        !isBehind, RefusalReason.CATCHING_UP, state.clock, isBehind ? entries.first().time() : 0);
  }

  private static boolean needsMargin(Command command) {
    return switch (command) {
      case OrderCommand.PlaceLimitOrder _,
          OrderCommand.PlaceMarketOrder _,
          OrderCommand.AmendOrder _,
          AccountCommand.SetLeverage _,
          CashCommand.WithdrawAsset _,
          LendingCommand.SetCustodyPolicy _,
          LendingCommand.OfferLending _ ->
          true;
      default -> false;
    };
  }

  /// Does at most so many steps of what is due.
  void catchUp(int steps, List<Event> events) {
    for (int i = 0; i < steps && !entries.isEmpty() && entries.first().time() <= state.clock; i++) {
      Entry entry = entries.first();
      events.add(new ClockEvent.DueWorkBegan(entry.work(), entry.id(), entry.time()));
      if (isDone(entry, events)) {
        entries.remove(entry);
        switch (entry.work()) {
          case SETTLEMENT, FUNDING, LENDING -> schedule(entry.work(), entry.id());
          case DELISTING, TRIGGER -> {
            // these happen once
          }
        }
      }
    }
  }

  private boolean isDone(Entry entry, List<Event> events) {
    return switch (entry.work()) {
      case SETTLEMENT -> {
        futures.settle((int) entry.id(), events);
        yield true;
      }
      case FUNDING -> {
        futures.fund((int) entry.id(), events);
        yield true;
      }
      case LENDING -> clearing.step((int) entry.id(), events);
      case DELISTING -> terms.isDelisted((int) entry.id(), events);
      case TRIGGER -> {
        triggers.fire(entry.id(), events);
        yield true;
      }
    };
  }

  /// Makes a work due at once.
  void add(DueWork work, long id) {
    entries.add(new Entry(state.clock, work, id));
  }

  private void schedule(DueWork work, long id) {
    long period = work == DueWork.SETTLEMENT ? HALF_A_MINUTE : HOUR;
    entries.add(new Entry((Math.floorDiv(state.clock, period) + 1) * period, work, id));
  }
}
