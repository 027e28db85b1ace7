package org.plimsoll.solvency.attribution;

import java.math.BigDecimal;
import java.util.List;

/// One asset of one holder between two valuations.
///
/// @param openingQuantity units held at the first valuation; negative if owed
/// @param openingPrice money per unit at the first valuation
/// @param closingPrice money per unit at the second valuation
/// @param movements in between; their order does not matter
public record AssetPeriod(
    BigDecimal openingQuantity,
    BigDecimal openingPrice,
    BigDecimal closingPrice,
    List<Movement> movements) {
  /// Checks the bounds and takes a copy.
  ///
  /// @throws IllegalArgumentException if a price is negative
  public AssetPeriod {
    requirePrice("openingPrice", openingPrice);
    requirePrice("closingPrice", closingPrice);
    movements = List.copyOf(movements);
  }

  private static void requirePrice(String name, BigDecimal price) {
    if (price.signum() < 0) {
      throw new IllegalArgumentException(name + " " + price + " must not be negative");
    }
  }

  /// Returns the change of wealth from the two valuations and the money that moved, without asking
  /// why: what an explanation must add up to.
  public BigDecimal change() {
    BigDecimal quantity = openingQuantity;
    BigDecimal money = BigDecimal.ZERO;
    for (Movement movement : movements) {
      switch (movement) {
        case Movement.Trade(BigDecimal units, BigDecimal price) -> {
          quantity = quantity.add(units);
          money = money.subtract(units.multiply(price));
        }
        case Movement.Payment(_, BigDecimal amount) -> money = money.add(amount);
        case Movement.Delivery(_, BigDecimal units, _) -> quantity = quantity.add(units);
      }
    }
    BigDecimal opening = openingQuantity.multiply(openingPrice);
    return money.add(quantity.multiply(closingPrice)).subtract(opening);
  }
}
