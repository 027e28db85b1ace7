package org.plimsoll.server.stream;

/// How a dialect tells the best prices of a market and its last one. Those that are equal share a
/// channel.
public interface TickerWords {
  /// Says what they are.
  ///
  /// @param bid of 0 lots at price 0 if there is none
  /// @param ask of 0 lots at price 0 if there is none
  /// @param lastTicks 0 if nothing was traded yet
  String ticker(Levels.Level bid, Levels.Level ask, long lastTicks, Seen seen);
}
