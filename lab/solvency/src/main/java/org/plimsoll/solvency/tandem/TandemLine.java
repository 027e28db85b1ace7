package org.plimsoll.solvency.tandem;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Stations in a row with exponential work times, buffers of equal size between them, blocking
/// after service, and never a lack of work in front of the first.
///
/// Solved exactly as a Markov chain (Hunt 1956 for the small cases). The state is, for each station
/// after the first, how many pieces are between the end of the work before it and the end of its
/// own: the one in work, those in the buffer, and the finished one that blocks the station before.
public final class TandemLine {
  /// The largest chain that is solved. Larger lines are simulated: [LineSimulation].
  public static final int STATES_MAX = 5_000;

  private final double[] rates;
  private final int buffer;

  /// A line.
  ///
  /// @param rates pieces per unit of time, one per station; positive; at least one
  /// @param buffer places between two stations; not negative
  /// @throws IllegalArgumentException if an argument is out of bounds, or the chain would have more
  ///   than [#STATES_MAX] states
  public TandemLine(double[] rates, int buffer) {
    if (rates.length == 0 || !DoubleStream.of(rates).allMatch(r -> r > 0 && Double.isFinite(r))) {
      throw new IllegalArgumentException("rates " + Arrays.toString(rates) + " must be positive");
    }
    if (buffer < 0 || StrictMath.pow(buffer + 3.0, rates.length - 1.0) > STATES_MAX) {
      throw new IllegalArgumentException(
          "buffer "
              + buffer
              + " must not be negative, nor give the "
              + rates.length
              + " stations more than "
              + STATES_MAX
              + " states");
    }
    this.rates = rates.clone();
    this.buffer = buffer;
  }

  /// Returns the long-run throughput and the pieces in the line, exact but for rounding.
  public LineFlow flow() {
    int levels = buffer + 3;
    int states = (int) StrictMath.pow(levels, rates.length - 1.0);
    MarkovChain chain = new MarkovChain(states, states / levels);
    for (int state = 0; state < states; state++) {
      int[] counts = counts(state);
      for (int station = 0; station < rates.length && isReachable(counts); station++) {
        if (works(counts, station)) {
          chain.add(state, state + step(station), rates[station]);
        }
      }
    }
    return average(chain.stationary());
  }

  private LineFlow average(double[] probabilities) {
    double throughput = 0;
    double pieces = 0;
    for (int state = 0; state < probabilities.length; state++) {
      int[] counts = counts(state);
      boolean firstWorks = works(counts, 0);
      throughput += firstWorks ? probabilities[state] * rates[0] : 0;
      pieces += probabilities[state] * (Arrays.stream(counts).sum() + (firstWorks ? 1 : 0));
    }
    return new LineFlow(throughput, pieces);
  }

  /// The counts of all stations but the first, which is index 0 and stays 0.
  private int[] counts(int state) {
    int[] counts = new int[rates.length];
    int rest = state;
    for (int station = rates.length - 1; station > 0; station--) {
      counts[station] = rest % (buffer + 3);
      rest /= buffer + 3;
    }
    return counts;
  }

  /// How the state's number changes when the station finishes a piece.
  private int step(int station) {
    int place = (int) StrictMath.pow(buffer + 3.0, rates.length - 1.0 - station);
    int left = station == 0 ? 0 : -place;
    return station == rates.length - 1 ? left : left + place / (buffer + 3);
  }

  /// A station works if it has a piece and is not blocked; the first always has one.
  private boolean works(int[] counts, int station) {
    boolean hasPiece = station == 0 || counts[station] > 0;
    return hasPiece && !isBlocked(counts, station);
  }

  private boolean isBlocked(int[] counts, int station) {
    return station + 1 < rates.length && counts[station + 1] == room(counts, station + 1);
  }

  /// How many pieces fit from the end of the work before: a blocked station's place is taken by the
  /// piece that it cannot pass on.
  private int room(int[] counts, int station) {
    return buffer + 2 - (isBlocked(counts, station) ? 1 : 0);
  }

  private boolean isReachable(int[] counts) {
    for (int station = 1; station < rates.length; station++) {
      if (counts[station] > room(counts, station)) {
        return false;
      }
    }
    return true;
  }
}
