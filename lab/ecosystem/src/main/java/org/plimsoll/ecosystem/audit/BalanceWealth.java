package org.plimsoll.ecosystem.audit;

import java.math.BigInteger;
import java.util.Arrays;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Exact;
import org.plimsoll.venue.VenueView;

/// What every party is worth by its balances, at the prices of now: the world's ledger, the venue's
/// books and the profits of its futures, added up from nothing.
final class BalanceWealth {
  private final WorldLedger ledger;
  private final PriceBoard prices;
  private final Exchange exchange;
  private final Parties parties;

  BalanceWealth(WorldLedger ledger, PriceBoard prices, Exchange exchange, Parties parties) {
    this.ledger = ledger;
    this.prices = prices;
    this.exchange = exchange;
    this.parties = parties;
  }

  /// Returns each party's worth in the finest unit of value, by its number.
  BigInteger[] worth() {
    BigInteger[] worth = new BigInteger[parties.count()];
    Arrays.fill(worth, BigInteger.ZERO);
    for (int instrument = 0; instrument < ledger.instruments().size(); instrument++) {
      if (prices.priceE9(instrument) != 0) {
        addHolders(worth, instrument);
      }
    }
    VenueView books = exchange.books();
    for (int asset = 0; asset < books.assetCount(); asset++) {
      if (prices.priceE9(asset) != 0) {
        addAccounts(worth, asset, books);
      }
    }
    for (MarketListing listing : books.markets()) {
      if (listing instanceof ListFuture) {
        addPositions(worth, listing.market(), books);
      }
    }
    return worth;
  }

  private void addHolders(BigInteger[] worth, int instrument) {
    for (int holder = 0; holder < ledger.holderCount(); holder++) {
      add(worth, parties.ofHolder(holder), value(instrument, ledger.balance(holder, instrument)));
    }
  }

  private void addAccounts(BigInteger[] worth, int asset, VenueView books) {
    for (int account = 0; account < exchange.accounts(); account++) {
      long has =
          books.balance(account, asset)
              + books.pending(account, asset)
              + books.staked(account, asset);
      owe(worth, parties.ofAccount(account), value(asset, has));
    }
    if (books.issued(asset) != 0) {
      owe(worth, parties.ofIssuer(asset), value(asset, -books.issued(asset)));
    }
  }

  private void addPositions(BigInteger[] worth, int market, VenueView books) {
    long finest = Exact.powerOfTen(WholeUnits.FINEST - ledger.instruments().getFirst().decimals());
    for (int account = 0; account < exchange.accounts(); account++) {
      long profit = books.unrealized(account, market);
      BigInteger value = BigInteger.valueOf(profit).multiply(BigInteger.valueOf(finest));
      owe(worth, parties.ofAccount(account), value);
    }
  }

  private BigInteger value(int instrument, long amount) {
    int decimals = ledger.instruments().get(instrument).decimals();
    return amount == 0
        ? BigInteger.ZERO
        : BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(prices.priceE9(instrument)))
            .multiply(BigInteger.valueOf(Exact.powerOfTen(WholeUnits.FINEST - 9 - decimals)));
  }

  /// What the venue owes to somebody is his, and not the venue's.
  private static void owe(BigInteger[] worth, int party, BigInteger value) {
    add(worth, party, value);
    add(worth, Parties.VENUE, value.negate());
  }

  private static void add(BigInteger[] worth, int party, BigInteger value) {
    if (value.signum() != 0) {
      worth[party] = worth[party].add(value);
    }
  }
}
