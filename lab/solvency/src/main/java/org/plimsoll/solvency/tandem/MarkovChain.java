package org.plimsoll.solvency.tandem;

import java.util.stream.DoubleStream;

/// A chain in continuous time whose jumps go no further than a band of state numbers.
///
/// Solved by the elimination of Grassmann, Taksar and Heyman (1985), which never subtracts and so
/// keeps every digit; within a band it takes states times band² steps. States that cannot be
/// reached have no jumps and get probability zero.
final class MarkovChain {
  private final int states;
  private final int band;
  private final double[][] rates;

  MarkovChain(int states, int band) {
    this.states = states;
    this.band = band;
    rates = new double[states][2 * band + 1];
  }

  void add(int from, int to, double rate) {
    rates[from][to - from + band] += rate;
  }

  double[] stationary() {
    double[] departures = new double[states];
    for (int last = states - 1; last > 0; last--) {
      departures[last] = eliminate(last);
    }
    double[] weights = new double[states];
    weights[0] = 1;
    for (int state = 1; state < states; state++) {
      double inflow = 0;
      for (int from = Math.max(0, state - band); from < state; from++) {
        inflow += weights[from] * rates[from][state - from + band];
      }
      weights[state] = departures[state] == 0 ? 0 : inflow / departures[state];
    }
    double total = DoubleStream.of(weights).sum();
    return DoubleStream.of(weights).map(weight -> weight / total).toArray();
  }

  /// Routes around the last state what passed through it; returns the rate at which it was left.
  private double eliminate(int last) {
    int first = Math.max(0, last - band);
    double departure = 0;
    for (int to = first; to < last; to++) {
      departure += rates[last][to - last + band];
    }
    for (int from = first; from < last && departure > 0; from++) {
      double share = rates[from][last - from + band] / departure;
      for (int to = first; to < last && share > 0; to++) {
        rates[from][to - from + band] += share * rates[last][to - last + band];
      }
    }
    return departure;
  }
}
