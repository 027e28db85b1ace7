package org.plimsoll.venue;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.QuoteCommand.OfferQuote;
import org.plimsoll.units.StateHash;

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

  void hashInto(StateHash hash) {
    hash.add(last).add(open.size());
    for (OfferQuote q : open.values()) {
      hash.add(q.quote()).add(q.counterparty()).add(q.account()).add(q.expiresNs());
      hash.add(q.fromAsset()).add(q.fromAmount()).add(q.toAsset()).add(q.toAmount());
    }
  }
}
