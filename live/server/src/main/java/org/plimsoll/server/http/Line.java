package org.plimsoll.server.http;

/// An open WebSocket as a dialect sees it. Any thread may use it.
public interface Line {
  /// The code for a line that its rules end.
  int POLICY = 1008;

  /// Lets a message wait to be sent. A line whose messages are not taken off soon enough is cut:
  /// this never waits.
  void send(String message);

  /// Ends it because the key that it goes by is no longer in use.
  default void revoke() {
    close(POLICY, "the key is revoked");
  }

  /// Sends why something that came is refused, and counts it.
  default void refuse(String message) {
    send(message);
  }

  /// Ends the line when what waits has been sent.
  ///
  /// @param code of RFC 6455, section 7.4
  void close(int code, String reason);

  /// Returns the peer's address.
  String address();
}
