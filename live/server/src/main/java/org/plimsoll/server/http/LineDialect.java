package org.plimsoll.server.http;

/// What is spoken over WebSockets of one path.
@FunctionalInterface
public interface LineDialect {
  /// A line has been opened.
  ///
  /// @return who hears what comes over it
  Hearer open(Line line);

  /// Hears one line, one call at a time.
  interface Hearer {
    /// A whole message came.
    void on(String message);

    /// The line is no more.
    void onClosed();
  }
}
