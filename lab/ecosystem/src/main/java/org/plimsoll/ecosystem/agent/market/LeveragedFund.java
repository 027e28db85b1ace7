package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A fund that buys what is below its worth, with as much borrowed money as its lender allows: one
/// of those of Thurner, Farmer and Geanakoplos, "Leverage causes fat tails and clustered
/// volatility", Quantitative Finance 12, 2012. Its money, shares and debt are in the world's
/// ledger.
final class LeveragedFund {
  private final FundMarket market;
  private final int holder;
  private final double aggressiveness;
  private double performance;
  private int absence;

  /// @param holder in the world's ledger
  /// @param aggressiveness leverage that it wants per unit of mispricing
  LeveragedFund(FundMarket market, int holder, double aggressiveness) {
    this.market = market;
    this.holder = holder;
    this.aggressiveness = aggressiveness;
  }

  /// Returns the dollars that it wants to hold in shares at a price.
  double demand(double price) {
    return absence > 0 ? 0 : leverage(price) * StrictMath.max(0, wealth(price));
  }

  private double leverage(double price) {
    double mispricing = market.terms().worth() - price;
    return StrictMath.clamp(aggressiveness * mispricing, 0, market.terms().leverageCap());
  }

  /// Returns what it owns at a price.
  double wealth(double price) {
    return cash() + market.dollars(shareUnits(), price);
  }

  /// Waits for its return where it has failed; it comes back with what it began with.
  void returnIfDue() {
    if (absence > 0 && --absence == 0) {
      receive(market.terms().startWealth());
    }
  }

  /// Trades to what it wants at the price that cleared, hears its investors, and gives up where too
  /// little is left.
  void settle(double last, double price) {
    if (absence > 0) {
      return;
    }
    double before = cash() + market.dollars(shareUnits(), last);
    double profit = market.dollars(shareUnits(), price) - market.dollars(shareUnits(), last);
    double wealth = wealth(price);
    trade(market.units(demand(price) / price) - shareUnits(), price);
    FundMarket.Investors investors = market.terms().investors();
    double newest = investors.smoothing() * profit / before;
    performance = (1 - investors.smoothing()) * performance + newest;
    double flow = investors.sensitivity() * (performance - investors.benchmark());
    receive(StrictMath.max(-1, flow) * wealth);
    if (wealth(price) <= market.terms().ruin() * market.terms().startWealth()) {
      leave(price);
    }
  }

  private void leave(double price) {
    trade(-shareUnits(), price);
    repay();
    market
        .ledger()
        .transfer(WorldCause.DEFAULT_LOSS, market.debt(), market.lender(), holder, owed());
    receive(-cash());
    performance = 0;
    absence = market.terms().absence();
    market.onDefault();
  }

  /// Buys from the noise traders, or sells to them where units are negative.
  private void trade(long units, double price) {
    int noise = market.noise();
    long paid = market.money(units, price);
    if (units > 0) {
      borrow(paid);
      market.ledger().transfer(WorldCause.OUTSIDE_TRADE, 0, holder, noise, paid);
      market.ledger().transfer(WorldCause.OUTSIDE_TRADE, market.share(), noise, holder, units);
    } else if (units < 0) {
      market.ledger().transfer(WorldCause.OUTSIDE_TRADE, market.share(), holder, noise, -units);
      market.ledger().transfer(WorldCause.OUTSIDE_TRADE, 0, noise, holder, -paid);
      repay();
    }
  }

  /// Takes money from its investors, or gives it to them, out of a loan if need be.
  private void receive(double dollars) {
    long units = market.money(market.units(1), StrictMath.abs(dollars));
    if (dollars > 0) {
      WorldLedger ledger = market.ledger();
      ledger.transfer(WorldCause.OUTSIDE_DEPOSIT, 0, WorldLedger.OUTSIDE, holder, units);
      repay();
    } else {
      borrow(units);
      WorldLedger ledger = market.ledger();
      ledger.transfer(WorldCause.OUTSIDE_WITHDRAWAL, 0, holder, WorldLedger.OUTSIDE, units);
    }
  }

  private void borrow(long needed) {
    long missing = StrictMath.max(0, needed - market.ledger().available(holder, 0));
    market.ledger().transfer(WorldCause.LOAN_DRAWN, 0, market.lender(), holder, missing);
    market
        .ledger()
        .transfer(WorldCause.LOAN_DRAWN, market.debt(), holder, market.lender(), missing);
  }

  private void repay() {
    long paid = StrictMath.min(owed(), market.ledger().available(holder, 0));
    market.ledger().transfer(WorldCause.LOAN_REPAID, 0, holder, market.lender(), paid);
    market.ledger().transfer(WorldCause.LOAN_REPAID, market.debt(), market.lender(), holder, paid);
  }

  private long owed() {
    return -market.ledger().balance(holder, market.debt());
  }

  private double cash() {
    return market.ledgerDollars(market.ledger().balance(holder, 0) - owed());
  }

  private long shareUnits() {
    return market.ledger().balance(holder, market.share());
  }

  void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(performance)).add(absence);
  }

  void readFrom(StateSource source) {
    performance = Double.longBitsToDouble(source.number());
    absence = source.count(market.terms().absence());
  }
}
