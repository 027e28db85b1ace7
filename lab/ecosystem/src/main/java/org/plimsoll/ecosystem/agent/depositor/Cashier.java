package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// How customers' money comes to the venue and leaves it: as dollars or coins, to which place.
final class Cashier {
  private static final int DOLLAR = 0;

  /// What is not worth the way, in whole dollars.
  private static final double DUST = 1;

  private static final double MONTH_DAYS = 30;

  private final WorldLedger ledger;
  private final PriceBoard prices;
  private final Places places;
  private final RandomStream chance;

  /// Where it goes.
  ///
  /// @param coin what comes beside dollars
  /// @param coinShare chance that it does
  /// @param bank custody location of dollars
  /// @param wallet custody location of coins
  /// @param affiliate custody location of other dollars, or -1
  /// @param affiliateShare chance that dollars arrive there
  record Places(
      int coin, double coinShare, int bank, int wallet, int affiliate, double affiliateShare) {}

  Cashier(WorldLedger ledger, PriceBoard prices, Places places, RandomStream chance) {
    this.ledger = ledger;
    this.prices = prices;
    this.places = places;
    this.chance = chance;
  }

  /// Brings something worth so many dollars, out of the holder's own pocket as far as it goes.
  void bring(Terminal terminal, double dollars) {
    if (dollars < DUST) {
      return;
    }
    double price = prices.priceE9(places.coin) / 1e9;
    if (places.coinShare > 0 && price > 0 && chance.uniform() < places.coinShare) {
      deposit(terminal, places.coin, dollars / price, places.wallet);
    } else {
      boolean isAffiliate = places.affiliateShare > 0 && chance.uniform() < places.affiliateShare;
      deposit(terminal, DOLLAR, dollars, isAffiliate ? places.affiliate : places.bank);
    }
  }

  private void deposit(Terminal terminal, int asset, double whole, int custody) {
    Instrument unit = ledger.instruments().get(asset);
    long amount = unit.amount(whole);
    long lacking = amount - ledger.balance(terminal.holder(), asset);
    if (lacking > 0) {
      ledger.transfer(WorldCause.ARRIVAL, asset, WorldLedger.OUTSIDE, terminal.holder(), lacking);
    }
    if (amount > 0) {
      terminal.deposit(asset, amount, custody);
    }
  }

  /// Asks for a part of what is there, about once a month: so many days' worth of it, whatever the
  /// rhythm of visits is.
  ///
  /// @param days since the last visit
  /// @param daily share of a balance that goes in a day
  void takeSome(Terminal terminal, double days, double daily) {
    if (daily > 0 && chance.uniform() * MONTH_DAYS < days) {
      take(terminal, -StrictMath.expm1(-daily * Math.max(MONTH_DAYS, days)));
    }
  }

  /// Asks for a share of every balance that is not asked for yet.
  void take(Terminal terminal, double share) {
    take(terminal, DOLLAR, share, places.bank);
    if (places.coin != DOLLAR) {
      take(terminal, places.coin, share, places.wallet);
    }
  }

  private void take(Terminal terminal, int asset, double share, int custody) {
    long free = terminal.balance(asset) - terminal.waiting(asset);
    long amount = share < 1 ? (long) (free * share) : free;
    double worth = ledger.instruments().get(asset).whole(amount) * prices.priceE9(asset) / 1e9;
    if (worth >= DUST) {
      terminal.withdraw(asset, amount, custody);
    }
  }

  void writeTo(StateSink sink) {
    chance.writeTo(sink);
  }

  void readFrom(StateSource source) {
    chance.readFrom(source);
  }
}
