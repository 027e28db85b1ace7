package org.plimsoll.cli.calc;

import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.AttackCost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc attack`: what it takes to sell a token short down to its tipping price.
@Command(
    name = "attack",
    description = {
      "What it takes and earns to sell a token short down to the price from which it falls by itself.",
      "The exponential market of calc spiral, with the prices of calc own-token."
    })
final class AttackCalculation extends Calculation {
  @Option(
      names = "--price",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "The good price, at which the attack begins.")
  private double price;

  @Option(
      names = "--depth",
      required = true,
      paramLabel = "UNITS",
      converter = Numeral.Real.class,
      description = "M: the units whose sale moves the log price by 1, above 0.")
  private double depth;

  @Option(
      names = "--tipping-price",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "The price from which the token falls by itself.")
  private double tippingPrice;

  @Option(
      names = "--collapse-price",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Real.class,
      description = "The price at which the short is bought back, not negative.")
  private double collapsePrice;

  @Option(
      names = "--borrow-cost",
      paramLabel = "MONEY",
      converter = Numeral.Real.class,
      description = "What borrowing the tokens costs; 0 if not said.")
  private double borrowCost;

  @Override
  Answer answer() {
    AttackCost attack =
        new AttackCost(
            new ExponentialImpact(price, depth), tippingPrice, collapsePrice, borrowCost);
    return new Answer()
        .say(
            attack.attackable()
                ? "The attack pays: somebody may try it."
                : "The attack does not pay.")
        .figure("tokens", Unit.UNITS, attack.tokens())
        .figure("proceeds", Unit.MONEY, attack.proceeds())
        .figure("buy back", Unit.MONEY, attack.buyBack())
        .figure("capital needed", Unit.MONEY, attack.capitalNeeded())
        .figure("profit", Unit.MONEY, attack.profit());
  }
}
