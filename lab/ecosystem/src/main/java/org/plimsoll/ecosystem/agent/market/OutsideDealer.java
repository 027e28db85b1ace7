package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Other venues, where a party deals at the index price less what dealing costs, out of what it has
/// outside this one.
///
/// @param cost of dealing, as a part of the value, 0 to 1
record OutsideDealer(WorldLedger ledger, Seat seat, double cost) {
  private static final double E9 = 1e9;

  /// Buys coins for the dollars that the party has, at most so many.
  void buy(double coins) {
    double price = seat.index() * (1 + cost);
    double dollars = seat.dollars(ledger.available(holder(), 0));
    long units = seat.coinUnits(StrictMath.min(coins, dollars / price));
    long paid = value(units, price, Rounding.CEILING);
    if (units > 0 && paid <= ledger.available(holder(), 0)) {
      ledger.transfer(WorldCause.OUTSIDE_TRADE, 0, holder(), WorldLedger.OUTSIDE, paid);
      ledger.transfer(WorldCause.OUTSIDE_TRADE, seat.base(), WorldLedger.OUTSIDE, holder(), units);
    }
  }

  /// Sells all coins that the party has outside.
  void sellAll() {
    long units = ledger.available(holder(), seat.base());
    long paid = value(units, seat.index() * (1 - cost), Rounding.FLOOR);
    ledger.transfer(WorldCause.OUTSIDE_TRADE, seat.base(), holder(), WorldLedger.OUTSIDE, units);
    ledger.transfer(WorldCause.OUTSIDE_TRADE, 0, WorldLedger.OUTSIDE, holder(), paid);
  }

  private long value(long units, double price, Rounding rounding) {
    Instrument base = ledger.instruments().get(seat.base());
    int dollarDecimals = ledger.instruments().getFirst().decimals();
    long priceE9 = StrictMath.round(price * E9);
    return Exact.value(units, priceE9, base.decimals(), dollarDecimals, rounding);
  }

  private int holder() {
    return seat.terminal().holder();
  }
}
