package org.plimsoll.ecosystem.run;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.scenario.Measure;
import org.plimsoll.ecosystem.scenario.SampleEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Samples what is to be recorded. It joins last, so that it sees what an instant has come to.
final class Recorder implements Agent {
  private final Alarm alarm;
  private final Roster roster;
  private final Setting setting;
  private final Gauge gauge;
  private final String money;
  private final List<Line> lines = new ArrayList<>();

  /// One series as it grows.
  private static final class Line {
    final SampleEntry entry;
    final List<Long> times = new ArrayList<>();
    final List<Double> values = new ArrayList<>();
    long dueNs;
    long tradedBefore;

    Line(SampleEntry entry, long startNs) {
      this.entry = entry;
      dueNs = startNs;
    }
  }

  Recorder(Alarm alarm, Scenario scenario, Roster roster, Setting setting) {
    this.alarm = alarm;
    this.roster = roster;
    this.setting = setting;
    gauge = new Gauge(scenario, roster, setting);
    money = roster.assets().getFirst().name();
    for (SampleEntry entry : scenario.record()) {
      if (entry.series().subject() == Measure.Subject.ACCOUNT) {
        setting.terminal(entry.of());
      }
      lines.add(new Line(entry, alarm.nowNs()));
    }
  }

  @Override
  public String name() {
    return "recorder";
  }

  @Override
  public void start() {
    wake(alarm.nowNs());
  }

  @Override
  public void wake(long nowNs) {
    for (Line line : lines) {
      if (line.dueNs <= nowNs) {
        sample(line, nowNs);
        line.dueNs = nowNs + line.entry.every().toNanos();
        alarm.at(line.dueNs);
      }
    }
  }

  private void sample(Line line, long nowNs) {
    line.times.add(nowNs);
    line.values.add(gauge.read(line.entry.series(), line.entry.of(), line.tradedBefore));
    if (line.entry.series() == Measure.VOLUME) {
      line.tradedBefore =
          setting.economy().exchange().tradedTickLots(roster.market(line.entry.of()));
    }
  }

  /// Takes what another recorder of the same scenario has in the place of its own.
  void takeOverFrom(Recorder other) {
    for (int i = 0; i < Math.min(lines.size(), other.lines.size()); i++) {
      lines.get(i).times.clear();
      lines.get(i).values.clear();
      lines.get(i).times.addAll(other.lines.get(i).times);
      lines.get(i).values.addAll(other.lines.get(i).values);
    }
  }

  /// Returns every series so far.
  List<Series> series() {
    return lines.stream().map(this::series).toList();
  }

  private Series series(Line line) {
    SampleEntry entry = line.entry;
    String title = entry.title().isEmpty() ? entry.series().title(entry.of()) : entry.title();
    return new Series(
        entry.label(),
        title,
        unit(entry),
        line.times.stream().mapToLong(Long::longValue).toArray(),
        line.values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private String unit(SampleEntry entry) {
    return switch (entry.series()) {
      case CLAIMS, DEBTS, CUSTODY, PENDING_WITHDRAWALS -> entry.of();
      case OPEN_INTEREST ->
          roster
              .assets()
              .get(
                  setting
                      .economy()
                      .exchange()
                      .books()
                      .markets()
                      .get(roster.market(entry.of()))
                      .base())
              .name();
      case SPREAD, NOTICE, COVER_NOW, SPIRAL_GAIN, LOAD_SHARE -> "1";
      default -> money;
    };
  }

  @Override
  public void writeTo(StateSink sink) {
    lines.forEach(line -> sink.add(line.dueNs).add(line.tradedBefore));
  }

  @Override
  public void readFrom(StateSource source) {
    for (Line line : lines) {
      line.dueNs = source.number();
      line.tradedBefore = source.number();
    }
  }
}
