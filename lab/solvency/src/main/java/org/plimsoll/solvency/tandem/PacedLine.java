package org.plimsoll.solvency.tandem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// A line whose stations hand over at the same moment, paced by the slowest: one piece each.
///
/// @param work time per piece at each station; positive
public record PacedLine(List<Double> work) {
  private static final int STATIONS_MAX = 20;

  /// Checks the bounds and takes a copy.
  ///
  /// @throws IllegalArgumentException if there are no stations or more than 20, or a time is not
  ///   positive
  public PacedLine {
    work = List.copyOf(work);
    boolean valid = !work.isEmpty() && work.size() <= STATIONS_MAX;
    if (!valid || !work.stream().allMatch(t -> t > 0 && t < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "work " + work + " must be 1 to " + STATIONS_MAX + " positive times");
    }
  }

  /// Returns the line for these times.
  public static PacedLine of(double... work) {
    return new PacedLine(Arrays.stream(work).boxed().toList());
  }

  /// Returns the time between two pieces with one specialist per station: the longest work.
  public double specialistCycle() {
    return times().max().orElseThrow();
  }

  /// Returns the part of the specialists' time that is work, from 0 to 1.
  public double efficiency() {
    return times().sum() / (work.size() * specialistCycle());
  }

  /// Returns the time between two pieces with as many generalists, each taking a piece through.
  public double generalistCycle() {
    return times().sum() / work.size();
  }

  /// Returns the time between two pieces where worker `i` can serve the stations whose bits are set
  /// in `skills[i]` and work can be divided: the most loaded set of stations decides (max flow, min
  /// cut).
  ///
  /// @throws IllegalArgumentException if some station is served by nobody
  public double crossTrainedCycle(int... skills) {
    double cycle = 0;
    for (int set = 1; set < 1 << work.size(); set++) {
      int stations = set;
      long workers = Arrays.stream(skills).filter(skill -> (skill & stations) != 0).count();
      if (workers == 0) {
        throw new IllegalArgumentException(
            "skills " + Arrays.toString(skills) + " leave a station to nobody");
      }
      cycle = Math.max(cycle, workOf(set) / workers);
    }
    return cycle;
  }

  private double workOf(int set) {
    double sum = 0;
    for (int station = 0; station < work.size(); station++) {
      sum += (set >> station & 1) == 0 ? 0 : work.get(station);
    }
    return sum;
  }

  private DoubleStream times() {
    return work.stream().mapToDouble(Double::doubleValue);
  }
}
