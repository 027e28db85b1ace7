package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/// Which candles a call asks for.
///
/// @param seconds how long each is
/// @param firstNs when the first opens
/// @param lastNs when the last opens
record CandleSpan(int seconds, long firstNs, long lastNs) {
  private static final int DEFAULT = 1_501;
  private static final int MOST = 5_000;
  private static final int DAY = 86_400;
  private static final int DAYS_MAX = 30;

  static CandleSpan of(Parameters parameters, long nowNs) {
    int seconds = seconds(parameters);
    long stepNs = seconds * Times.NANOS_PER_SECOND;
    long endNs = Math.min(nowNs, parameters.time("end_time", nowNs));
    long lastNs = endNs - Math.floorMod(endNs, stepNs);
    long count = Math.max(1, parameters.limit(DEFAULT, MOST));
    long earliestNs = lastNs - (count - 1) * stepNs;
    long startNs = Math.max(0, parameters.time("start_time", earliestNs));
    long roundedNs = startNs > lastNs ? lastNs + stepNs : startNs + stepNs - 1;
    return new CandleSpan(
        seconds, Math.max(earliestNs, roundedNs - Math.floorMod(roundedNs, stepNs)), lastNs);
  }

  private static int seconds(Parameters parameters) {
    long seconds = parameters.whole("resolution").orElseThrow(() -> FtxError.missing("resolution"));
    boolean isOneOfThose =
        List.of(15L, 60L, 300L, 900L, 3_600L, 14_400L).contains(seconds)
            || (seconds > 0 && seconds % DAY == 0 && seconds <= (long) DAYS_MAX * DAY);
    if (!isOneOfThose) {
      throw FtxError.invalid("resolution");
    }
    return (int) seconds;
  }

  int count() {
    return (int) Math.max(0, (lastNs - firstNs) / stepNs() + 1);
  }

  /// Returns the last instant of the last.
  long endNs() {
    return lastNs + stepNs() - 1;
  }

  private long stepNs() {
    return seconds * Times.NANOS_PER_SECOND;
  }

  /// Returns one candle for each step from the first known price on: where nothing happened the
  /// price stood.
  ///
  /// @param known in order
  /// @param before the price that held before them
  /// @param flatVolume the volume of a candle in which nothing happened
  ArrayNode json(
      List<CandleJson> known, Optional<BigDecimal> before, @Nullable BigDecimal flatVolume) {
    Deque<CandleJson> rest = new ArrayDeque<>(known);
    Optional<BigDecimal> price = before;
    List<CandleJson> all = new ArrayList<>();
    for (long startNs = firstNs; startNs <= lastNs; startNs += stepNs()) {
      if (!rest.isEmpty() && rest.getFirst().startNs() == startNs) {
        CandleJson candle = rest.removeFirst();
        price = Optional.of(candle.close());
        all.add(candle);
      } else if (price.isPresent()) {
        all.add(CandleJson.flat(startNs, price.get(), flatVolume));
      }
    }
    return Json.list(all, CandleJson::json);
  }
}
