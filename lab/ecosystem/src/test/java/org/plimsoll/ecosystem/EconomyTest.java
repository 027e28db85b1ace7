package org.plimsoll.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.ecosystem.SmallEconomy.BANK;
import static org.plimsoll.ecosystem.SmallEconomy.BTC;
import static org.plimsoll.ecosystem.SmallEconomy.HOUR_NS;
import static org.plimsoll.ecosystem.SmallEconomy.SPOT;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;

final class EconomyTest {
  private static final long DAY_NS = 24 * HOUR_NS;

  @Test
  void what_comes_into_custody_leaves_its_owners_pocket() {
    Economy economy = SmallEconomy.create(1);
    Terminal maker = SmallEconomy.open(economy, "maker", 1_000, 0);

    assertThat(economy.ledger().balance(maker.holder(), USD)).isZero();
    assertThat(economy.ledger().balance(economy.exchange().holderOfPlace(BANK), USD))
        .isEqualTo(1_000_000_000)
        .isEqualTo(economy.exchange().books().onHand(BANK, USD));
    assertThat(maker.withdraw(USD, 400_000_000, BANK)).isTrue();
    assertThat(economy.ledger().balance(maker.holder(), USD)).isEqualTo(400_000_000);
    assertThat(economy.ledger().sum(USD)).isZero();
  }

  @Test
  void the_same_seed_gives_the_same_state_and_another_seed_another() {
    assertThat(run(7).hash()).isEqualTo(run(7).hash()).isNotEqualTo(run(8).hash());
  }

  @Test
  void a_state_that_was_kept_goes_on_as_the_one_that_was_not() {
    Economy whole = run(7);
    Economy kept = start(7);
    kept.simulation().runUntil(START_NS + 3 * DAY_NS);
    StateWriter writer = new StateWriter(0);
    kept.writeTo(writer);
    Economy restored = start(7);
    restored.readFrom(new StateSource(writer.toBytes(), 0));
    restored.simulation().runUntil(START_NS + 10 * DAY_NS);

    assertThat(restored.hash()).isEqualTo(whole.hash());
  }

  private static Economy run(long seed) {
    Economy economy = start(seed);
    economy.simulation().runUntil(START_NS + 10 * DAY_NS);
    assertThat(economy.exchange().tradedLots(SPOT)).isPositive();
    return economy;
  }

  private static Economy start(long seed) {
    Economy economy = SmallEconomy.create(seed);
    SmallEconomy.hourly(economy, _ -> 20_000_000_000_000L);
    Terminal maker = SmallEconomy.open(economy, "maker", 1_000_000, 100);
    Terminal taker = SmallEconomy.open(economy, "taker", 1_000_000, 100);
    economy.simulation().join(alarm -> new Quoter(alarm, maker));
    economy.simulation().join(alarm -> new Taker(alarm, taker, economy.random("taker", "orders")));
    economy.simulation().start();
    return economy;
  }

  /// Quotes a hundredth of a percent around the mark, every hour anew.
  private record Quoter(Alarm alarm, Terminal terminal) implements Agent {
    @Override
    public String name() {
      return "quoter";
    }

    @Override
    public void start() {
      alarm.at(alarm.nowNs() + 1);
    }

    @Override
    public void wake(long nowNs) {
      terminal.cancelAll(SPOT);
      long ticks = terminal.markE9(BTC) / 10_000_000;
      terminal.limit(SPOT, Side.BUY, ticks - ticks / 10_000, 10_000);
      terminal.limit(SPOT, Side.SELL, ticks + ticks / 10_000, 10_000);
      alarm.at(nowNs + HOUR_NS);
    }

    @Override
    public void writeTo(StateSink sink) {}

    @Override
    public void readFrom(StateSource source) {}
  }

  /// Trades at random times.
  private record Taker(Alarm alarm, Terminal terminal, RandomStream random) implements Agent {
    @Override
    public String name() {
      return "taker";
    }

    @Override
    public void start() {
      sleep();
    }

    @Override
    public void wake(long nowNs) {
      terminal.market(SPOT, random.below(2) == 0 ? Side.BUY : Side.SELL, 1 + random.below(1_000));
      sleep();
    }

    private void sleep() {
      alarm.at(alarm.nowNs() + (long) (HOUR_NS * random.exponential()));
    }

    @Override
    public void writeTo(StateSink sink) {
      random.writeTo(sink);
    }

    @Override
    public void readFrom(StateSource source) {
      random.readFrom(source);
    }
  }
}
