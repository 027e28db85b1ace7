package org.plimsoll.bench.orders;

/// An engine's bare order book behind the commands of a stream.
public interface BookUnderTest {
  /// Applies the commands from `from` to before `to`.
  void play(OrderStream stream, int from, int to);

  /// Returns the trades so far.
  TradeTape tape();

  /// Returns how many orders rest.
  long restingOrders();
}
