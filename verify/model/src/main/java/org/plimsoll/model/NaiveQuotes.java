package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.checkKnown;
import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.RefusalReason;

/// Quotes at the slow twin: a list of those that nobody has accepted and that have not expired.
final class NaiveQuotes {
  private static final int OPEN_MAX = 100;

  private final NaiveState state;
  private final NaiveGates gates;
  private final List<QuoteCommand.OfferQuote> open = new ArrayList<>();
  private long offered;

  NaiveQuotes(NaiveState state, NaiveGates gates) {
    this.state = state;
    this.gates = gates;
  }

  List<QuoteCommand.OfferQuote> open() {
    return open;
  }

  /// Returns how many were ever offered.
  long offered() {
    return offered;
  }

  void on(QuoteCommand command, List<Event> events) {
    switch (command) {
      case QuoteCommand.OfferQuote c -> offer(c, events);
      case QuoteCommand.AcceptQuote c -> accept(c, events);
    }
  }

  void expire(long quote, List<Event> events) {
    open.removeIf(q -> q.quote() == quote);
    events.add(new CashEvent.QuoteExpired(quote));
  }

  private void offer(QuoteCommand.OfferQuote c, List<Event> events) {
    unless(c.expiresNs() > state.clock, RefusalReason.TIME_BACKWARD, state.clock, c.expiresNs());
    unless(c.quote() == offered + 1, RefusalReason.NUMBER_NOT_NEXT, offered + 1, c.quote());
    long count = open.stream().filter(q -> q.counterparty() == c.counterparty()).count();
    unless(count < OPEN_MAX, RefusalReason.CAPACITY_REACHED, count + 1, OPEN_MAX);
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.fromAsset(), state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.toAsset(), state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.counterparty(), state.accounts.size());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    unless(
        c.counterparty() != c.account(), RefusalReason.SAME_PLACE, c.counterparty(), c.account());
    unless(c.fromAsset() != c.toAsset(), RefusalReason.SAME_PLACE, c.fromAsset(), c.toAsset());
    checkAmount(c.fromAsset(), c.fromAmount());
    checkAmount(c.toAsset(), c.toAmount());
    state.checkFree(c.counterparty());
    state.checkFree(c.account());
    offered++;
    open.add(c);
    state.due.add(due(c));
    events.add(new Event.CommandApplied(c));
  }

  private void accept(QuoteCommand.AcceptQuote c, List<Event> events) {
    Optional<QuoteCommand.OfferQuote> found =
        open.stream().filter(q -> q.quote() == c.quote()).findFirst();
    unless(found.isPresent(), RefusalReason.UNKNOWN_QUOTE, 0, c.quote());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    QuoteCommand.OfferQuote quote = found.orElseThrow();
    unless(
        quote.account() == c.account(), RefusalReason.NOT_THE_OWNER, quote.account(), c.account());
    BigInteger from = BigInteger.valueOf(quote.fromAmount());
    BigInteger to = BigInteger.valueOf(quote.toAmount());
    NaiveGates.Amount given = NaiveGates.Amount.atOnce(quote.fromAsset(), from);
    NaiveGates.Amount taken = NaiveGates.Amount.atOnce(quote.toAsset(), to);
    List<Event> exemptions = new ArrayList<>();
    exemptions.addAll(
        gates.checkOrder(quote.account(), new NaiveGates.Exchange(Optional.empty(), given, taken)));
    exemptions.addAll(
        gates.checkOrder(
            quote.counterparty(), new NaiveGates.Exchange(Optional.empty(), taken, given)));
    state.checkFree(quote.counterparty());
    state.checkFree(quote.account());
    events.add(new Event.CommandApplied(c));
    events.addAll(exemptions);
    open.remove(quote);
    state.due.remove(due(quote));
    pay(quote.fromAsset(), quote.account(), quote.counterparty(), from, events);
    pay(quote.toAsset(), quote.counterparty(), quote.account(), to, events);
  }

  private void pay(int asset, int from, int to, BigInteger amount, List<Event> events) {
    state.ledger.post(asset, from, to, amount);
    events.add(
        new Event.TransferPosted(Cause.CONVERSION, asset, from, to, amount.longValueExact()));
  }

  private static NaiveDue.Entry due(QuoteCommand.OfferQuote quote) {
    return new NaiveDue.Entry(quote.expiresNs(), DueWork.QUOTE, quote.quote());
  }

  private void checkAmount(int asset, long amount) {
    unlessWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        1,
        amount,
        state.assets.get(asset).definition().balanceMax());
  }
}
