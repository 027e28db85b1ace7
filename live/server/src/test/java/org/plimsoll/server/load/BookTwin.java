package org.plimsoll.server.load;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/// An order book as a client keeps it: by what it is told alone, its checksum taken after every
/// message.
final class BookTwin {
  private final NavigableMap<BigDecimal, BigDecimal> bids =
      new TreeMap<>(Comparator.<BigDecimal>naturalOrder().reversed());
  private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private int messages;
  private int wrong;

  synchronized void on(JsonNode frame) {
    JsonNode data = frame.path("data");
    if (frame.path("type").asString("").equals("partial")) {
      bids.clear();
      asks.clear();
    }
    take(bids, data.path("bids"));
    take(asks, data.path("asks"));
    messages++;
    if (checksum() != data.path("checksum").asLong()) {
      wrong++;
    }
  }

  /// Returns how many messages came.
  synchronized int messages() {
    return messages;
  }

  /// Returns after how many of them the checksum was another one than the message's.
  synchronized int wrong() {
    return wrong;
  }

  /// Returns the best levels of both sides.
  synchronized String best() {
    return text(bids) + " | " + text(asks);
  }

  private static String text(Map<BigDecimal, BigDecimal> side) {
    StringJoiner text = new StringJoiner(" ");
    side.forEach((price, size) ->
        text.add(price.stripTrailingZeros().toPlainString() + "x" + size.stripTrailingZeros()));
    return text.toString();
  }

  private static void take(NavigableMap<BigDecimal, BigDecimal> side, JsonNode changes) {
    for (JsonNode change : changes) {
      BigDecimal size = change.get(1).decimalValue();
      if (size.signum() == 0) {
        side.remove(change.get(0).decimalValue());
      } else {
        side.put(change.get(0).decimalValue(), size);
      }
    }
  }

  private long checksum() {
    StringJoiner text = new StringJoiner(":");
    Iterator<Map.Entry<BigDecimal, BigDecimal>> bid = bids.entrySet().iterator();
    Iterator<Map.Entry<BigDecimal, BigDecimal>> ask = asks.entrySet().iterator();
    for (int i = 0; i < 100; i++) {
      add(bid, text);
      add(ask, text);
    }
    CRC32 crc = new CRC32();
    crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static void add(Iterator<Map.Entry<BigDecimal, BigDecimal>> side, StringJoiner text) {
    if (side.hasNext()) {
      Map.Entry<BigDecimal, BigDecimal> level = side.next();
      text.add(python(level.getKey())).add(python(level.getValue()));
    }
  }

  /// As Python writes a float of 0.0001 or more.
  private static String python(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
