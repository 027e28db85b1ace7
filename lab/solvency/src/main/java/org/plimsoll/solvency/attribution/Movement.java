package org.plimsoll.solvency.attribution;

import java.math.BigDecimal;

/// Something that changed what is held. Amounts are exact, and signed from the holder's side.
public sealed interface Movement {
  /// Units bought (positive) or sold (negative) for money.
  ///
  /// @param quantity units of the asset
  /// @param price money per unit; not negative
  record Trade(BigDecimal quantity, BigDecimal price) implements Movement {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if the price is negative
    public Trade {
      requirePrice(price);
    }
  }

  /// Money that came (positive) or went (negative).
  ///
  /// @param cause why
  /// @param amount in money
  record Payment(FlowCause cause, BigDecimal amount) implements Movement {}

  /// Units that came (positive) or went (negative) without money.
  ///
  /// @param cause why
  /// @param quantity units of the asset
  /// @param price at which the delivery is valued, money per unit; not negative
  record Delivery(FlowCause cause, BigDecimal quantity, BigDecimal price) implements Movement {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if the price is negative
    public Delivery {
      requirePrice(price);
    }
  }

  private static void requirePrice(BigDecimal price) {
    if (price.signum() < 0) {
      throw new IllegalArgumentException("price " + price + " must not be negative");
    }
  }
}
