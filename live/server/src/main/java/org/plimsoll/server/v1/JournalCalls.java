package org.plimsoll.server.v1;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.exchange.Exchange;

/// How far the journal is.
final class JournalCalls {
  private static final long EVERY_NS = 1_000_000_000L;

  private final Exchange exchange;
  private final LongSupplier nanoTime;
  private long toldNs;
  private @Nullable Map<String, @Nullable Object> told;

  JournalCalls(Exchange exchange, LongSupplier nanoTime) {
    this.exchange = exchange;
    this.nanoTime = nanoTime;
  }

  /// Told anew once a second at most, since the fingerprint is taken of the whole state.
  synchronized Object journal() {
    Map<String, @Nullable Object> last = told;
    if (last == null || nanoTime.getAsLong() - toldNs >= EVERY_NS) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      exchange.ask(view -> {
        tree.put("sequence", view.sequence());
        tree.put("time", Instant.ofEpochSecond(0, view.clockNs()).toString());
        tree.put("state_hash", HexFormat.of().toHexDigits(view.stateHash()));
        return tree;
      });
      told = tree;
      toldNs = nanoTime.getAsLong();
      return tree;
    }
    return last;
  }
}
