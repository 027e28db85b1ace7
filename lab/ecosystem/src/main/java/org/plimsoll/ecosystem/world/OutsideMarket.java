package org.plimsoll.ecosystem.world;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Where parties trade with the rest of the world at the price of the moment, elsewhere than at the
/// venue.
public final class OutsideMarket {
  private final WorldLedger ledger;
  private final Appraiser appraiser;

  /// Creates the market of a ledger, whose instrument 0 is paid with.
  public OutsideMarket(WorldLedger ledger, Appraiser appraiser) {
    this.ledger = ledger;
    this.appraiser = appraiser;
  }

  /// Buys for at most so much money; nothing where there is no price.
  ///
  /// @param money not more than the holder has
  public void buy(int holder, int instrument, long money) {
    buy(holder, instrument, money, 0);
  }

  /// Buys above the price for so much money; nothing where there is no price.
  ///
  /// @param money not more than the holder has
  /// @param slip fraction of the money that is lost, 0 to 1
  public void buy(int holder, int instrument, long money, double slip) {
    long amount = appraiser.amountFor(instrument, less(money, slip)) - 1;
    if (amount > 0 && amount < Long.MAX_VALUE - 1) {
      trade(holder, WorldLedger.OUTSIDE, instrument, amount, money);
    }
  }

  /// Sells an amount below the price.
  ///
  /// @param slip fraction of the price that is lost, 0 to 1
  public void sell(int holder, int instrument, long amount, double slip) {
    long money = less(appraiser.worth(instrument, amount), slip);
    trade(WorldLedger.OUTSIDE, holder, instrument, amount, money);
  }

  /// Sells as little as brings so much money, or all that the holder has where that is less.
  ///
  /// @param money not negative
  /// @param slip fraction of the price that is lost, 0 to 1
  public void sellFor(int holder, int instrument, long money, double slip) {
    long worth =
        keptE9(slip) == 0
            ? Long.MAX_VALUE
            : Exact.mulDivOrMax(money, Exact.ONE_E9, keptE9(slip), Rounding.CEILING);
    long amount = appraiser.amountFor(instrument, worth);
    sell(holder, instrument, Math.min(amount, ledger.balance(holder, instrument)), slip);
  }

  private static long less(long money, double slip) {
    return Exact.mulDiv(money, keptE9(slip), Exact.ONE_E9, Rounding.FLOOR);
  }

  private static long keptE9(double slip) {
    return Math.round((1 - slip) * 1e9);
  }

  private void trade(int buyer, int seller, int instrument, long amount, long money) {
    ledger.transfer(WorldCause.OUTSIDE_TRADE, 0, buyer, seller, money);
    ledger.transfer(WorldCause.OUTSIDE_TRADE, instrument, seller, buyer, amount);
  }
}
