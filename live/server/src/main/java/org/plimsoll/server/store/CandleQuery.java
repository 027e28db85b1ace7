package org.plimsoll.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plimsoll.server.store.Kept.Candle;

/// Makes candles of any length of the longest kept ones that divide it.
///
/// @param partSeconds of those
/// @param fromNs where the first one begins
record CandleQuery(int market, int seconds, int partSeconds, long fromNs, long toNs, int limit) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int SECONDS_MAX = 30 * 86_400;

  static CandleQuery of(int market, int seconds, long fromNs, long toNs, int limit) {
    int part =
        CandleRows.SECONDS.reversed().stream()
            .filter(kept -> seconds > 0 && seconds % kept == 0)
            .findFirst()
            .orElse(0);
    if (part == 0 || seconds > SECONDS_MAX || limit < 1 || limit > Span.LIMIT_MAX) {
      throw new IllegalArgumentException(
          "nobody makes " + limit + " candles of " + seconds + " seconds");
    }
    long first = fromNs - Math.floorMod(fromNs, seconds * NANOS_PER_SECOND);
    return new CandleQuery(market, seconds, part, first, toNs, limit);
  }

  /// Reads from the newest part back. A candle has no more parts than fit in it, so as many as that
  /// for each candle are enough.
  List<Candle> ask(Connection connection) throws SQLException {
    List<Candle> candles = new ArrayList<>();
    String sql =
        "SELECT start_ns, open_ticks, high_ticks, low_ticks, close_ticks, volume_lots,"
            + " volume_tick_lots, trades FROM candles"
            + " WHERE market = ? AND seconds = ? AND start_ns >= ? AND start_ns <= ?"
            + " ORDER BY start_ns DESC LIMIT ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, market);
      select.setInt(2, partSeconds);
      select.setLong(3, fromNs);
      select.setLong(4, toNs);
      select.setLong(5, (long) limit * (seconds / partSeconds));
      try (ResultSet found = select.executeQuery()) {
        while (found.next() && candles.size() <= limit) {
          add(candles, part(new Columns(found)));
        }
      }
    }
    List<Candle> newest = candles.subList(0, Math.min(limit, candles.size()));
    Collections.reverse(newest);
    return List.copyOf(newest);
  }

  private void add(List<Candle> candles, Candle part) {
    if (!candles.isEmpty() && candles.getLast().startNs() == part.startNs()) {
      candles.set(candles.size() - 1, part.followedBy(candles.getLast()));
    } else {
      candles.add(part);
    }
  }

  private Candle part(Columns c) throws SQLException {
    long start = c.number();
    return new Candle(
        start - Math.floorMod(start, seconds * NANOS_PER_SECOND),
        c.number(),
        c.number(),
        c.number(),
        c.number(),
        c.number(),
        c.number(),
        c.number());
  }
}
