package org.plimsoll.server.http;

/// Answers requests whose path begins with what it is registered for.
@FunctionalInterface
public interface Dialect {
  /// Answers a request. It may wait; what it throws becomes a 500, is counted, and tells the client
  /// nothing.
  Reply answer(Call call);
}
