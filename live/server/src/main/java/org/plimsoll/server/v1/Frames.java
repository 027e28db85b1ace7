package org.plimsoll.server.v1;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The messages of this dialect's WebSocket.
final class Frames {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Frames() {}

  /// Returns the answer to a request that was done.
  ///
  /// @param more what came of it
  static String accepted(String id, Map<String, Object> more) {
    Map<String, @Nullable Object> frame = head("accepted");
    frame.put("id", id);
    frame.putAll(more);
    return text(frame);
  }

  /// Returns the answer to a request that was not done.
  ///
  /// @param id null if it could not be read
  static String refused(@Nullable String id, NativeError why) {
    Map<String, @Nullable Object> frame = head("refused");
    frame.put("id", id);
    frame.put("status", why.status());
    frame.putAll(why.tree());
    return text(frame);
  }

  /// Returns a message of a channel.
  ///
  /// @param type `snapshot` of all that there is, or `update`
  /// @param sequence of the last command that it knows of
  static String data(String type, String channel, long sequence, Object data) {
    Map<String, @Nullable Object> frame = head(type);
    frame.put("channel", channel);
    frame.put("sequence", sequence);
    frame.put("data", data);
    return text(frame);
  }

  /// Returns a message about a market.
  static String data(String type, String channel, Listed market, long sequence, Object data) {
    Map<String, @Nullable Object> frame = head(type);
    frame.put("channel", channel);
    frame.put("market", market.name());
    frame.put("sequence", sequence);
    frame.put("data", data);
    return text(frame);
  }

  private static Map<String, @Nullable Object> head(String type) {
    Map<String, @Nullable Object> frame = new LinkedHashMap<>();
    frame.put("type", type);
    return frame;
  }

  private static String text(Map<String, @Nullable Object> frame) {
    return new String(MAPPER.writeValueAsBytes(frame), StandardCharsets.UTF_8);
  }
}
