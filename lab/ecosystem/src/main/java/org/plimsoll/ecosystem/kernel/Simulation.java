package org.plimsoll.ecosystem.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.plimsoll.units.MalformedState;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Agents and the calendar that wakes them, one at a time, on one thread.
public final class Simulation {
  /// Follows what each agent remembers, so that one who reads too little or too much is found.
  private static final long END_OF_AGENT = 0x454E_445F_4F46_5F41L;

  private final Calendar calendar;
  private final List<Agent> agents = new ArrayList<>();
  private final List<InstantWatcher> watchers = new ArrayList<>();
  private long wakeUps;

  /// Hears of every instant at which somebody acted, when all who act then have.
  public interface InstantWatcher {
    /// Called once for an instant, before the next one begins.
    void afterInstant(long nowNs);
  }

  /// Creates a simulation without agents.
  public Simulation(long startNs) {
    calendar = new Calendar(startNs);
  }

  /// Lets an agent join, as the next number. Those who join earlier act first where several are
  /// due.
  public <A extends Agent> A join(Function<Alarm, A> maker) {
    A agent = maker.apply(new Alarm(calendar, agents.size()));
    agents.add(agent);
    return agent;
  }

  /// Adds somebody who hears of every instant, after those who were added before.
  public void watch(InstantWatcher watcher) {
    watchers.add(watcher);
  }

  /// Returns the present instant in nanoseconds since 1970.
  public long nowNs() {
    return calendar.nowNs();
  }

  /// Returns how often anybody has been woken since the simulation was created.
  public long wakeUps() {
    return wakeUps;
  }

  /// Returns the agents by number.
  public List<Agent> agents() {
    return List.copyOf(agents);
  }

  /// Lets every agent start, in the order of their numbers.
  public void start() {
    agents.forEach(Agent::start);
    tell(calendar.nowNs());
  }

  /// Wakes whoever is due up to an instant, which is the present one afterwards.
  public void runUntil(long untilNs) {
    while (!calendar.isEmpty() && calendar.firstNs() <= untilNs) {
      long instant = calendar.firstNs();
      while (!calendar.isEmpty() && calendar.firstNs() == instant) {
        agents.get(calendar.next()).wake(instant);
        wakeUps++;
      }
      tell(instant);
    }
    calendar.goTo(untilNs);
  }

  private void tell(long instant) {
    for (int i = 0; i < watchers.size(); i++) {
      watchers.get(i).afterInstant(instant);
    }
  }

  /// Tells everything that the calendar and the agents remember.
  public void writeTo(StateSink sink) {
    sink.add(agents.size());
    calendar.writeTo(sink);
    for (Agent agent : agents) {
      agent.writeTo(sink);
      sink.add(END_OF_AGENT);
    }
  }

  /// Remembers what [#writeTo] of a simulation with the same agents told. Where one of them cannot,
  /// because it was set up to remember something of another shape, the reason names it.
  public void readFrom(StateSource source) {
    source.require(source.number() == agents.size(), "the agents are the same");
    calendar.readFrom(source, agents.size());
    agents.forEach(agent -> read(agent, source));
  }

  private static void read(Agent agent, StateSource source) {
    try {
      agent.readFrom(source);
      source.require(source.number() == END_OF_AGENT, "it remembers as much");
    } catch (MalformedState | IllegalArgumentException misfit) {
      throw source.malformed(
          "of agent `" + agent.name() + "` this does not hold: " + misfit.getMessage());
    }
  }
}
