package org.plimsoll.model;

import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.QuoteCommand;

/// Draws offers, fair and not, and acceptances, in time and late.
final class GenQuotes {
  private final SplittableRandom random;
  private final NaiveVenue twin;
  private final GenNumbers numbers;

  GenQuotes(SplittableRandom random, NaiveVenue twin, GenNumbers numbers) {
    this.random = random;
    this.twin = twin;
    this.numbers = numbers;
  }

  Command any() {
    List<QuoteCommand.OfferQuote> open = twin.quotes().open();
    return open.isEmpty() || random.nextInt(5) < 2 ? offer() : acceptance(open);
  }

  private Command offer() {
    int account = numbers.account();
    int counterparty = numbers.account();
    int from = numbers.asset();
    int to = random.nextInt(8) == 0 ? from : other(from);
    long next = twin.quotes().offered() + 1;
    long clock = twin.state().clock;
    return new QuoteCommand.OfferQuote(
        random.nextInt(16) == 0 ? numbers.edge(next) : next,
        counterparty,
        account,
        from,
        to,
        amount(account, from),
        amount(counterparty, to),
        random.nextInt(10) == 0 ? numbers.edge(clock) : clock + 1 + random.nextInt(3_000));
  }

  private int other(int asset) {
    int count = Math.max(2, twin.state().assets.size());
    return Math.floorMod(asset + 1 + random.nextInt(count - 1), count);
  }

  private long amount(int payer, int asset) {
    return random.nextBoolean() ? 1 + random.nextInt(5) : numbers.withdrawal(payer, asset);
  }

  private Command acceptance(List<QuoteCommand.OfferQuote> open) {
    QuoteCommand.OfferQuote quote = open.get(random.nextInt(open.size()));
    return new QuoteCommand.AcceptQuote(
        random.nextInt(10) == 0 ? numbers.account() : quote.account(),
        random.nextInt(12) == 0 ? numbers.edge(quote.quote()) : quote.quote());
  }
}
