package org.plimsoll.ecosystem.agent.desk;

import java.util.List;
import org.plimsoll.text.bind.Omissible;

/// The terms of a line of stations through which every piece goes in order.
///
/// @param stations from first to last, 1 to 20
/// @param buffer how many pieces may wait between two stations, from 0: a station that finds no
///   room ahead keeps its finished piece and is blocked
/// @param spread whether the work on a piece is always the same or random
/// @param generalists whether everybody takes a piece through all stations alone; if not each stays
///   at his station
/// @param generalistSpeed of a generalist, where a specialist has 1; positive
public record LineTerms(
    List<Station> stations,
    @Omissible int buffer,
    Spread spread,
    boolean generalists,
    double generalistSpeed) {
  /// A station.
  ///
  /// @param name such as `signing`
  /// @param minutes of one worker for one piece, on average; positive
  /// @param workers who share the work, from 1
  public record Station(String name, double minutes, int workers) {}

  /// How the work on a piece varies.
  public enum Spread {
    /// Not at all.
    FIXED,
    /// Exponentially, without memory.
    EXPONENTIAL
  }

  /// Takes a copy and checks the bounds.
  public LineTerms {
    stations = List.copyOf(stations);
    require(!stations.isEmpty() && stations.size() <= 20, "stations: 1 to 20");
    require(buffer >= 0, "buffer: from 0");
    require(generalistSpeed > 0, "generalist-speed: above 0");
    for (Station station : stations) {
      require(station.minutes() > 0 && station.workers() >= 1, "stations: minutes and workers");
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
