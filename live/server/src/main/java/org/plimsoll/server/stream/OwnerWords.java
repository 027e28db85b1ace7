package org.plimsoll.server.stream;

import org.plimsoll.server.store.Kept;

/// How a dialect tells owners of their orders and fills.
public interface OwnerWords {
  /// Says how an order is by now.
  ///
  /// @param sequence of the command that changed it
  String order(Kept.Order order, long sequence);

  /// Says what one side of a trade was.
  ///
  /// @param sequence of the command that brought it about
  String fill(Kept.Fill fill, long sequence);
}
