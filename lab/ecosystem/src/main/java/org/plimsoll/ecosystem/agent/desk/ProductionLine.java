package org.plimsoll.ecosystem.agent.desk;

import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Feeds a line whenever its first station has room. At each tick it posts how many pieces have
/// left (`NAME-pieces`) and the sum of their times in the line in seconds (`NAME-flow-seconds`).
final class ProductionLine implements Agent {
  private static final long SECOND_NS = 1_000_000_000L;

  private final String name;
  private final Alarm alarm;
  private final Ticks ticks;
  private final Bulletin bulletin;
  private final StationLine line;
  private final int batch;
  private long nextTickNs;
  private long nextPieceNs;
  private long pieces;
  private long flowNs;

  ProductionLine(
      String name, Alarm alarm, Ticks ticks, Bulletin bulletin, StationLine line, int batch) {
    this.name = name;
    this.alarm = alarm;
    this.ticks = ticks;
    this.bulletin = bulletin;
    this.line = line;
    this.batch = batch;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    nextTickNs = ticks.after(alarm.nowNs());
    nextPieceNs = alarm.nowNs();
    alarm.at(nextTickNs);
    alarm.at(nextPieceNs);
  }

  @Override
  public void wake(long nowNs) {
    if (nowNs >= nextTickNs) {
      bulletin.post(name + "-pieces", nowNs, pieces);
      bulletin.post(name + "-flow-seconds", nowNs, flowNs / SECOND_NS);
      nextTickNs = ticks.after(nowNs);
      alarm.at(nextTickNs);
    }
    if (nowNs >= nextPieceNs) {
      long left = line.enter(nowNs, batch);
      pieces += batch;
      flowNs += batch * (left - nowNs);
      nextPieceNs = Math.max(nowNs, line.firstFreeNs());
      alarm.at(nextPieceNs);
    }
  }

  @Override
  public void writeTo(StateSink sink) {
    line.writeTo(sink);
    sink.add(nextTickNs).add(nextPieceNs).add(pieces).add(flowNs);
  }

  @Override
  public void readFrom(StateSource source) {
    line.readFrom(source);
    nextTickNs = source.number();
    nextPieceNs = source.number();
    pieces = source.number();
    flowNs = source.number();
  }
}
