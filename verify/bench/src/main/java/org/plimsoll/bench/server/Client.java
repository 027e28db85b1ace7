package org.plimsoll.bench.server;

import java.util.concurrent.CompletableFuture;

/// Somebody who sends one call after the other. One thread at a time sends.
interface Client {
  /// Sends the next call.
  ///
  /// @return done when it is answered well; else it has failed
  CompletableFuture<Void> send();

  /// Ends its line, if it has one.
  default void leave() {}
}
