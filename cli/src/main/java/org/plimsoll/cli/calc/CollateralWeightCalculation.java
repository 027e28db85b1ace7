package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.requirement.CollateralWeight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc collateral-weight`: what a coin counts for as collateral, by its quantity.
@Command(
    name = "collateral-weight",
    description = {
      "What a coin counts for as collateral and requires when borrowed, by its quantity.",
      "The rule of FTX's help center (2022)."
    })
final class CollateralWeightCalculation extends Calculation {
  @Option(
      names = "--weight",
      required = true,
      paramLabel = "PART",
      converter = Numeral.Real.class,
      description = "Of a small quantity, above 0 and at most 1.")
  private double weight;

  @Option(
      names = "--factor",
      required = true,
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "Growth per square root of the quantity, not negative.")
  private double factor;

  @Option(
      names = "--quantity",
      required = true,
      paramLabel = "UNITS",
      split = ",",
      converter = Numeral.Real.class,
      description = "Quantities in coins, not negative.")
  private List<Double> quantities = List.of();

  @Override
  Answer answer() {
    CollateralWeight rule = new CollateralWeight(weight, factor);
    double last = quantities.getLast();
    Answer answer =
        new Answer()
            .say(
                Unit.UNITS.of(last)
                    + " coins count for "
                    + Unit.PART.of(rule.effective(last))
                    + " of their value.");
    answer
        .cases("quantity", quantities, Unit.UNITS::of)
        .row("weight", Unit.PART, rule::effective)
        .row("borrow initial", Unit.PART, rule::borrowInitial)
        .row("borrow maintenance", Unit.PART, rule::borrowMaintenance);
    return answer;
  }
}
