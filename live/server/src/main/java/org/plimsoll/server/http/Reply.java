package org.plimsoll.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What is answered.
///
/// @param status of HTTP
/// @param type of the body
/// @param headers besides those that every answer has
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  /// Returns an answer in JSON.
  public static Reply json(int status, byte[] body) {
    return new Reply(status, "application/json", body, Map.of());
  }

  /// Returns an answer in plain text.
  public static Reply text(int status, String text) {
    return new Reply(
        status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
