package org.plimsoll.bench.agents;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.Simulation;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Agents that only sleep, each as long as its own numbers say: what is left is the calendar.
final class SleeperCrowd {
  private static final long MEAN_NS = 1_000_000_000;

  private final Simulation simulation = new Simulation(0);
  private final List<Sleeper> sleepers = new ArrayList<>();
  private final int agents;

  SleeperCrowd(int agents) {
    this.agents = agents;
    for (int i = 0; i < agents; i++) {
      int number = i;
      sleepers.add(simulation.join(alarm -> new Sleeper(alarm, number)));
    }
    simulation.start();
  }

  /// Lets about so many wake-ups pass, and returns how many there were.
  long run(long wakeUps) {
    long before = simulation.wakeUps();
    simulation.runUntil(simulation.nowNs() + MEAN_NS / agents * wakeUps);
    return simulation.wakeUps() - before;
  }

  /// Looks so often at some agent, whom the one before names, and returns what was seen: what it
  /// costs to come by an agent at all, without a calendar.
  long visit(long times) {
    int next = 0;
    long seen = 0;
    for (long i = 0; i < times; i++) {
      Sleeper sleeper = sleepers.get(next);
      seen = seen * 31 + sleeper.state;
      next = (int) Math.unsignedMultiplyHigh(seen * 0x9E3779B97F4A7C15L, agents);
    }
    return seen;
  }

  private static final class Sleeper implements Agent {
    private final Alarm alarm;
    private long state;

    Sleeper(Alarm alarm, long number) {
      this.alarm = alarm;
      this.state = (number + 1) * 0x9E3779B97F4A7C15L;
    }

    @Override
    public String name() {
      return "sleeper";
    }

    @Override
    public void start() {
      wake(alarm.nowNs());
    }

    /// Between nothing and twice the mean, by a linear congruential generator.
    @Override
    public void wake(long nowNs) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      alarm.at(nowNs + 1 + Math.unsignedMultiplyHigh(state, 2 * MEAN_NS));
    }

    @Override
    public void writeTo(StateSink sink) {
      sink.add(state);
    }

    @Override
    public void readFrom(StateSource source) {
      state = source.number();
    }
  }
}
