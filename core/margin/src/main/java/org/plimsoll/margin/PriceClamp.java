package org.plimsoll.margin;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What reaches the risk engine of the prices that a feed sends: of any two prices in force within
/// five minutes, the later one is at most 20 % from the earlier.
///
/// The published rule is "EWMA price bands: no more than about 20 % per 5 minutes", without their
/// formula. An average that follows the price lets more through than it says: a jump of 20 %, and
/// then as much again while the average catches up. Here time is cut into slots of five minutes,
/// and a price must be within 20 % of the highest and of the lowest price that was in force in this
/// slot or the one before. So nothing faster than the rule gets through, at once or in steps; after
/// a jump of 20 % the next waits between five and ten minutes.
///
/// An immutable value; six numbers are all it remembers, and there is a new one only where they
/// change. Prices are positive, billionths or any other steps: a clamp of prices in ticks gives
/// prices in ticks.
///
/// @param slot number of the current five minutes since the epoch of the caller's clock
/// @param lowBeforeE9 lowest price in force in the slot before
/// @param highBeforeE9 highest price in force in the slot before
/// @param lowE9 lowest price in force in this slot
/// @param highE9 highest price in force in this slot
/// @param priceE9 the price in force
public record PriceClamp(
    long slot, long lowBeforeE9, long highBeforeE9, long lowE9, long highE9, long priceE9) {
  private static final long SLOT_MILLIS = 300_000;

  /// Returns a clamp that the first price has passed, whatever it is: nothing is known before.
  ///
  /// @param timeMillis not negative
  /// @param priceE9 positive
  public static PriceClamp first(long timeMillis, long priceE9) {
    return still(timeMillis / SLOT_MILLIS, priceE9);
  }

  /// Returns the clamp after a price has come: [#priceE9] is then that price, or the end of the
  /// band that it is beyond.
  ///
  /// @param timeMillis not before that of any earlier price
  /// @param heardE9 positive
  public PriceClamp next(long timeMillis, long heardE9) {
    if (heardE9 == priceE9) {
      return this; // it stays in force, and so begins each slot until another comes
    }
    PriceClamp now = at(timeMillis / SLOT_MILLIS);
    long price = Math.clamp(heardE9, now.lowestE9(), now.highestE9());
    if (price == now.priceE9) {
      return now;
    }
    return new PriceClamp(
        now.slot,
        now.lowBeforeE9,
        now.highBeforeE9,
        Math.min(now.lowE9, price),
        Math.max(now.highE9, price),
        price);
  }

  /// Returns the lowest price that may follow in this slot: 80 % of the highest, rounded up. Prices
  /// of a few billionths may always move by one.
  public long lowestE9() {
    long high = Math.max(highBeforeE9, highE9);
    return Math.max(1, Math.min(high - 1, Exact.mulDiv(high, 4, 5, Rounding.CEILING)));
  }

  /// Returns the highest price that may follow in this slot: 120 % of the lowest, rounded down.
  /// Prices of a few billionths may always move by one; no price is above the largest `long`.
  public long highestE9() {
    long low = Math.min(lowBeforeE9, lowE9);
    return Math.max(
        low == Long.MAX_VALUE ? low : low + 1, Exact.mulDivOrMax(low, 6, 5, Rounding.FLOOR));
  }

  /// The price in force stays so until the next comes, and begins each slot.
  private PriceClamp at(long newSlot) {
    if (newSlot == slot) {
      return this;
    }
    return newSlot == slot + 1
        ? new PriceClamp(newSlot, lowE9, highE9, priceE9, priceE9, priceE9)
        : still(newSlot, priceE9);
  }

  private static PriceClamp still(long slot, long priceE9) {
    return new PriceClamp(slot, priceE9, priceE9, priceE9, priceE9, priceE9);
  }
}
