package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;
import org.plimsoll.ecosystem.world.PriceBoard;

/// The lines of a balance sheet as they come together; what has one label is one line. Values are
/// exact: an amount times a price, not rounded.
final class SheetLines {
  private static final int PRICE_DECIMALS = 9;

  private final Roster roster;
  private final PriceBoard prices;
  private final Map<String, Sheet.Line> lines = new LinkedHashMap<>();

  SheetLines(Roster roster, PriceBoard prices) {
    this.roster = roster;
    this.prices = prices;
  }

  /// Adds an amount of an instrument, in its smallest unit; nothing where it is none.
  void add(String label, Tier tier, int instrument, long amount) {
    add(label, tier, value(roster, prices, instrument, amount));
  }

  /// Adds a value.
  void add(String label, Tier tier, BigDecimal value) {
    if (value.signum() != 0) {
      lines.merge(
          label,
          new Sheet.Line(label, tier, value),
          (one, other) ->
              new Sheet.Line(
                  label,
                  one.tier().compareTo(other.tier()) > 0 ? one.tier() : other.tier(),
                  one.value().add(other.value())));
    }
  }

  /// Returns the lines that are something, in the order in which they came.
  List<Sheet.Line> lines() {
    return new ArrayList<>(lines.values())
        .stream().filter(line -> line.value().signum() != 0).toList();
  }

  /// Returns what an amount is worth now.
  static BigDecimal value(Roster roster, PriceBoard prices, int instrument, long amount) {
    int decimals = roster.assets().get(instrument).decimals();
    BigInteger product =
        BigInteger.valueOf(amount).multiply(BigInteger.valueOf(prices.priceE9(instrument)));
    return new BigDecimal(product, PRICE_DECIMALS + decimals);
  }
}
