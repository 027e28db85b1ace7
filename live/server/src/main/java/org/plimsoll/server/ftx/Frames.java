package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The messages of this dialect's WebSocket.
final class Frames {
  static final String PONG = text(Json.object().put("type", "pong"));

  private Frames() {}

  static String error(String message) {
    return text(Json.object().put("type", "error").put("code", 400).put("msg", message));
  }

  /// Returns a message about a subscription itself.
  ///
  /// @param type `subscribed` or `unsubscribed`
  static String about(String type, String channel, Optional<String> market) {
    return text(head(type, channel, market));
  }

  /// Returns a message of a channel.
  ///
  /// @param type `partial` or `update`
  static String data(String type, String channel, Optional<String> market, JsonNode data) {
    ObjectNode frame = head(type, channel, market);
    frame.set("data", data);
    return text(frame);
  }

  /// Returns a time as this WebSocket tells it: seconds since 1970, with microseconds.
  static BigDecimal time(long timeNs) {
    return Numbers.plain(BigDecimal.valueOf(timeNs / 1_000, 6));
  }

  private static ObjectNode head(String type, String channel, Optional<String> market) {
    ObjectNode frame = Json.object().put("channel", channel);
    market.ifPresent(name -> frame.put("market", name));
    return frame.put("type", type);
  }

  private static String text(ObjectNode frame) {
    return new String(Json.write(frame), StandardCharsets.UTF_8);
  }
}
