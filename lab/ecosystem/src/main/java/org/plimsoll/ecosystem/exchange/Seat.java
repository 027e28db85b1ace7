package org.plimsoll.ecosystem.exchange;

import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.VenueView;

/// A terminal before one market, in the units that people think in: coins and dollars (whole units
/// of account). Agents decide in these; what they send is whole ticks and lots.
public final class Seat {
  private static final double E9 = 1e9;

  private final Terminal terminal;
  private final MarketListing listing;
  private final double priceStep;
  private final double coinsPerLot;
  private final double coinUnit;
  private final double dollarUnit;

  /// Sits down before a market.
  ///
  /// @param market its number
  public Seat(Exchange exchange, Terminal terminal, int market) {
    VenueView books = exchange.books();
    this.terminal = terminal;
    listing = books.markets().get(market);
    coinUnit = StrictMath.pow(10, books.asset(listing.base()).decimals());
    dollarUnit = StrictMath.pow(10, books.asset(0).decimals());
    priceStep = listing.tickE9() / E9;
    coinsPerLot = listing.lot() / coinUnit;
  }

  /// Returns the terminal.
  public Terminal terminal() {
    return terminal;
  }

  /// Returns the market's number.
  public int market() {
    return listing.market();
  }

  /// Returns the number of the asset whose price is traded.
  public int base() {
    return listing.base();
  }

  /// Returns whether positions are taken here and not coins bought.
  public boolean isFuture() {
    return listing instanceof ListFuture;
  }

  /// Returns the base asset's index in dollars; 0 where there is none.
  public double index() {
    return terminal.indexE9(base()) / E9;
  }

  /// Returns the mark in dollars, of the future or of the coin; 0 where there is none.
  public double mark() {
    return isFuture()
        ? terminal.futureMarkTicks(market()) * priceStep
        : terminal.markE9(base()) / E9;
  }

  /// Returns the best price of a side in dollars; 0 where nobody quotes.
  public double best(Side side) {
    return terminal.bestTicks(market(), side) * priceStep;
  }

  /// Returns the middle of the best prices, or the last price where a side is empty, or the mark
  /// where nothing was traded.
  public double middle() {
    double bid = best(Side.BUY);
    double ask = best(Side.SELL);
    if (bid > 0 && ask > 0) {
      return (bid + ask) / 2;
    }
    double last = terminal.lastTicks(market()) * priceStep;
    return last > 0 ? last : mark();
  }

  /// Returns the coins that the account has or owes, or its position in a future.
  public double coins() {
    return isFuture()
        ? terminal.positionLots(market()) * coinsPerLot
        : terminal.balance(base()) / coinUnit;
  }

  /// Returns the dollars that the account has or owes.
  public double dollars() {
    return terminal.balance(0) / dollarUnit;
  }

  /// Returns what dollars and coins, or dollars and position, are worth at a price for a coin.
  public double worth(double price) {
    return isFuture()
        ? dollars() + terminal.unrealized(market()) / dollarUnit
        : dollars() + coins() * price;
  }

  /// Places an order that rests, at the nearest tick.
  ///
  /// @return its number, or 0 if it was refused or is for less than a lot
  public long limit(Side side, double price, double coins) {
    return limit(side, price, coins, TimeInForce.GOOD_TILL_CANCELED);
  }

  /// Places a limit order at the nearest tick.
  ///
  /// @return its number, or 0 if it was refused or is for less than a lot
  public long limit(Side side, double price, double coins, TimeInForce life) {
    long lots = lots(coins);
    long ticks = StrictMath.max(1, StrictMath.round(price / priceStep));
    return lots == 0 ? 0 : terminal.limit(market(), side, ticks, lots, life);
  }

  /// Trades at the best prices there are.
  ///
  /// @return the order's number, or 0 if it was refused or is for less than a lot
  public long trade(Side side, double coins) {
    long lots = lots(coins);
    return lots == 0 ? 0 : terminal.market(market(), side, lots);
  }

  /// Trades until the account has so many coins, or such a position, as far as the order book goes.
  public void tradeTo(double coins) {
    double wanted = coins - coins();
    trade(wanted > 0 ? Side.BUY : Side.SELL, StrictMath.abs(wanted));
  }

  /// Cancels all orders here.
  public void cancelAll() {
    terminal.cancelAll(market());
  }

  /// Returns how many coins so many lots are.
  public double coins(long lots) {
    return lots * coinsPerLot;
  }

  /// Returns the price of so many ticks in dollars.
  public double price(long ticks) {
    return ticks * priceStep;
  }

  /// Returns a count of the base asset's smallest unit for coins, rounded down.
  public long coinUnits(double coins) {
    return (long) (coins * coinUnit);
  }

  /// Returns a count of the smallest unit of account for dollars, rounded down.
  public long dollarUnits(double dollars) {
    return (long) (dollars * dollarUnit);
  }

  /// Returns dollars for a count of the smallest unit of account.
  public double dollars(long units) {
    return units / dollarUnit;
  }

  private long lots(double coins) {
    return (long) (coins / coinsPerLot + 1e-9);
  }
}
