package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Optional;

/// What a line may hear.
sealed interface Subscription {
  record Trades(String market) implements Subscription {}

  record Ticker(String market) implements Subscription {}

  /// An order book.
  ///
  /// @param grouping the step of prices; empty for the book as it is
  record Book(String market, Optional<BigDecimal> grouping) implements Subscription {}

  record Markets() implements Subscription {}

  record Orders(int account) implements Subscription {}

  record Fills(int account) implements Subscription {}
}
