package org.plimsoll.cli.calc;

import org.plimsoll.solvency.marketmaking.AvellanedaStoikov;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc quote-inventory`: quotes of a market maker who dislikes inventory.
@Command(
    name = "quote-inventory",
    description = {
      "Bid and ask of a market maker who dislikes inventory.",
      "After Avellaneda and Stoikov (2008)."
    })
final class QuoteInventoryCalculation extends Calculation {
  @Option(
      names = "--mid",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "The market's price.")
  private double mid;

  @Option(
      names = "--inventory",
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "Units held, negative if short; 0 if not said.")
  private double inventory;

  @Option(
      names = "--time-left",
      required = true,
      paramLabel = "TIME",
      converter = Numeral.Real.class,
      description = "Time until the book is closed, not negative.")
  private double timeLeft;

  @Option(
      names = "--risk-aversion",
      required = true,
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "Gamma, per unit of money, above 0.")
  private double riskAversion;

  @Option(
      names = "--volatility",
      required = true,
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "Of the price, in money per square root of time, above 0.")
  private double volatility;

  @Option(
      names = "--fill-decay",
      required = true,
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "How fast fills thin out with distance from the mid: k, above 0.")
  private double fillDecay;

  @Override
  Answer answer() {
    AvellanedaStoikov maker = new AvellanedaStoikov(riskAversion, volatility, fillDecay);
    double center = maker.reservationPrice(mid, inventory, timeLeft);
    double spread = maker.spread(timeLeft);
    return new Answer()
        .say(reading())
        .figure("reservation price", Unit.PRICE, center)
        .figure("spread", Unit.PRICE, spread)
        .figure("bid", Unit.PRICE, center - spread / 2)
        .figure("ask", Unit.PRICE, center + spread / 2);
  }

  private String reading() {
    if (inventory == 0 || timeLeft == 0) {
      return "Without inventory or time to lose on it, the quotes stand around the mid.";
    }
    return inventory > 0
        ? "Being long, the maker quotes around less than the mid, so as to sell."
        : "Being short, the maker quotes around more than the mid, so as to buy.";
  }
}
