package org.plimsoll.server.fault;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Dropped;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect;
import org.plimsoll.server.http.Reply;

/// Stands before a dialect and lets go wrong what a [FaultPlan] says. What befalls the n-th call,
/// or message over a WebSocket, follows from the seed and n alone.
///
/// Frames to clients are not touched: a client that wants to hear late ones subscribes late. A call
/// that was dropped after it was done has changed the venue; its sender must ask before it sends
/// again. One that was dropped before, or answered with an error, has changed nothing.
public final class Faults {
  private final FaultPlan plan;
  private final SplittableRandom random;
  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

  /// What befalls a call.
  public enum Fate {
    /// Nothing, but for the lag.
    NONE,
    /// Its connection is dropped before anything is done.
    DROPPED_BEFORE,
    /// It is done, and its answer is lost.
    DROPPED_AFTER,
    /// It is answered with an error, and nothing is done.
    REFUSED
  }

  private record Drawn(Fate fate, int lagMs) {}

  /// Begins a plan.
  public Faults(FaultPlan plan) {
    this.plan = plan;
    random = new SplittableRandom(plan.seed());
  }

  /// Returns how many calls and messages had a fate so far.
  public synchronized long count(Fate fate) {
    return counts.getOrDefault(fate, 0L);
  }

  /// Lets calls of a dialect go wrong.
  public Dialect before(Dialect dialect) {
    return isNone() ? dialect : call -> answer(dialect, call);
  }

  /// Lets what clients say over WebSockets go wrong.
  public LineDialect beforeLines(LineDialect dialect) {
    return isNone() ? dialect : line -> new FaultyHearer(dialect.open(line), line);
  }

  private boolean isNone() {
    return plan.equals(FaultPlan.NONE);
  }

  private Reply answer(Dialect dialect, Call call) {
    return switch (drawn()) {
      case NONE -> dialect.answer(call);
      case DROPPED_BEFORE -> throw new Dropped();
      case DROPPED_AFTER -> {
        Reply _ = dialect.answer(call);
        throw new Dropped();
      }
      case REFUSED -> {
        String body = "{\"success\":false,\"error\":\"" + plan.error().text() + "\"}";
        yield Reply.json(plan.error().status(), body.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  /// Draws a fate, and returns when its lag is over.
  private Fate drawn() {
    Drawn drawn = draw();
    try {
      Thread.sleep(drawn.lagMs);
      return drawn.fate;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Dropped();
    }
  }

  private synchronized Drawn draw() {
    double chance = random.nextDouble();
    int lagMs = random.nextInt(plan.lagFromMs(), plan.lagToMs() + 1);
    double refusedFrom = plan.dropBefore() + plan.dropAfter();
    Fate fate;
    if (chance < plan.dropBefore()) {
      fate = Fate.DROPPED_BEFORE;
    } else if (chance < refusedFrom) {
      fate = Fate.DROPPED_AFTER;
    } else if (chance < refusedFrom + plan.errorRate()) {
      fate = Fate.REFUSED;
    } else {
      fate = Fate.NONE;
    }
    counts.merge(fate, 1L, Long::sum);
    return new Drawn(fate, lagMs);
  }

  /// Hears late, not at all, or for the last time.
  private final class FaultyHearer implements LineDialect.Hearer {
    private final LineDialect.Hearer hearer;
    private final Line line;

    FaultyHearer(LineDialect.Hearer hearer, Line line) {
      this.hearer = hearer;
      this.line = line;
    }

    @Override
    public void on(String message) {
      switch (drawn()) {
        case NONE -> hearer.on(message);
        case DROPPED_BEFORE -> throw new Dropped();
        case DROPPED_AFTER -> {
          hearer.on(message);
          throw new Dropped();
        }
        case REFUSED ->
            line.send(
                "{\"type\":\"error\",\"code\":"
                    + plan.error().status()
                    + ",\"msg\":\""
                    + plan.error().text()
                    + "\"}");
      }
    }

    @Override
    public void onClosed() {
      hearer.onClosed();
    }
  }
}
