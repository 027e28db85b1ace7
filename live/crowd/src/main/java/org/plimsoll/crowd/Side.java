package org.plimsoll.crowd;

import java.util.Locale;

/// Which way one trades.
enum Side {
  BUY,
  SELL;

  /// Returns 1 for a buyer and -1 for a seller.
  int sign() {
    return this == BUY ? 1 : -1;
  }

  /// Returns the word that the exchange has for it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
