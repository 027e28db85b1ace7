package org.plimsoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Request;

/// Marks what histories reach of withdrawals.
final class WithdrawalWatch {
  private final NaiveLedger ledger;
  private final Consumer<CoverageMark> reached;
  private final List<WithdrawalRequested> waiting = new ArrayList<>();

  WithdrawalWatch(NaiveLedger ledger, Consumer<CoverageMark> reached) {
    this.ledger = ledger;
    this.reached = reached;
  }

  /// Marks what a command did, after the ledger has followed it.
  void onCommand(Request request, List<Event> events) {
    List<WithdrawalRequested> before = List.copyOf(waiting);
    for (Event event : events) {
      switch (event) {
        case WithdrawalRequested e -> waiting.add(e);
        case CashEvent.WithdrawalSent e -> {
          waiting.removeIf(w -> w.withdrawal() == e.withdrawal());
          boolean waited = before.stream().anyMatch(w -> w.withdrawal() == e.withdrawal());
          reached.accept(
              waited ? CoverageMark.WITHDRAWAL_SENT_LATER : CoverageMark.WITHDRAWAL_SENT_AT_ONCE);
        }
        case CashEvent.WithdrawalCanceled e -> {
          waiting.removeIf(w -> w.withdrawal() == e.withdrawal());
          reached.accept(CoverageMark.WITHDRAWAL_CANCELED);
        }
        default -> {}
      }
    }
    boolean isLater = request.command() instanceof ClockCommand.AdvanceTime;
    if (isLater && waiting.stream().anyMatch(this::lacksCoins)) {
      reached.accept(CoverageMark.WITHDRAWAL_WAITED_FOR_COINS);
    }
  }

  private boolean lacksCoins(WithdrawalRequested w) {
    return ledger.onHand(w.custody(), w.asset()).longValueExact() < w.amount();
  }
}
