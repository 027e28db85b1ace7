package org.plimsoll.ecosystem.agent.desk;

import java.util.Arrays;
import java.util.List;
import org.plimsoll.ecosystem.agent.desk.LineTerms.Station;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A line of stations in simulated time. When a piece comes it is known when it will leave, so no
/// station needs to be woken.
///
/// With specialists a piece leaves a station when its work is done and there is room ahead
/// (blocking after service); with generalists whoever is free first takes it through.
final class StationLine {
  private static final double MINUTE_NS = 60e9;

  private final LineTerms terms;
  private final RandomStream work;

  /// When each of the last few pieces left each station, a ring over pieces; or, with generalists,
  /// when each of them is free.
  private final long[][] left;

  private long pieces;

  StationLine(LineTerms terms, RandomStream work) {
    this.terms = terms;
    this.work = work;
    int workers = terms.stations().stream().mapToInt(Station::workers).sum();
    left =
        terms.generalists()
            ? new long[1][workers]
            : new long[terms.stations().size()][terms.buffer() + 2];
    fill(Long.MIN_VALUE);
  }

  /// Takes a piece, or a batch that stays together.
  ///
  /// @param size how many times the work of one piece, positive
  /// @return when it leaves the line
  long enter(long nowNs, double size) {
    return terms.generalists() ? takeThrough(nowNs, size) : handOn(nowNs, size);
  }

  /// Returns when the first station has room for the next piece; after one has come.
  long firstFreeNs() {
    return terms.generalists()
        ? Arrays.stream(left[0]).min().orElseThrow()
        : left[0][slot(pieces - 1)];
  }

  private long takeThrough(long nowNs, double size) {
    int first = 0;
    for (int worker = 1; worker < left[0].length; worker++) {
      first = left[0][worker] < left[0][first] ? worker : first;
    }
    double minutes = 0;
    for (Station station : terms.stations()) {
      minutes += size * station.minutes() * factor();
    }
    left[0][first] = Math.max(nowNs, left[0][first]) + ns(minutes / terms.generalistSpeed());
    return left[0][first];
  }

  private long handOn(long nowNs, double size) {
    List<Station> stations = terms.stations();
    long came = nowNs;
    for (int station = 0; station < left.length; station++) {
      double minutes = size * stations.get(station).minutes() / stations.get(station).workers();
      long done = Math.max(came, left[station][slot(pieces - 1)]) + ns(minutes * factor());
      boolean isLast = station + 1 == left.length;
      // Ahead there is room for the buffer and the piece in work.
      long room = isLast ? Long.MIN_VALUE : left[station + 1][slot(pieces - terms.buffer() - 1)];
      came = Math.max(done, room);
      left[station][slot(pieces)] = came;
    }
    pieces++;
    return came;
  }

  private double factor() {
    return terms.spread() == LineTerms.Spread.FIXED ? 1 : work.exponential();
  }

  private static long ns(double minutes) {
    return (long) (minutes * MINUTE_NS);
  }

  private int slot(long piece) {
    return (int) Math.floorMod(piece, terms.buffer() + 2L);
  }

  void writeTo(StateSink sink) {
    work.writeTo(sink);
    sink.add(pieces).add(left.length).add(left[0].length);
    for (long[] row : left) {
      for (long each : row) {
        sink.add(each);
      }
    }
  }

  /// A line that has been arranged anew begins when all that is in the old one has left.
  void readFrom(StateSource source) {
    work.readFrom(source);
    pieces = source.number();
    int rows = source.count();
    int columns = source.count();
    boolean isAsBefore = rows == left.length && columns == left[0].length;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long each = source.number();
        last = Math.max(last, each);
        if (isAsBefore) {
          left[row][column] = each;
        }
      }
    }
    if (!isAsBefore) {
      fill(last);
    }
  }

  private void fill(long timeNs) {
    for (long[] row : left) {
      Arrays.fill(row, timeNs);
    }
  }
}
