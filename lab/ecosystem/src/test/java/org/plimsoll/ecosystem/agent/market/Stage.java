package org.plimsoll.ecosystem.agent.market;

import java.util.List;
import java.util.TreeMap;
import org.plimsoll.ecosystem.Clockwork;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;

/// A [SmallEconomy] whose things have names, ready for agents. Account and party of somebody have
/// one name.
final class Stage {
  static final long DAY_NS = 24 * SmallEconomy.HOUR_NS;

  final Economy economy;
  final Setting setting;

  Stage(long seed, PricePath btc) {
    economy = SmallEconomy.create(seed);
    Ticks ticks = new Ticks(SmallEconomy.HOUR_NS, List.of());
    setting = new Setting(economy, ticks);
    setting.nameInstrument("USD", SmallEconomy.USD);
    setting.nameInstrument("BTC", SmallEconomy.BTC);
    setting.nameMarket("BTC/USD", SmallEconomy.SPOT);
    setting.nameMarket("BTC-PERP", SmallEconomy.PERP);
    setting.namePlace("bank", SmallEconomy.BANK);
    setting.namePlace("wallet", SmallEconomy.WALLET);
    TreeMap<Integer, PricePath> paths = new TreeMap<>();
    paths.put(SmallEconomy.BTC, btc);
    economy.simulation().join(alarm -> new Clockwork(alarm, economy, ticks, paths));
  }

  static Stage constant(long seed, double price) {
    return new Stage(seed, _ -> (long) (price * 1e9));
  }

  /// Opens a party with an account, and gives it money outside and at the venue, in whole units.
  Terminal party(String name, long outside, long dollars, long coins) {
    int holder = economy.ledger().open(name);
    setting.nameHolder(name, holder);
    give(holder, SmallEconomy.USD, (outside + dollars) * 1_000_000);
    give(holder, SmallEconomy.BTC, coins * 100_000_000);
    return account(name, name, dollars, coins);
  }

  /// Opens an account of a party and pays in, out of what the party has.
  Terminal account(String name, String party, long dollars, long coins) {
    Terminal terminal = setting.terminal(name, party);
    if (dollars > 0) {
      require(terminal.deposit(SmallEconomy.USD, dollars * 1_000_000, SmallEconomy.BANK));
    }
    if (coins > 0) {
      require(terminal.deposit(SmallEconomy.BTC, coins * 100_000_000, SmallEconomy.WALLET));
    }
    return terminal;
  }

  void give(int holder, int asset, long amount) {
    economy.ledger().transfer(WorldCause.OPENING, asset, WorldLedger.OUTSIDE, holder, amount);
  }

  <T extends Record, A extends Agent> A join(
      AgentKind<T> kind, Class<A> type, String name, T terms) {
    return economy.simulation().join(alarm -> type.cast(kind.create(alarm, setting, name, terms)));
  }

  Seat spot(Terminal terminal) {
    return new Seat(economy.exchange(), terminal, SmallEconomy.SPOT);
  }

  Seat perpetual(Terminal terminal) {
    return new Seat(economy.exchange(), terminal, SmallEconomy.PERP);
  }

  void start() {
    economy.simulation().start();
  }

  void runDays(double days) {
    economy.simulation().runUntil(economy.simulation().nowNs() + (long) (days * DAY_NS));
  }

  /// Whether what the world's books say is in custody is what the venue's say.
  boolean isConserved() {
    for (int asset = 0; asset < 2; asset++) {
      if (economy.ledger().sum(asset) != 0) {
        return false;
      }
      for (int place = 0; place < economy.exchange().places(); place++) {
        int holder = economy.exchange().holderOfPlace(place);
        long held = economy.exchange().books().onHand(place, asset);
        if (economy.ledger().balance(holder, asset) != held) {
          return false;
        }
      }
    }
    return true;
  }

  private static void require(boolean isDone) {
    if (!isDone) {
      throw new IllegalStateException("refused");
    }
  }
}
