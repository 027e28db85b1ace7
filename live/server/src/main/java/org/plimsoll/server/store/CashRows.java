package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashEvent.QuoteExpired;
import org.plimsoll.protocol.CashEvent.WithdrawalCanceled;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.CashEvent.WithdrawalSent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.QuoteCommand.AcceptQuote;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.server.store.Kept.QuoteStatus;
import org.plimsoll.server.store.Kept.WithdrawalStatus;

/// What customers brought, took, moved and converted.
record CashRows(Rows rows) implements Projection {
  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case TransferPosted e -> transfer(e);
      case WithdrawalRequested e ->
          rows.put(
              Statement.WITHDRAWAL,
              e.withdrawal(),
              rows.nowNs(),
              e.account(),
              e.asset(),
              e.amount(),
              e.custody(),
              WithdrawalStatus.REQUESTED.name());
      case WithdrawalSent e -> close(WithdrawalStatus.SENT, e.withdrawal());
      case WithdrawalCanceled e -> close(WithdrawalStatus.CANCELED, e.withdrawal());
      case CommandApplied(OfferQuote c) ->
          rows.put(
              Statement.QUOTE,
              c.quote(),
              rows.nowNs(),
              c.counterparty(),
              c.account(),
              c.fromAsset(),
              c.toAsset(),
              c.fromAmount(),
              c.toAmount(),
              c.expiresNs(),
              QuoteStatus.OPEN.name());
      case CommandApplied(AcceptQuote c) ->
          rows.put(Statement.QUOTE_CLOSED, QuoteStatus.ACCEPTED.name(), rows.nowNs(), c.quote());
      case QuoteExpired e ->
          rows.put(Statement.QUOTE_CLOSED, QuoteStatus.EXPIRED.name(), rows.dueNs(), e.quote());
      default -> {}
    }
  }

  private void transfer(TransferPosted e) {
    int from = LedgerAccount.number(e.from());
    int to = LedgerAccount.number(e.to());
    switch (e.cause()) {
      case DEPOSIT -> rows.add(Statement.DEPOSIT, rows.nowNs(), to, e.asset(), e.amount(), from);
      case MOVE -> rows.add(Statement.MOVE, rows.nowNs(), from, to, e.asset(), e.amount());
      default -> {}
    }
  }

  private void close(WithdrawalStatus status, long withdrawal) {
    rows.put(Statement.WITHDRAWAL_CLOSED, status.name(), rows.nowNs(), withdrawal);
  }
}
