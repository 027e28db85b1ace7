package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.world.WorldLedger;

/// Dollars and coins that a party keeps at a venue to trade with: what is short is bought outside
/// and brought in, what is too much is taken out and sold. Where the venue does not send what is
/// asked for, it stays there.
///
/// @param bank the custody location for dollars
/// @param wallet the one for coins
record VenueStock(WorldLedger ledger, Seat seat, OutsideDealer outside, int bank, int wallet) {
  /// How far a stock may be off before it is worth a transfer, as a part of it.
  private static final double SLACK = .1;

  /// Brings the stock to so many dollars and coins, as far as it can.
  void restore(double dollars, double coins) {
    double tooManyCoins = seat.coins() - coins;
    if (tooManyCoins > SLACK * StrictMath.abs(coins)) {
      takeOut(seat.base(), seat.coinUnits(tooManyCoins), wallet);
    }
    outside.sellAll();
    double tooManyDollars = seat.dollars() - dollars;
    if (tooManyDollars > SLACK * dollars) {
      takeOut(0, seat.dollarUnits(tooManyDollars), bank);
    }
    if (-tooManyCoins > SLACK * StrictMath.abs(coins)) {
      outside.buy(-tooManyCoins);
      bringIn(seat.base(), Long.MAX_VALUE, wallet);
    }
    if (-tooManyDollars > SLACK * dollars) {
      bringIn(0, seat.dollarUnits(-tooManyDollars), bank);
    }
  }

  private void takeOut(int asset, long units, int place) {
    if (units > 0) {
      terminal().withdraw(asset, units, place);
    }
  }

  private void bringIn(int asset, long units, int place) {
    long brought = StrictMath.min(units, ledger.available(terminal().holder(), asset));
    if (brought > 0) {
      terminal().deposit(asset, brought, place);
    }
  }

  private Terminal terminal() {
    return seat.terminal();
  }
}
