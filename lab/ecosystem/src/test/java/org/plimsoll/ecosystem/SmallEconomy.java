package org.plimsoll.ecosystem;

import java.util.List;
import java.util.TreeMap;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.venue.Limits;

/// An economy for tests: USD and BTC with a spot market and a perpetual, one bank and one wallet.
/// BTC counts 8 decimals; prices are in ticks of 0.01 USD, lots are 0.0001 BTC.
public final class SmallEconomy {
  public static final long START_NS = 1_561_939_200_000_000_000L;
  public static final long HOUR_NS = 3_600_000_000_000L;
  public static final int USD = 0;
  public static final int BTC = 1;
  public static final int SPOT = 0;
  public static final int PERP = 1;
  public static final int BANK = 0;
  public static final int WALLET = 1;

  private SmallEconomy() {}

  /// Returns one in which nobody has anything and BTC costs 20,000.
  public static Economy create(long seed) {
    Economy economy =
        new Economy(
            seed,
            START_NS,
            List.of(
                new Instrument("USD", 6, Kind.HELD),
                new Instrument("BTC", 8, Kind.HELD),
                new Instrument("BULL", 6, Kind.HELD)),
            new Limits(8, 4_096, 8, 8, 1, 1_000, 100_000));
    Exchange exchange = economy.exchange();
    exchange.require(new AdvanceTime(START_NS, 0));
    exchange.require(new DefineAsset(USD, "USD", 6, 50_000_000_000_000_000L));
    exchange.require(new DefineAsset(BTC, "BTC", 8, 10_000_000_000_000L));
    exchange.openCustody(CustodyKind.BANK, "bank");
    exchange.openCustody(CustodyKind.WALLET, "wallet");
    exchange.require(new ListMarket(SPOT, "BTC/USD", BTC, USD, 10_000_000, 10_000));
    exchange.require(
        new ListFuture(
            PERP,
            "BTC-PERP",
            BTC,
            10_000_000,
            10_000,
            0,
            2_000_000,
            1_000_000_000,
            1_000_000_000,
            1_000_000_000L));
    exchange.require(new SetCollateral(USD, 1_000_000_000, 1_000_000_000, 0));
    exchange.require(new SetCollateral(BTC, 950_000_000, 975_000_000, 2_000_000));
    exchange.require(new ActivateRules(3));
    exchange.require(new PublishIndexPrice(BTC, 20_000_000_000_000L));
    exchange.require(new AdvanceTime(START_NS, 0));
    return economy;
  }

  /// Opens an account with money and coins that come from outside.
  ///
  /// @param dollars whole ones
  /// @param coins whole ones
  public static Terminal open(Economy economy, String name, long dollars, long coins) {
    WorldLedger ledger = economy.ledger();
    int holder = ledger.open(name);
    Terminal terminal = economy.exchange().open(name, holder);
    give(ledger, holder, USD, dollars * 1_000_000);
    give(ledger, holder, BTC, coins * 100_000_000);
    deposit(terminal, USD, dollars * 1_000_000, BANK);
    deposit(terminal, BTC, coins * 100_000_000, WALLET);
    return terminal;
  }

  /// Returns a clockwork that ticks every hour.
  public static void hourly(Economy economy, PricePath btc) {
    TreeMap<Integer, PricePath> paths = new TreeMap<>();
    paths.put(BTC, btc);
    economy
        .simulation()
        .join(alarm -> new Clockwork(alarm, economy, new Ticks(HOUR_NS, List.of()), paths));
  }

  private static void give(WorldLedger ledger, int holder, int asset, long amount) {
    ledger.transfer(WorldCause.OPENING, asset, WorldLedger.OUTSIDE, holder, amount);
  }

  private static void deposit(Terminal terminal, int asset, long amount, int custody) {
    if (amount > 0 && !terminal.deposit(asset, amount, custody)) {
      throw new IllegalStateException("refused: " + terminal.refusal());
    }
  }
}
