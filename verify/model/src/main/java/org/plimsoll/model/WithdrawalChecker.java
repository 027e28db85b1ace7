package org.plimsoll.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.WithdrawalMode;

/// Follows each withdrawal through its states: it is sent only as the oldest of its asset and never
/// while the asset is gated, it is taken back only by its owner, and each change of state moves its
/// amount once.
public final class WithdrawalChecker implements HistoryChecker {
  private final List<WithdrawalRequested> waiting = new ArrayList<>();
  private final SortedMap<Integer, WithdrawalMode> modes = new TreeMap<>();
  private long requested;

  @Override
  public void onCommand(Request request, List<Event> events) {
    Iterator<Event> rest = events.iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case Event.CommandApplied(CashCommand.SetWithdrawalPolicy c) ->
            modes.put(c.asset(), c.mode());
        case WithdrawalRequested e -> {
          BrokenLaw.unlessEqual(++requested, e.withdrawal(), "number of a withdrawal");
          waiting.add(e);
          follow(Cause.WITHDRAWAL_REQUEST, e, rest);
        }
        case CashEvent.WithdrawalSent e -> {
          BrokenLaw.unless(
              modes.get(e.asset()) != WithdrawalMode.GATED, "sent through a closed gate: " + e);
          follow(Cause.WITHDRAWAL, take(e.withdrawal(), e.asset(), true), rest);
        }
        case CashEvent.WithdrawalCanceled e -> {
          boolean isAsked =
              request.command() instanceof CashCommand.CancelWithdrawal c
                  && c.withdrawal() == e.withdrawal()
                  && c.account() == e.account();
          WithdrawalRequested withdrawal = take(e.withdrawal(), e.asset(), false);
          BrokenLaw.unless(
              isAsked && withdrawal.account() == e.account(), "its owner did not ask: " + e);
          follow(Cause.WITHDRAWAL_CANCELLATION, withdrawal, rest);
        }
        case Event.TransferPosted e -> BrokenLaw.unless(!isOfWithdrawals(e), "out of turn: " + e);
        default -> {}
      }
    }
  }

  private WithdrawalRequested take(long number, int asset, boolean mustBeOldest) {
    Optional<WithdrawalRequested> found =
        waiting.stream()
            .filter(w -> w.asset() == asset && (mustBeOldest || w.withdrawal() == number))
            .findFirst();
    BrokenLaw.unless(
        found.isPresent() && found.get().withdrawal() == number,
        "withdrawal " + number + " is not the oldest of asset " + asset);
    waiting.remove(found.orElseThrow());
    return found.orElseThrow();
  }

  private static void follow(Cause cause, WithdrawalRequested w, Iterator<Event> rest) {
    int customer = LedgerAccount.customer(w.account());
    int pending = LedgerAccount.pending(w.account());
    int from = cause == Cause.WITHDRAWAL_REQUEST ? customer : pending;
    int to =
        cause == Cause.WITHDRAWAL
            ? LedgerAccount.custody(w.custody())
            : from == pending ? customer : pending;
    BrokenLaw.unless(rest.hasNext(), "no transfer for " + w);
    BrokenLaw.unlessEqual(
        new Event.TransferPosted(cause, w.asset(), from, to, w.amount()),
        rest.next(),
        "transfer of " + w);
  }

  private static boolean isOfWithdrawals(Event.TransferPosted e) {
    return e.cause() == Cause.WITHDRAWAL_REQUEST
        || e.cause() == Cause.WITHDRAWAL
        || e.cause() == Cause.WITHDRAWAL_CANCELLATION;
  }
}
