package org.plimsoll.bench.agents;

import java.util.List;
import java.util.TreeMap;
import org.plimsoll.ecosystem.Clockwork;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.exchange.TradeListener;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.venue.Limits;

/// One market for a day: noise traders, a tenth as many value traders and two market makers, the
/// population of the reference configuration RMSC04 of ABIDES without its dozen momentum traders,
/// on a venue that does margin, fees, ledger and wealth besides.
final class TradingDay {
  static final int MARKET = 0;

  private static final long START_NS = 1_561_939_200_000_000_000L;
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long TICK_E9 = 10_000_000;
  private static final long FIRST_E9 = 20_000_000_000_000L;
  private static final int COIN = 1;

  private final Economy economy;
  private long trades;

  /// Sets a market up and lets everybody start.
  ///
  /// @param noise how many noise traders
  TradingDay(long seed, int noise) {
    int accounts = noise + noise / 10 + 2;
    economy =
        new Economy(
            seed,
            START_NS,
            List.of(new Instrument("USD", 6, Kind.HELD), new Instrument("BTC", 8, Kind.HELD)),
            new Limits(2, accounts, 2, 1, 1, 100, 100_000));
    list();
    economy.exchange().listen((TradeListener) (_, _, _, _, _, _) -> trades++);
    join(noise);
    economy.simulation().start();
  }

  Economy economy() {
    return economy;
  }

  /// Returns what the coin is worth outside, in ticks.
  long indexTicks() {
    return economy.exchange().books().indexE9(COIN) / TICK_E9;
  }

  void run(long seconds) {
    economy.simulation().runUntil(economy.simulation().nowNs() + seconds * SECOND_NS);
  }

  /// Returns what ABIDES would count as messages: wake-ups, commands, an answer to each, and a
  /// notice to both sides of each trade. What an agent looks up is not counted, though it is two
  /// messages there.
  long messages() {
    return economy.simulation().wakeUps() + 2 * economy.exchange().commands() + 2 * trades;
  }

  long trades() {
    return trades;
  }

  private void list() {
    Exchange exchange = economy.exchange();
    exchange.require(new AdvanceTime(START_NS, 0));
    exchange.require(new DefineAsset(0, "USD", 6, 50_000_000_000_000_000L));
    exchange.require(new DefineAsset(COIN, "BTC", 8, 10_000_000_000_000L));
    exchange.openCustody(CustodyKind.BANK, "bank");
    exchange.openCustody(CustodyKind.WALLET, "wallet");
    exchange.require(new ListMarket(MARKET, "BTC/USD", COIN, 0, TICK_E9, 10_000));
    exchange.require(new SetCollateral(0, 1_000_000_000, 1_000_000_000, 0));
    exchange.require(new SetCollateral(COIN, 950_000_000, 975_000_000, 2_000_000));
    exchange.require(new ActivateRules(3));
    exchange.require(new PublishIndexPrice(COIN, FIRST_E9));
    exchange.require(new AdvanceTime(START_NS, 0));
  }

  private void join(int noise) {
    TreeMap<Integer, PricePath> paths = new TreeMap<>();
    paths.put(COIN, new Walk(economy.random("coin", "walk")));
    Ticks ticks = new Ticks(10 * SECOND_NS, List.of());
    economy.simulation().join(alarm -> new Clockwork(alarm, economy, ticks, paths));
    for (int i = 0; i < 2; i++) {
      Terminal maker = open("maker-" + i, 100);
      economy.simulation().join(alarm -> new LadderMaker(alarm, maker, this, 10 * SECOND_NS));
    }
    for (int i = 0; i < noise; i++) {
      Terminal terminal = open("noise-" + i, 1);
      RandomStream random = economy.random("noise-" + i, "orders");
      economy
          .simulation()
          .join(alarm -> new NoiseTrader(alarm, terminal, MARKET, random, 30 * SECOND_NS));
    }
    for (int i = 0; i < noise / 10; i++) {
      Terminal terminal = open("value-" + i, 10);
      RandomStream random = economy.random("value-" + i, "orders");
      economy
          .simulation()
          .join(alarm -> new ValueTrader(alarm, terminal, this, random, 60 * SECOND_NS));
    }
  }

  private Terminal open(String name, long size) {
    int holder = economy.ledger().open(name);
    Terminal terminal = economy.exchange().open(name, holder);
    deposit(terminal, 0, size * 1_000_000_000_000L, 0);
    deposit(terminal, COIN, size * 5_000_000_000L, 1);
    return terminal;
  }

  private void deposit(Terminal terminal, int asset, long amount, int custody) {
    economy
        .ledger()
        .transfer(WorldCause.OPENING, asset, WorldLedger.OUTSIDE, terminal.holder(), amount);
    if (!terminal.deposit(asset, amount, custody)) {
      throw new IllegalStateException("refused: " + terminal.refusal());
    }
  }

  /// A price that takes a step of about a basis point at each tick of the clock.
  private static final class Walk implements PricePath {
    private final RandomStream random;
    private long ticks = FIRST_E9 / TICK_E9;

    Walk(RandomStream random) {
      this.random = random;
    }

    @Override
    public long priceE9(long timeNs) {
      ticks += random.below(401) - 200;
      return ticks * TICK_E9;
    }
  }
}
