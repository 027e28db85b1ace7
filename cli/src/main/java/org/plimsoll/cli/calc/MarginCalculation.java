package org.plimsoll.cli.calc;

import java.util.List;
import org.plimsoll.solvency.requirement.SizeScaling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc margin`: margin fractions that grow with the square root of a position's size.
@Command(
    name = "margin",
    description = {
      "Initial, maintenance and auto-close fractions of a position by its size.",
      "The square-root rule of FTX's help center (2022)."
    })
final class MarginCalculation extends Calculation {
  @Option(
      names = "--leverage-max",
      required = true,
      paramLabel = "TIMES",
      converter = Numeral.Real.class,
      description = "Largest leverage of a small position, at least 1.")
  private double leverageMax;

  @Option(
      names = "--factor",
      required = true,
      paramLabel = "NUMBER",
      converter = Numeral.Real.class,
      description = "Growth per square root of the size, not negative.")
  private double factor;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "UNITS",
      split = ",",
      converter = Numeral.Real.class,
      description = "Sizes in units of the underlying, open orders included.")
  private List<Double> sizes = List.of();

  @Override
  Answer answer() {
    SizeScaling rule = new SizeScaling(leverageMax, factor);
    double largest = rule.initial(sizes.getLast());
    Answer answer = new Answer();
    if (largest > 1) {
      answer.say(
          "A position of "
              + Unit.UNITS.of(sizes.getLast())
              + " asks for more than it is worth: nobody could open it, but who is exempt.");
    } else {
      answer.say(
          "A position of "
              + Unit.UNITS.of(sizes.getLast())
              + " may have a leverage of "
              + Unit.TIMES.of(1 / largest)
              + ".");
    }
    answer
        .cases("size", sizes, Unit.UNITS::of)
        .row("initial", Unit.PART, rule::initial)
        .row("maintenance", Unit.PART, rule::maintenance)
        .row("auto close", Unit.PART, rule::autoClose);
    return answer;
  }
}
