package org.plimsoll.ecosystem.world;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What amounts are worth at the prices of the moment, in the smallest unit of account, and how
/// much of something so much money is.
public final class Appraiser {
  private final WorldLedger ledger;
  private final PriceBoard prices;

  /// Creates one who looks at a board of prices.
  public Appraiser(WorldLedger ledger, PriceBoard prices) {
    this.ledger = ledger;
    this.prices = prices;
  }

  /// Returns the smallest units of account in so many whole ones, rounded to the nearest.
  public long money(double units) {
    return Math.round(units * Exact.powerOfTen(decimals(0)));
  }

  /// Returns the whole units of account of an amount of money, for decisions.
  public double units(long money) {
    return (double) money / Exact.powerOfTen(decimals(0));
  }

  /// Returns what an amount is worth, rounded down.
  public long worth(int instrument, long amount) {
    return instrument == 0
        ? amount
        : Exact.value(
            amount, prices.priceE9(instrument), decimals(instrument), decimals(0), Rounding.FLOOR);
  }

  /// Returns what a holder has of an instrument, at its worth.
  public long worthOf(int holder, int instrument) {
    return worth(instrument, ledger.balance(holder, instrument));
  }

  /// Returns how much of an instrument is worth an amount of money, rounded up; the largest number
  /// where it has no price.
  ///
  /// @param money not negative
  public long amountFor(int instrument, long money) {
    long price = prices.priceE9(instrument);
    if (instrument == 0 || price == 0) {
      return instrument == 0 ? money : Long.MAX_VALUE;
    }
    long scale = Exact.powerOfTen(9 + decimals(instrument) - decimals(0));
    return Exact.mulDivOrMax(money, scale, price, Rounding.CEILING);
  }

  private int decimals(int instrument) {
    return ledger.instruments().get(instrument).decimals();
  }
}
