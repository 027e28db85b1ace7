package org.plimsoll.venue;

/// In which futures markets each account may have a position or orders, as a bit for each, so that
/// nobody looks through all of them. A bit that is not set is certain; one that is set is taken
/// back by whoever finds nothing there.
///
/// Nothing here is part of the state's fingerprint. Of an account that nobody has asked about,
/// every bit is set.
final class Exposures {
  private static final long ALL = -1L;

  private final AccountRows rows;

  Exposures(AccountRows rows) {
    this.rows = rows;
  }

  void openAccount(int account) {
    rows.set(account, AccountRows.EXPOSURES, ALL);
  }

  /// Notes that an account has something in the futures market at a place in their list.
  void set(int account, int place) {
    rows.set(account, AccountRows.EXPOSURES, bits(account) | 1L << place);
  }

  /// Notes that it has nothing there.
  void clear(int account, int place) {
    rows.set(account, AccountRows.EXPOSURES, bits(account) & ~(1L << place));
  }

  /// Returns the bits of an account, none for a place that no market has yet.
  ///
  /// @param count how many futures markets there are
  long of(int account, int count) {
    long some = count == Long.SIZE ? ALL : (1L << count) - 1;
    return bits(account) & some;
  }

  private long bits(int account) {
    return rows.get(account, AccountRows.EXPOSURES);
  }
}
