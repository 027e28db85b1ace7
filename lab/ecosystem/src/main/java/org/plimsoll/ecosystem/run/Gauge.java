package org.plimsoll.ecosystem.run;

import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.scenario.Measure;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// Reads measures off an economy, for pictures and scores: in `double`, and nobody in the economy
/// sees them.
final class Gauge {
  private static final double E9 = 1e9;

  private final Economy economy;
  private final Exchange exchange;
  private final Roster roster;
  private final Setting setting;
  private final double moneyUnit;
  private final BookGauge book;

  Gauge(Scenario scenario, Roster roster, Setting setting) {
    book = new BookGauge(scenario, roster, setting);
    this.roster = roster;
    this.setting = setting;
    economy = setting.economy();
    exchange = economy.exchange();
    moneyUnit = StrictMath.pow(10, roster.moneyDecimals());
  }

  /// Returns a measure of something; `NaN` where there is nothing to measure.
  ///
  /// @param of its name
  /// @param tradedBefore ticks times lots that were traded by the last sample
  double read(Measure measure, String of, long tradedBefore) {
    VenueView books = exchange.books();
    return switch (measure) {
      case PRICE -> price(books.markE9(roster.asset(of)));
      case INDEX -> price(books.indexE9(roster.asset(of)));
      case LAST_PRICE, FUTURE_MARK, SPREAD, VOLUME, OPEN_INTEREST ->
          ofMarket(measure, roster.market(of), tradedBefore);
      case CLAIMS -> whole(roster.asset(of), owed(roster.asset(of), 1));
      case DEBTS -> whole(roster.asset(of), owed(roster.asset(of), -1));
      case CUSTODY -> whole(roster.asset(of), onHand(roster.asset(of)));
      case PENDING_WITHDRAWALS -> whole(roster.asset(of), pending(roster.asset(of)));
      case FEES -> own(VenueAccount.FEES);
      case INSURANCE -> own(VenueAccount.INSURANCE);
      case CLAIMS_VALUE, DEBTS_VALUE, CUSTODY_VALUE -> ofVenue(measure);
      case ACCOUNT_VALUE -> accountValue(setting.terminal(of).account());
      case HOLDINGS -> holdings(setting.holder(of));
      case WEALTH -> holdings(setting.holder(of)) + accounts(setting.holder(of));
      case NOTICE -> notice(of);
      case EQUITY_WITHOUT_OWN_TOKEN, COVER_NOW, SPIRAL_GAIN, LOAD_LINE, LOAD_SHARE ->
          book.read(measure, of);
    };
  }

  private double ofMarket(Measure measure, int market, long tradedBefore) {
    MarketListing listing = exchange.books().markets().get(market);
    double tick = listing.tickE9() / E9;
    return switch (measure) {
      case LAST_PRICE -> positive(exchange.lastTicks(market) * tick);
      case FUTURE_MARK -> positive(exchange.books().futureMarkTicks(market) * tick);
      case VOLUME ->
          (exchange.tradedTickLots(market) - tradedBefore)
              * tick
              * whole(listing.base(), listing.lot());
      case OPEN_INTEREST -> openLots(market) * whole(listing.base(), listing.lot());
      default -> spread(market);
    };
  }

  private double ofVenue(Measure measure) {
    double sum = 0;
    for (int asset = 0; asset < roster.listed(); asset++) {
      long units =
          switch (measure) {
            case CLAIMS_VALUE -> owed(asset, 1);
            case DEBTS_VALUE -> owed(asset, -1);
            default -> onHand(asset);
          };
      sum += whole(asset, units) * mark(asset);
    }
    return sum;
  }

  private double spread(int market) {
    double bid = exchange.books().bestTicks(market, Side.BUY);
    double ask = exchange.books().bestTicks(market, Side.SELL);
    return bid > 0 && ask > 0 ? (ask - bid) / ((ask + bid) / 2) : Double.NaN;
  }

  private double openLots(int market) {
    double lots = 0;
    for (int account = 0; account < exchange.accounts(); account++) {
      lots += Math.max(0, exchange.books().positionLots(account, market));
    }
    return lots;
  }

  private long owed(int asset, int sign) {
    long sum = 0;
    for (int account = 0; account < exchange.accounts(); account++) {
      sum += Math.max(0, sign * exchange.books().balance(account, asset));
    }
    return sum;
  }

  private long pending(int asset) {
    long sum = 0;
    for (int account = 0; account < exchange.accounts(); account++) {
      sum += exchange.books().pending(account, asset);
    }
    return sum;
  }

  private long onHand(int asset) {
    long sum = 0;
    for (int custody = 0; custody < exchange.places(); custody++) {
      sum += exchange.books().onHand(custody, asset);
    }
    return sum;
  }

  private double own(VenueAccount purpose) {
    double sum = 0;
    for (int asset = 0; asset < roster.listed(); asset++) {
      sum += whole(asset, exchange.books().venueBalance(purpose, asset)) * mark(asset);
    }
    return sum;
  }

  private double accounts(int holder) {
    double sum = 0;
    for (int account = 0; account < exchange.accounts(); account++) {
      if (exchange.holderOfAccount(account) == holder) {
        sum += accountValue(account);
      }
    }
    return sum;
  }

  private double accountValue(int account) {
    VenueView books = exchange.books();
    double sum = 0;
    for (int asset = 0; asset < roster.listed(); asset++) {
      long units =
          books.balance(account, asset)
              + books.pending(account, asset)
              + books.staked(account, asset);
      sum += whole(asset, units) * mark(asset);
    }
    for (MarketListing market : books.markets()) {
      if (market instanceof ListFuture) {
        sum += books.unrealized(account, market.market()) / moneyUnit;
      }
    }
    return sum;
  }

  private double holdings(int holder) {
    WorldLedger ledger = economy.ledger();
    double sum = 0;
    for (int asset = 0; asset < roster.assets().size(); asset++) {
      sum += whole(asset, ledger.balance(holder, asset)) * economy.prices().priceE9(asset) / E9;
    }
    return sum;
  }

  private double notice(String topic) {
    var latest = economy.bulletin().latest(topic, economy.simulation().nowNs());
    return latest.timeNs() == Long.MIN_VALUE ? Double.NaN : latest.value();
  }

  private double mark(int asset) {
    return exchange.books().markE9(asset) / E9;
  }

  private double whole(int asset, long units) {
    return units / StrictMath.pow(10, roster.assets().get(asset).decimals());
  }

  private static double price(long priceE9) {
    return positive(priceE9 / E9);
  }

  private static double positive(double price) {
    return price > 0 ? price : Double.NaN;
  }
}
