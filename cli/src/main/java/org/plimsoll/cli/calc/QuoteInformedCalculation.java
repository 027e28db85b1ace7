package org.plimsoll.cli.calc;

import org.plimsoll.solvency.marketmaking.GlostenMilgrom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc quote-informed`: quotes against traders of whom some know the value.
@Command(
    name = "quote-informed",
    description = {
      "Bid and ask that break even where some traders know the value.",
      "After Glosten and Milgrom (1985)."
    })
final class QuoteInformedCalculation extends Calculation {
  @Option(
      names = "--high",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "The higher of the two possible values.")
  private double high;

  @Option(
      names = "--low",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "The lower one.")
  private double low;

  @Option(
      names = "--high-probability",
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Probability of the higher value, from 0 to 1; 50%% if not said.")
  private double highProbability = 0.5;

  @Option(
      names = "--informed-share",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "The part of traders who know the value, from 0 to 1.")
  private double informedShare;

  @Override
  Answer answer() {
    GlostenMilgrom quotes = new GlostenMilgrom(high, low, highProbability, informedShare);
    return new Answer()
        .say(
            "The spread of "
                + Unit.PRICE.of(quotes.spread())
                + " only pays for what the informed take.")
        .figure("bid", Unit.PRICE, quotes.bid())
        .figure("ask", Unit.PRICE, quotes.ask())
        .figure("spread", Unit.PRICE, quotes.spread());
  }
}
