package org.plimsoll.solvency.tandem;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// A line of any length and any work times, run piece by piece.
///
/// Derivation: a piece starts when it has come and its station is free, and leaves when its work is
/// done and the piece that holds the last place ahead of it has left (blocking after service).
public final class LineSimulation {
  private final List<WorkTime> stations;
  private final int buffer;
  private final UniformRandomProvider random;

  /// When each of the last few pieces left each station; a ring over pieces.
  private final double[][] left;

  private LineSimulation(List<WorkTime> stations, int buffer, long seed) {
    this.stations = stations;
    this.buffer = buffer;
    random = RandomSource.PHILOX_4X64.create(seed);
    left = new double[stations.size()][buffer + 2];
  }

  /// Runs `pieces` pieces after as many tenths to fill the line, and returns what was seen.
  ///
  /// @throws IllegalArgumentException if there is no station, `buffer` is negative, or there are
  ///   fewer than ten pieces
  public static LineFlow run(List<WorkTime> stations, int buffer, int pieces, long seed) {
    if (stations.isEmpty() || buffer < 0 || pieces < 10) {
      throw new IllegalArgumentException(
          "stations "
              + stations.size()
              + ", buffer "
              + buffer
              + " and pieces "
              + pieces
              + " must be at least 1, 0 and 10");
    }
    return new LineSimulation(List.copyOf(stations), buffer, seed).flow(pieces);
  }

  private LineFlow flow(int pieces) {
    int warmUp = pieces / 10;
    double begun = 0;
    double ended = 0;
    double flowTime = 0;
    for (int piece = 0; piece < warmUp + pieces; piece++) {
      double start = left[0][slot(piece - 1)];
      ended = pass(piece, start);
      begun = piece < warmUp ? ended : begun;
      flowTime += piece < warmUp ? 0 : ended - start;
    }
    double throughput = pieces / (ended - begun);
    return new LineFlow(throughput, throughput * flowTime / pieces);
  }

  /// Takes one piece through the line and returns when it left.
  private double pass(int piece, double start) {
    double came = start;
    for (int station = 0; station < left.length; station++) {
      double begin = Math.max(came, left[station][slot(piece - 1)]);
      double done = begin + stations.get(station).quantile(random.nextDouble());
      boolean isLast = station + 1 == left.length;
      // Ahead there is room for the buffer and the piece in work.
      double room = isLast ? 0 : left[station + 1][slot(piece - buffer - 1)];
      came = Math.max(done, room);
      left[station][slot(piece)] = came;
    }
    return came;
  }

  private int slot(int piece) {
    return Math.floorMod(piece, buffer + 2);
  }
}
