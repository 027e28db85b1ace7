package org.plimsoll.ecosystem.agent.depositor;

/// What customers do with what they bring.
public enum CustomerClass {
  /// Leave it there.
  PASSIVE,
  /// Buy coins with borrowed dollars.
  SPOT_LONG,
  /// Sell borrowed coins.
  SPOT_SHORT,
  /// Hold a perpetual future, some long and some short.
  PERPETUAL,
  /// Hold a leveraged token.
  LEVERAGED_TOKEN,
  /// Lend it to other customers.
  YIELD
}
