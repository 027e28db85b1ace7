package org.plimsoll.venue;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The quotes that are open, and how many each counterparty has.
final class Quotes {
  private final TreeMap<Long, OfferQuote> open = new TreeMap<>();
  private final TreeMap<Integer, Integer> openByCounterparty = new TreeMap<>();
  private long last;

  long last() {
    return last;
  }

  int openOf(int counterparty) {
    return openByCounterparty.getOrDefault(counterparty, 0);
  }

  @Nullable OfferQuote find(long quote) {
    return open.get(quote);
  }

  void add(OfferQuote quote) {
    last = quote.quote();
    open.put(last, quote);
    openByCounterparty.merge(quote.counterparty(), 1, Integer::sum);
  }

  void remove(OfferQuote quote) {
    open.remove(quote.quote());
    openByCounterparty.compute(
        quote.counterparty(), (_, count) -> count == null || count == 1 ? null : count - 1);
  }

  /// Returns every open quote, by number.
  List<OfferQuote> all() {
    return List.copyOf(open.values());
  }

  void writeTo(StateSink sink) {
    sink.add(last).add(open.size());
    for (OfferQuote q : open.values()) {
      sink.add(q.quote()).add(q.counterparty()).add(q.account()).add(q.expiresNs());
      sink.add(q.fromAsset()).add(q.fromAmount()).add(q.toAsset()).add(q.toAmount());
    }
  }

  void readFrom(StateSource source, int accounts, int assets) {
    long lastNumber = source.within(0, Long.MAX_VALUE);
    int count = source.count();
    for (int i = 0; i < count; i++) {
      long number = source.within(last + 1, lastNumber);
      int counterparty = source.index(accounts);
      int account = source.index(accounts);
      long expiresNs = source.number();
      int fromAsset = source.index(assets);
      long fromAmount = source.within(1, Limits.BALANCE_MAX);
      int toAsset = source.index(assets);
      long toAmount = source.within(1, Limits.BALANCE_MAX);
      add(
          new OfferQuote(
              number, counterparty, account, fromAsset, toAsset, fromAmount, toAmount, expiresNs));
    }
    last = lastNumber;
  }
}
