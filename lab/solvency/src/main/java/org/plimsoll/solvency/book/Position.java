package org.plimsoll.solvency.book;

import java.io.Serializable;

/// What an account has agreed to buy or sell of an asset without receiving or delivering it, as a
/// future or a perpetual swap.
///
/// It earns `size` times what the price has moved from `entry`. Nothing of the asset is owed in
/// kind: the result is a claim, or a debt, in the book's currency. It moves with the price as
/// `size` units do that were bought on credit at `entry`.
///
/// @param asset the id of the asset whose price counts, never the book's currency
/// @param size units of it: above 0 bought, below 0 sold
/// @param entry the price at which it was opened, or up to which it has been settled; never
///   negative
public record Position(String asset, Figure size, Figure entry) implements Serializable {
  public Position {
    entry = entry.asQuantity();
  }

  /// Returns what the units cost at the entry price, below 0 where they were sold; in the book's
  /// currency. Where the size is a range it is taken apart from that in which the units are worth
  /// their price, so that a result is never narrower than what is known of it, and may be wider.
  public Interval cost() {
    return size.value().times(entry.value());
  }
}
