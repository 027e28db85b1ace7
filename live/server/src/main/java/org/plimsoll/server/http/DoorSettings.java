package org.plimsoll.server.http;

import java.time.Duration;
import java.util.Optional;

/// What the door lets through.
///
/// @param host the address to listen at; loopback unless somebody decides otherwise
/// @param port 0 takes any that is free
/// @param bodyMax the largest body of a request, in bytes
/// @param messageMax the largest message over a WebSocket, in characters
/// @param connectionsMax the most connections at once, WebSockets among them
/// @param linesMax the most WebSockets at once
/// @param linesOfAddressMax the most of them from one address
/// @param waitingMax the most characters that wait on one WebSocket before it is cut; each message
///   counts 64 more
/// @param quiet how long a connection may be silent before it ends, and a request be on its way; a
///   WebSocket is asked for a sign three times in it
/// @param tls by what it proves who it is; without, it speaks in the open
public record DoorSettings(
    String host,
    int port,
    int bodyMax,
    int messageMax,
    int connectionsMax,
    int linesMax,
    int linesOfAddressMax,
    int waitingMax,
    Duration quiet,
    Optional<PemFiles> tls) {
  /// The longest first line of a request, in bytes.
  public static final int FIRST_LINE_MAX = 4 << 10;

  /// The longest that its headers may be together, in bytes.
  public static final int HEADERS_MAX = 16 << 10;

  /// Loopback on port 8080, bodies of 64 KiB, messages of 16 Ki, 4,000 connections, 1,000 lines,
  /// 200 of them from one address, 4 Mi characters that wait, silence of a minute.
  public static final DoorSettings DEFAULT =
      new DoorSettings(
          "127.0.0.1",
          8080,
          64 << 10,
          16 << 10,
          4_000,
          1_000,
          200,
          4 << 20,
          Duration.ofMinutes(1),
          Optional.empty());

  /// Returns the same on another port.
  public DoorSettings onPort(int other) {
    return at(host, other, tls);
  }

  /// Returns the same at another address.
  ///
  /// @param proof by what it proves who it is
  public DoorSettings at(String address, Optional<PemFiles> proof) {
    return at(address, port, proof);
  }

  private DoorSettings at(String address, int other, Optional<PemFiles> proof) {
    return new DoorSettings(
        address,
        other,
        bodyMax,
        messageMax,
        connectionsMax,
        linesMax,
        linesOfAddressMax,
        waitingMax,
        quiet,
        proof);
  }
}
