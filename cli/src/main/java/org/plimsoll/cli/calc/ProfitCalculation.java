package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.attribution.AssetPeriod;
import org.plimsoll.solvency.attribution.Explanation;
import org.plimsoll.solvency.attribution.Movement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `plimsoll calc profit`: a change of wealth explained to the last unit.
@Command(
    name = "profit",
    description = {
      "Explain what a holder of one asset won or lost between two valuations: by holding, by trading,"
          + " and by what came and went for a cause. Exact.",
      "What was held gains the move of the price, and what was traded the close less its price."
    })
final class ProfitCalculation extends Calculation {
  @Option(
      names = "--opening-quantity",
      required = true,
      paramLabel = "UNITS",
      converter = Numeral.Exact.class,
      description = "Held at the first valuation, negative if owed.")
  private BigDecimal openingQuantity = BigDecimal.ZERO;

  @Option(
      names = "--opening-price",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Exact.class,
      description = "At the first valuation, not negative.")
  private BigDecimal openingPrice = BigDecimal.ZERO;

  @Option(
      names = "--closing-price",
      required = true,
      paramLabel = "PRICE",
      converter = Numeral.Exact.class,
      description = "At the second valuation, not negative.")
  private BigDecimal closingPrice = BigDecimal.ZERO;

  @Option(
      names = "--trade",
      paramLabel = "UNITS@PRICE",
      split = ",",
      converter = Told.Trade.class,
      description = "Units bought, negative if sold, and their price: 5@22000,-2@21500.")
  private List<Told<Movement>> trades = List.of();

  @Option(
      names = "--payment",
      paramLabel = "MONEY@CAUSE",
      split = ",",
      converter = Told.Payment.class,
      description =
          "Money that came, negative if it went, and why: -50@fee,-300@funding. Causes: fee, funding,"
              + " interest, customer, lender, equity, revenue, emission-support, venture,"
              + " acquisition, real-estate, brand, politics, theft, algorithm-incident, bailout.")
  private List<Told<Movement>> payments = List.of();

  @Option(
      names = "--delivery",
      paramLabel = "UNITS@PRICE@CAUSE",
      split = ",",
      converter = Told.Delivery.class,
      description = "Units that came or went without money, their value and why: -2@21000@theft.")
  private List<Told<Movement>> deliveries = List.of();

  @Override
  Answer answer() {
    List<Movement> movements = new ArrayList<>(Told.values(trades));
    movements.addAll(Told.values(payments));
    movements.addAll(Told.values(deliveries));
    Explanation found =
        Explanation.of(new AssetPeriod(openingQuantity, openingPrice, closingPrice, movements));
    BigDecimal flows = found.flows().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Answer answer =
        new Answer()
            .say(
                "Prices made "
                    + Unit.MONEY.of(found.change().subtract(flows))
                    + " of a change of "
                    + Unit.MONEY.of(found.change())
                    + "; what came and went for a cause made "
                    + Unit.MONEY.of(flows)
                    + ".")
            .exact("change", Unit.MONEY, found.change())
            .exact("holding gain", Unit.MONEY, found.holdingGain())
            .exact("trading gain", Unit.MONEY, found.tradingGain())
            .exact("delivery gain", Unit.MONEY, found.deliveryGain());
    found
        .flows()
        .forEach((cause, sum) -> answer.exact(Told.word(cause).replace('-', ' '), Unit.MONEY, sum));
    return answer.exact("unexplained", Unit.MONEY, found.residual());
  }
}
