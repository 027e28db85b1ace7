package org.plimsoll.ecosystem;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.LendingCommand.SetLendingTerms;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.venue.Limits;

/// Small economies for properties: from a seed, some restless parties who trade with margin and in
/// futures, lend, stake, deposit, withdraw, and deal with each other outside, under prices that
/// jump far enough for accounts to fail.
public final class RandomEconomy {
  static final long START_NS = SmallEconomy.START_NS;
  static final long HOUR_NS = SmallEconomy.HOUR_NS;
  static final int USD = 0;
  static final int BTC = 1;
  static final int FTT = 2;
  static final int BULL = 3;
  static final int LOAN = 4;
  static final int STAKE = 5;
  static final int BTC_SPOT = 0;
  static final int BTC_PERP = 1;
  static final int FTT_SPOT = 2;
  static final int BTC_DATED = 3;
  static final int BANK = 0;
  static final int WALLET = 1;
  static final int COLD = 2;

  private final Economy economy;
  private final RandomStream random;
  private final List<Terminal> terminals = new ArrayList<>();

  private RandomEconomy(long seed) {
    economy = new Economy(seed, START_NS, instruments(), new Limits(8, 512, 8, 8, 1, 100, 1_000));
    random = economy.random("set-up", "sizes");
  }

  /// Returns an economy that has started.
  ///
  /// @param parties from 3
  public static Economy create(long seed, int parties) {
    return create(seed, parties, _ -> {});
  }

  /// Returns one that somebody else joins before it starts.
  public static Economy create(long seed, int parties, java.util.function.Consumer<Economy> more) {
    RandomEconomy set = new RandomEconomy(seed);
    set.list();
    set.openParties(parties);
    set.openVenue();
    set.join();
    more.accept(set.economy);
    set.economy.simulation().start();
    return set.economy;
  }

  private static List<Instrument> instruments() {
    return List.of(
        new Instrument("USD", 6, Kind.HELD),
        new Instrument("BTC", 8, Kind.HELD),
        new Instrument("FTT", 6, Kind.HELD),
        new Instrument("BULL", 8, Kind.HELD),
        new Instrument("loan", 6, Kind.OWED),
        new Instrument("stake", 0, Kind.STAKE));
  }

  private void list() {
    Exchange exchange = economy.exchange();
    exchange.require(new AdvanceTime(START_NS, 0));
    exchange.require(new DefineAsset(USD, "USD", 6, 50_000_000_000_000_000L));
    exchange.require(new DefineAsset(BTC, "BTC", 8, 10_000_000_000_000L));
    exchange.require(new DefineAsset(FTT, "FTT", 6, 100_000_000_000_000L));
    exchange.require(new DefineAsset(BULL, "BULL", 8, 100_000_000_000_000L));
    exchange.openCustody(CustodyKind.BANK, "bank");
    exchange.openCustody(CustodyKind.WALLET, "wallet");
    exchange.openCustody(CustodyKind.WALLET, "cold");
    exchange.require(new ListMarket(BTC_SPOT, "BTC/USD", BTC, USD, 10_000_000, 10_000));
    exchange.require(future(BTC_PERP, "BTC-PERP", 0));
    exchange.require(new ListMarket(FTT_SPOT, "FTT/USD", FTT, USD, 1_000_000, 1_000_000));
    exchange.require(future(BTC_DATED, "BTC-0703", START_NS + 30 * HOUR_NS));
    exchange.require(new SetCollateral(USD, 1_000_000_000, 1_000_000_000, 0));
    exchange.require(new SetCollateral(BTC, 950_000_000, 975_000_000, 2_000_000));
    exchange.require(new SetCollateral(FTT, 850_000_000, 950_000_000, 1_000_000));
    exchange.require(new ActivateRules(3));
    exchange.require(new SetLendingTerms(700_000));
    exchange.require(
        new SetLiquidationProfile(LiquidationProfile.FTX_2022, "rules", "one", "other"));
    exchange.require(new PublishIndexPrice(BTC, 20_000_000_000_000L));
    exchange.require(new PublishIndexPrice(FTT, 25_000_000_000L));
    exchange.require(new PublishIndexPrice(BULL, 100_000_000_000L));
    exchange.require(new AdvanceTime(START_NS, 0));
    exchange.require(new SetIndexSource(FTT, FTT_SPOT));
    economy.prices().set(LOAN, 1_000_000_000);
    economy.prices().set(STAKE, 3_000_000_001L);
  }

