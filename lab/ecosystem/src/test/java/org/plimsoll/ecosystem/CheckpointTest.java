package org.plimsoll.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.ecosystem.RandomEconomy.HOUR_NS;
import static org.plimsoll.ecosystem.RandomEconomy.START_NS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.ecosystem.Checkpoint.Reason;
import org.plimsoll.ecosystem.Checkpoint.Refused;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

final class CheckpointTest {
  private static final String SCENARIO = "0123abcd";
  private static final int PARTIES = 6;
  private static final long END_NS = START_NS + 60 * HOUR_NS;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void what_was_restored_goes_on_byte_for_byte(long seed) {
    Economy whole = RandomEconomy.create(seed, PARTIES);
    whole.simulation().runUntil(START_NS + 17 * HOUR_NS + 123_456_789);
    byte[] kept = Checkpoint.of(whole, SCENARIO);
    whole.simulation().runUntil(END_NS);

    Economy restored = RandomEconomy.create(seed, PARTIES);
    assertThat(Checkpoint.restore(restored, SCENARIO, kept)).isEmpty();
    assertThat(Checkpoint.of(restored, SCENARIO)).isEqualTo(kept);
    restored.simulation().runUntil(END_NS);

    assertThat(Checkpoint.of(restored, SCENARIO)).isEqualTo(Checkpoint.of(whole, SCENARIO));
    assertThat(restored.wealth().lines()).isEqualTo(whole.wealth().lines());
    restored.wealth().check();
    restored.reconciliation().checkAll();
  }

  @Test
  void several_runs_at_once_have_the_same_bytes_as_one() throws Exception {
    byte[] alone = run(3);
    List<Callable<byte[]>> runs = List.of(() -> run(3), () -> run(3), () -> run(4), () -> run(3));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<byte[]> results = threads.invokeAll(runs).stream().map(f -> f.resultNow()).toList();
      assertThat(results.get(0)).isEqualTo(alone);
      assertThat(results.get(1)).isEqualTo(alone);
      assertThat(results.get(2)).isNotEqualTo(alone);
      assertThat(results.get(3)).isEqualTo(alone);
    }
  }

  @Test
  void somebody_who_draws_and_does_nothing_shifts_nobody_elses_numbers() {
    Economy without = RandomEconomy.create(5, PARTIES);
    Economy with =
        RandomEconomy.create(
            5,
            PARTIES,
            economy ->
                economy
                    .simulation()
                    .join(alarm -> new Idler(alarm, economy.random("idler", "yawns"))));
    without.simulation().runUntil(END_NS);
    with.simulation().runUntil(END_NS);

    assertThat(with.exchange().hash()).isEqualTo(without.exchange().hash());
    assertThat(with.wealth().lines()).isEqualTo(without.wealth().lines());
    assertThat(with.wealth().flows()).isEqualTo(without.wealth().flows());
  }

  @Test
  void a_branch_goes_its_own_way_from_the_switch_on() {
    Economy base = RandomEconomy.create(6, PARTIES);
    base.simulation().runUntil(START_NS + 10 * HOUR_NS);
    byte[] kept = Checkpoint.of(base, SCENARIO);
    base.simulation().runUntil(END_NS);
    Economy branch = RandomEconomy.create(6, PARTIES);
    assertThat(Checkpoint.restore(branch, SCENARIO, kept)).isEmpty();
    branch
        .exchange()
        .require(new SetLiquidationProfile(LiquidationProfile.OFF, "branch", "one", "other"));
    branch.simulation().runUntil(END_NS);
    branch.wealth().check();

    assertThat(branch.exchange().hash()).isNotEqualTo(base.exchange().hash());
  }

  @Test
  void who_came_later_and_what_was_said_come_back_too() {
    Economy base = SmallEconomy.create(1);
    base.simulation().start();
    Terminal late = SmallEconomy.open(base, "late", 5_000, 0);
    Flag flag = new Flag(START_NS, "news", "A letter is out.", Optional.of("a source"));
    base.chronicle().add(flag);
    Economy restored = SmallEconomy.create(1);
    restored.simulation().start();

    assertThat(Checkpoint.restore(restored, SCENARIO, Checkpoint.of(base, SCENARIO))).isEmpty();
    Terminal again = restored.exchange().terminal(late.account());
    assertThat(again.balance(SmallEconomy.USD)).isEqualTo(5_000_000_000L);
    assertThat(restored.ledger().holder(again.holder())).isEqualTo("late");
    assertThat(restored.chronicle().flags()).containsExactly(flag);
    assertThat(again.withdraw(SmallEconomy.USD, 7, SmallEconomy.BANK)).isTrue();
    restored.wealth().check();
  }

  @Test
  void what_is_no_checkpoint_of_the_scenario_is_refused_with_a_reason() {
    byte[] kept = Checkpoint.of(RandomEconomy.create(1, PARTIES), SCENARIO);
    byte[] newer = kept.clone();
    newer[11] = 9;
    byte[] bent = kept.clone();
    bent[kept.length / 2] ^= 2;

    assertThat(reason(new byte[0])).isEqualTo(Reason.NOT_A_CHECKPOINT);
    assertThat(reason(new byte[100])).isEqualTo(Reason.NOT_A_CHECKPOINT);
    assertThat(reason(newer)).isEqualTo(Reason.UNKNOWN_VERSION);
    assertThat(reason(bent)).isEqualTo(Reason.WRONG_HASH);
    assertThat(reason(Arrays.copyOf(kept, kept.length - 1))).isEqualTo(Reason.WRONG_HASH);
    assertThat(reason(Arrays.copyOf(kept, kept.length + 1))).isEqualTo(Reason.WRONG_HASH);
    assertThat(Checkpoint.restore(RandomEconomy.create(1, PARTIES), "other", kept))
        .contains(
            new Refused(
                Reason.OTHER_SCENARIO, "the checkpoint is of the scenario with hash 0123abcd"));
    assertThat(Checkpoint.restore(RandomEconomy.create(1, PARTIES + 1), SCENARIO, kept))
        .get()
        .extracting(Refused::reason)
        .isEqualTo(Reason.MALFORMED);
  }

  private static Reason reason(byte[] bytes) {
    return Checkpoint.restore(RandomEconomy.create(1, PARTIES), SCENARIO, bytes)
        .orElseThrow()
        .reason();
  }

  private static byte[] run(long seed) {
    Economy economy = RandomEconomy.create(seed, PARTIES);
    economy.simulation().runUntil(END_NS);
    return Checkpoint.of(economy, SCENARIO);
  }

  /// Wakes, draws, and does nothing.
  private record Idler(Alarm alarm, RandomStream random) implements Agent {
    @Override
    public String name() {
      return "idler";
    }

    @Override
    public void start() {
      wake(alarm.nowNs());
    }

    @Override
    public void wake(long nowNs) {
      alarm.at(nowNs + 1 + (long) (HOUR_NS * random.uniform()));
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
