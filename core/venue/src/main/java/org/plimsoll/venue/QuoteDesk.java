package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashEvent.QuoteExpired;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.QuoteCommand.AcceptQuote;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.protocol.RefusalReason;

/// Converts one asset into another between two named accounts, at a price that one of them quotes.
/// The venue is never the other side by itself: whoever quotes is an account like any other.
final class QuoteDesk {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate accepting;
  private final MarginGate offering;
  private final Exchange exchange = new Exchange();

  QuoteDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.accepting = new MarginGate(state, checks);
    this.offering = new MarginGate(state, checks);
  }

  void on(QuoteCommand command) {
    switch (command) {
      case OfferQuote c -> offer(c);
      case AcceptQuote c -> accept(c);
    }
  }

  /// Takes an offer off whose time has come, and whose entry stands first on the agenda.
  void expire(long quote) {
    state.agenda.remove();
    OfferQuote expired = state.quotes.find(quote);
    if (expired != null) {
      state.quotes.remove(expired);
      state.sink.onDesk(new QuoteExpired(quote));
    }
  }

  private void offer(OfferQuote c) {
    boolean passes =
        endsAhead(c)
            && isNext(c)
            && hasRoom(c.counterparty())
            && checks.asset(c.fromAsset())
            && checks.asset(c.toAsset())
            && checks.account(c.counterparty())
            && checks.account(c.account())
            && checks.differ(c.counterparty(), c.account())
            && checks.differ(c.fromAsset(), c.toAsset())
            && checks.amount(c.fromAsset(), c.fromAmount())
            && checks.amount(c.toAsset(), c.toAmount())
            && checks.isFree(c.counterparty())
            && checks.isFree(c.account());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.quotes.add(c);
      state.agenda.add(c.expiresNs(), DueWork.QUOTE, c.quote());
    }
  }

  private void accept(AcceptQuote c) {
    if (!checks.isCaughtUp()) {
      return;
    }
    OfferQuote quote = state.quotes.find(c.quote());
    if (quote == null) {
      checks.refuse(RefusalReason.UNKNOWN_QUOTE, 0, c.quote());
    } else if (checks.account(c.account()) && isOfferedTo(c.account(), quote) && bothCan(quote)) {
      state.sink.onCommandApplied(c);
      accepting.tellExemption(quote.account());
      offering.tellExemption(quote.counterparty());
      state.quotes.remove(quote);
      state.agenda.remove(quote.expiresNs(), DueWork.QUOTE, quote.quote());
      int account = LedgerAccount.customer(quote.account());
      int counterparty = LedgerAccount.customer(quote.counterparty());
      state.ledger.post(
          Cause.CONVERSION, quote.fromAsset(), account, counterparty, quote.fromAmount());
      state.ledger.post(Cause.CONVERSION, quote.toAsset(), counterparty, account, quote.toAmount());
    }
  }

  /// Each side passes as an order would that trades at once; the one who accepts is asked first.
  private boolean bothCan(OfferQuote q) {
    long from = q.fromAmount();
    long to = q.toAmount();
    exchange.between(q.fromAsset(), q.toAsset()).now(from, to).inAll(from, to).counted(from, to);
    if (!accepting.allowsConversion(q.account(), exchange)) {
      return false;
    }
    exchange.between(q.toAsset(), q.fromAsset()).now(to, from).inAll(to, from).counted(to, from);
    return offering.allowsConversion(q.counterparty(), exchange)
        && checks.isFree(q.counterparty())
        && checks.isFree(q.account());
  }

  private boolean endsAhead(OfferQuote c) {
    return c.expiresNs() > state.clockNs
        || checks.refuse(RefusalReason.TIME_BACKWARD, state.clockNs, c.expiresNs());
  }

  private boolean isNext(OfferQuote c) {
    long next = state.quotes.last() + 1;
    return c.quote() == next || checks.refuse(RefusalReason.NUMBER_NOT_NEXT, next, c.quote());
  }

  private boolean hasRoom(int counterparty) {
    int max = Limits.QUOTES_PER_COUNTERPARTY_MAX;
    int open = state.quotes.openOf(counterparty);
    return open < max || checks.refuse(RefusalReason.CAPACITY_REACHED, open + 1L, max);
  }

  private boolean isOfferedTo(int account, OfferQuote quote) {
    return quote.account() == account
        || checks.refuse(RefusalReason.NOT_THE_OWNER, quote.account(), account);
  }
}
