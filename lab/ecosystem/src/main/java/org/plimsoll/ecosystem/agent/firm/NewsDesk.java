package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Dated events from outside, each with its source: posted for all to read.
public final class NewsDesk implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new Kind<>(
          "news",
          "Posts dated events from outside, with their sources.",
          Terms.class,
          NewsDesk::new);

  private final Alarm alarm;
  private final String name;
  private final Economy economy;
  private final List<Event> events;
  private int next;

  /// What it is asked for.
  ///
  /// @param events in order of time
  public record Terms(List<Event> events) {
    /// Takes a copy.
    public Terms {
      events = List.copyOf(events);
    }
  }

  /// An event.
  ///
  /// @param time when it is out
  /// @param topic of the bulletin
  /// @param value in the unit of its topic
  /// @param text one sentence
  /// @param source where it is recorded
  public record Event(String time, String topic, long value, String text, String source) {}

  NewsDesk(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    economy = setting.economy();
    events = terms.events();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  private void sleep() {
    if (next < events.size()) {
      alarm.at(Math.max(alarm.nowNs(), Plan.timeNs(events.get(next).time())));
    }
  }

  @Override
  public void wake(long nowNs) {
    Event event = events.get(next++);
    economy.bulletin().post(event.topic(), nowNs, event.value());
    economy.chronicle().add(new Flag(nowNs, "news", event.text(), Optional.of(event.source())));
    sleep();
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(next);
  }

  @Override
  public void readFrom(StateSource source) {
    next = source.within(0, events.size());
  }
}
