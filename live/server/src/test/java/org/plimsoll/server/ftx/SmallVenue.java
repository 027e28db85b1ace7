package org.plimsoll.server.ftx;

import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.units.LeveragedTokenKind;

/// A venue of handmade figures: one coin at 20,000, its perpetual, its future of Christmas, an
/// exchange token at 25, a leveraged token; alice with 100,000 USD and bob with as much and 10 BTC.
final class SmallVenue {
  static final int USD = 0;
  static final int BTC = 1;
  static final int OWN = 2;
  static final int BULL = 3;
  static final int ALICE = 0;
  static final int BOB = 1;
  static final int SPOT = 0;
  static final int PERP = 1;
  private static final long E9 = 1_000_000_000L;
  private static final long DOLLARS = 1_000_000L;
  private static final long COINS = 100_000_000L;

  private SmallVenue() {}

  static void open(LiveVenue venue) throws Exception {
    venue.take(new DefineAsset(USD, "USD", 6, 1_000_000_000 * DOLLARS));
    venue.take(new DefineAsset(BTC, "BTC", 8, 10_000 * COINS));
    venue.take(new DefineAsset(OWN, "OWN", 6, 1_000_000 * DOLLARS));
    venue.take(new DefineAsset(BULL, "BULL", 6, 1_000_000 * DOLLARS));
    venue.take(new OpenCustody(0, CustodyKind.WALLET, "wallet"));
    venue.take(new ListMarket(SPOT, "BTC/USD", BTC, USD, E9, 10_000));
    listFuture(venue, PERP, "BTC-PERP", 0);
    listFuture(venue, 2, "BTC-1225", 1_798_167_600 * E9);
    venue.take(new ListMarket(3, "OWN/USD", OWN, USD, E9 / 1_000, 100_000));
    venue.take(new SetMarketLimits(PERP, 0, E9 / 10, 0, 10, 0));
    for (String name : new String[] {"alice", "bob", "fund", "treasury"}) {
      venue.take(new OpenAccount(account(name), name));
    }
    venue.take(new SetCollateral(USD, E9, E9, 0));
    venue.take(new SetCollateral(BTC, E9 / 100 * 95, E9 / 1_000 * 975, 2_000_000));
    venue.take(new DepositAsset(ALICE, USD, 100_000 * DOLLARS, 0));
    venue.take(new DepositAsset(BOB, USD, 100_000 * DOLLARS, 0));
    venue.take(new DepositAsset(BOB, BTC, 10 * COINS, 0));
    venue.take(new DepositAsset(ALICE, OWN, 500 * DOLLARS, 0));
    venue.take(new PublishIndexPrice(BTC, 20_000 * E9));
    venue.take(new PublishIndexPrice(OWN, 25 * E9));
    venue.take(new PublishIndexPrice(BULL, 10 * E9));
    venue.take(new ActivateRules(2));
    venue.take(new ActivateRules(3));
    venue.advance(0);
    venue.take(
        new SetExchangeToken(OWN, 3, 3, 0, 1_000_000 * DOLLARS, E9 / 3, 0, 10, 60, E9 / 100));
    venue.take(new ListLeveragedToken(BULL, LeveragedTokenKind.BULL, 2, PERP, 10 * E9, 10_000));
    venue.issue("alice", ALICE);
    venue.issue("bob", BOB);
    venue.advance(1);
  }

  private static int account(String name) {
    return switch (name) {
      case "alice" -> ALICE;
      case "bob" -> BOB;
      case "fund" -> 2;
      default -> 3;
    };
  }

  private static void listFuture(LiveVenue venue, int market, String name, long expiryNs) {
    venue.take(
        new ListFuture(market, name, BTC, E9, 10_000, expiryNs, 2_000_000, E9, E9, 10_000_000));
  }
}
