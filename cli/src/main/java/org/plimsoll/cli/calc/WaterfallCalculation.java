package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.plimsoll.solvency.waterfall.Layer;
import org.plimsoll.solvency.waterfall.LossAllocation;
import org.plimsoll.solvency.waterfall.LossBearers;
import org.plimsoll.solvency.waterfall.LossWaterfall;
import org.plimsoll.solvency.waterfall.WaterfallProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc waterfall`: who bears a loss beyond margin.
@Command(
    name = "waterfall",
    description = {
      "Who bears a loss, layer by layer, exact to a hundredth.",
      "socialized: margin, fund, capital, all profits alike; deleveraging: margin, fund, profits by"
          + " rank; backstop: margin, backstop, fund, all profits alike; clearing-house: margin,"
          + " capital, default fund, all profits alike."
    })
final class WaterfallCalculation extends Calculation {
  @Option(
      names = "--loss",
      required = true,
      paramLabel = "MONEY",
      converter = Numeral.Amount.class,
      description = "In all, not negative.")
  private BigDecimal loss = BigDecimal.ZERO;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      converter = ProfileConverter.class,
      description = "The order of the layers; socialized if not said.")
  private WaterfallProfile profile = WaterfallProfile.SOCIALIZED;

  @Option(
      names = "--margin",
      paramLabel = "MONEY",
      converter = Numeral.Amount.class,
      description = "What the defaulter has put up; 0 if not said, as for all others.")
  private BigDecimal margin = BigDecimal.ZERO;

  @Option(
      names = "--backstop",
      paramLabel = "MONEY",
      converter = Numeral.Amount.class,
      description = "What backstop providers have pledged.")
  private BigDecimal backstop = BigDecimal.ZERO;

  @Option(
      names = "--insurance-fund",
      paramLabel = "MONEY",
      converter = Numeral.Amount.class,
      description = "A fund that fees have filled.")
  private BigDecimal insuranceFund = BigDecimal.ZERO;

  @Option(
      names = "--venue-capital",
      paramLabel = "MONEY",
      converter = Numeral.Amount.class,
      description = "The venue's own equity that stands in this place.")
  private BigDecimal venueCapital = BigDecimal.ZERO;

  @Option(
      names = "--default-fund",
      paramLabel = "MONEY",
      converter = Numeral.Amount.class,
      description = "What members have paid in against each other's defaults.")
  private BigDecimal defaultFund = BigDecimal.ZERO;

  @Option(
      names = "--profit",
      paramLabel = "MONEY",
      split = ",",
      converter = Numeral.Amount.class,
      description = "Profits of accounts, above 0, the first to be deleveraged first.")
  private List<BigDecimal> profits = List.of();

  @Override
  Answer answer() {
    LossAllocation allocation =
        LossWaterfall.allocate(
            loss, profile, new LossBearers(pots(), accounts()), Numeral.DECIMALS);
    Answer answer = new Answer().say(reading(allocation));
    for (LossAllocation.Share share : allocation.shares()) {
      String bearer = share.bearer().toLowerCase(Locale.ROOT).replace('_', ' ');
      answer.exact(bearer, Unit.MONEY, share.amount());
    }
    answer.exact("uncovered", Unit.MONEY, allocation.uncovered());
    double taken =
        allocation
            .borneBy(Layer.SOCIALIZED_LOSS)
            .add(allocation.borneBy(Layer.DELEVERAGING))
            .doubleValue();
    double total = profits.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    return answer.figure("part of profits taken", Unit.PART, taken / total);
  }

  private Map<Layer, BigDecimal> pots() {
    Map<Layer, BigDecimal> pots = new EnumMap<>(Layer.class);
    pots.put(Layer.MARGIN, margin);
    pots.put(Layer.BACKSTOP, backstop);
    pots.put(Layer.INSURANCE_FUND, insuranceFund);
    pots.put(Layer.VENUE_CAPITAL, venueCapital);
    pots.put(Layer.DEFAULT_FUND, defaultFund);
    return pots;
  }

  private List<LossBearers.Profit> accounts() {
    return IntStream.range(0, profits.size())
        .mapToObj(i ->
            within("--profit", () -> new LossBearers.Profit("profit " + (i + 1), profits.get(i))))
        .toList();
  }

  private static String reading(LossAllocation allocation) {
    return allocation.uncovered().signum() == 0
        ? "The layers bear the whole loss."
        : Unit.MONEY.of(allocation.uncovered())
            + " of the loss find no bearer: creditors lose them.";
  }
}
