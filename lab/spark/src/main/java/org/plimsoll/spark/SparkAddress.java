package org.plimsoll.spark;

import java.net.URI;

/// Where Spark is.
sealed interface SparkAddress {
  /// In this process, on so many threads.
  record InProcess(int threads) implements SparkAddress {}

  /// At the master of a standalone cluster.
  record Master(String host, int port) implements SparkAddress {
    @Override
    public String toString() {
      return "spark://" + host + ":" + port;
    }

    /// Returns whether it is this machine, as only this machine calls itself.
    boolean isLoopback() {
      return host.equals("localhost") || host.startsWith("127.");
    }
  }

  /// Returns the address that a text says.
  ///
  /// @param threads of `local`
  /// @throws IllegalArgumentException if it says none
  static SparkAddress of(String text, int threads) {
    if (text.equals("local")) {
      return new InProcess(threads);
    }
    if (text.matches("spark://[^/@?#]+:\\d{1,5}")) {
      URI uri = URI.create(text);
      if (uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 1 << Character.SIZE) {
        return new Master(uri.getHost(), uri.getPort());
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is nowhere; give local, or spark://HOST:PORT");
  }
}
