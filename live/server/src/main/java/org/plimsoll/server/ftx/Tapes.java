package org.plimsoll.server.ftx;

import java.util.List;
import org.plimsoll.server.exchange.Follower;

/// What this dialect remembers of history besides what the store keeps. All of it comes back with
/// the journal.
public record Tapes(MarketTape markets, IndexTape indexes, PositionTape positions) {
  /// Creates empty ones.
  public Tapes() {
    this(new MarketTape(), new IndexTape(), new PositionTape());
  }

  /// Returns who must hear of every command.
  public List<Follower> followers() {
    return List.of(markets, indexes, positions);
  }
}