  private static ListFuture future(int market, String name, long expiryNs) {
    return new ListFuture(
        market,
        name,
        BTC,
        10_000_000,
        10_000,
        expiryNs,
        2_000_000,
        1_000_000_000,
        1_000_000_000,
        1_000_000_000L);
  }

  private void openParties(int parties) {
    for (int i = 0; i < parties; i++) {
      int holder = economy.ledger().open("party-" + i);
      Terminal terminal = economy.exchange().open("account-" + i, holder);
      terminals.add(terminal);
      give(holder, USD, (20_000L + random.below(200_000)) * 1_000_000);
      give(holder, BTC, (1L + random.below(20)) * 100_000_000);
      give(holder, FTT, (100L + random.below(5_000)) * 1_000_000);
      give(holder, STAKE, random.below(50));
      terminal.deposit(USD, economy.ledger().balance(holder, USD) / 2, BANK);
      terminal.deposit(BTC, economy.ledger().balance(holder, BTC) / 2, WALLET);
      terminal.deposit(FTT, economy.ledger().balance(holder, FTT) / 2, WALLET);
    }
  }

  private void openVenue() {
    Exchange exchange = economy.exchange();
    int owner = economy.ledger().open("owner");
    give(owner, USD, 1_000_000_000_000L);
    Terminal treasury = exchange.open("treasury", owner);
    Terminal fund = exchange.open("fund", economy.ledger().open("fund"));
    for (LossBearer bearer : LossBearer.values()) {
      exchange.askPaidBy(owner, new ContributeCapital(bearer, USD, 10_000_000_000L, BANK));
    }
    exchange.require(
        new SetExchangeToken(
            FTT,
            FTT_SPOT,
            treasury.account(),
            WALLET,
            350_000_000_000_000L,
            333_000_000,
            100_000_000,
            10,
            3_600,
            50_000_000));
    exchange.require(
        new ListLeveragedToken(
            BULL, LeveragedTokenKind.BULL, fund.account(), BTC_PERP, 100_000_000_000L, 50_000));
    exchange.require(new PledgeBackstop(0, 50_000_000_000L, 1_000_000_000_000L));
  }

  private void give(int holder, int instrument, long amount) {
    economy.ledger().transfer(WorldCause.OPENING, instrument, WorldLedger.OUTSIDE, holder, amount);
  }

  private void join() {
    TreeMap<Integer, PricePath> paths = new TreeMap<>();
    paths.put(BTC, new JumpyPath(20_000_000_000_000L));
    paths.put(BULL, new JumpyPath(100_000_000_000L));
    Ticks ticks = new Ticks(HOUR_NS / 6, List.of());
    economy.simulation().join(alarm -> new Clockwork(alarm, economy, ticks, paths));
    for (Terminal terminal : terminals) {
      economy.simulation().join(alarm -> new RestlessParty(alarm, economy, terminal, terminals));
    }
  }

  /// A price that follows from the time alone, with a jump of up to a third now and then.
  private record JumpyPath(long baseE9) implements PricePath {
    @Override
    public long priceE9(long timeNs) {
      long hour = timeNs / HOUR_NS;
      long mixed = (((hour * 0x9E3779B97F4A7C15L) ^ baseE9) * 0xD6E8FEB86659FD93L) >>> 33;
      long percent = hour % 7 == 0 ? mixed % 61 - 30 : mixed % 11 - 5;
      return baseE9 + baseE9 / 100 * percent + mixed % 997;
    }
  }
}
