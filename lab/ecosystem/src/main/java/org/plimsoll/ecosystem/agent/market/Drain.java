package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Terminal;

/// Takes out of a venue as much as it gives, by asking for less and less.
final class Drain {
  private Drain() {}

  /// Withdraws an asset, borrowed or not, until not even a millionth of `wanted` is given.
  ///
  /// @param wanted count of the smallest unit
  /// @return what was given
  static long takeOut(Terminal terminal, int asset, long wanted, int place) {
    long least = StrictMath.max(1, wanted / 1_000_000);
    long given = 0;
    long bite = wanted;
    while (bite >= least) {
      bite = StrictMath.min(bite, wanted - given);
      if (bite > 0 && terminal.withdraw(asset, bite, place)) {
        given += bite;
      } else {
        bite /= 2;
      }
    }
    return given;
  }
}
