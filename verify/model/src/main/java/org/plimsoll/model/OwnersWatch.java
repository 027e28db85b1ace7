package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;

/// Marks what histories reach of what owners take out.
final class OwnersWatch {
  private final NaiveLedger ledger;
  private final Consumer<CoverageMark> reached;

  OwnersWatch(NaiveLedger ledger, Consumer<CoverageMark> reached) {
    this.ledger = ledger;
    this.reached = reached;
  }

  /// Marks who comes before the owners, from the answer and what there is without him.
  void onAnswer(Request request, List<Event> events) {
    if (request.command() instanceof PayFromFees c
        && events.get(1) instanceof Event.CommandRefused e) {
      BigInteger asked = BigInteger.valueOf(c.amount());
      if (e.reason() == RefusalReason.INSUFFICIENT_BALANCE
          && asked.compareTo(ledger.balance(NaiveLedger.VENUE_BIT, c.asset())) <= 0) {
        reached.accept(CoverageMark.OWNERS_AFTER_THE_TREASURY);
      }
      if (e.reason() == RefusalReason.INSUFFICIENT_CUSTODY
          && asked.compareTo(ledger.onHand(c.custody(), c.asset())) <= 0) {
        reached.accept(CoverageMark.OWNERS_AFTER_CUSTOMERS);
      }
    }
  }
}
