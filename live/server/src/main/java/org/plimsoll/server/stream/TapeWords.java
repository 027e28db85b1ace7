package org.plimsoll.server.stream;

import java.util.List;
import org.plimsoll.server.store.Kept;

/// How a dialect tells the trades of a market. Those that are equal share a channel.
public interface TapeWords {
  /// Says what was traded by one command.
  String trades(List<Kept.Trade> trades, long sequence);
}
