package org.plimsoll.server.ftx;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.CRC32;
import org.plimsoll.server.stream.Levels;

/// What a client compares its order book with: the CRC-32 of its best prices and sizes.
final class BookChecksum {
  private BookChecksum() {}

  /// Returns the checksum, 32 bits without a sign.
  static long of(Levels levels, Grid grid) {
    CRC32 crc = new CRC32();
    crc.update(text(levels, grid).getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  /// Bid and ask in turn; a side that has ended is passed over.
  static String text(Levels levels, Grid grid) {
    StringJoiner text = new StringJoiner(":");
    int depth = Math.max(levels.bids().size(), levels.asks().size());
    for (int i = 0; i < Math.min(depth, Levels.DEPTH_MAX); i++) {
      add(text, levels.bids(), i, grid);
      add(text, levels.asks(), i, grid);
    }
    return text.toString();
  }

  private static void add(StringJoiner text, List<Levels.Level> side, int place, Grid grid) {
    if (place < side.size()) {
      Levels.Level level = side.get(place);
      text.add(PythonFloat.text(grid.price(level.ticks())));
      text.add(PythonFloat.text(grid.size(level.lots())));
    }
  }
}
