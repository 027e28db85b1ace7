package org.plimsoll.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as it came.
///
/// @param method in capitals
/// @param path as it was sent, escapes and all, from the first slash on
/// @param query as it was sent, without its question mark; empty if there is none
/// @param headers the first value of each, by name in small letters
/// @param body as it was sent
/// @param address the peer's
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Call(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    String address) {
  /// Returns the path with its query, exactly as sent: what clients sign.
  public String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// Returns the first value of a header.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Returns the steps of the path, each still escaped.
  public List<String> steps() {
    return List.of(path.substring(1).split("/", -1));
  }
}
