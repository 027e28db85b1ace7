package org.plimsoll.server.v1;

/// What a line may hear.
sealed interface Channel {
  record Solvency() implements Channel {}

  record RaisedAlarms() implements Channel {}

  record Trades(int market) implements Channel {}

  record Book(int market) implements Channel {}

  record Orders(int account) implements Channel {}

  record Fills(int account) implements Channel {}

  record Margin(int account) implements Channel {}
}
