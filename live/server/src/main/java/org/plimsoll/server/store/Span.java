package org.plimsoll.server.store;

/// Which rows of a list are meant: those of a time, in the order of time and then of their numbers,
/// as many as there is room for.
///
/// Many rows may have one time, since the venue's clock stands between two commands that move it.
/// Who must not miss any goes on by [#beyond] and not by the time alone.
///
/// @param fromNs the earliest time, nanoseconds since 1970 in UTC
/// @param toNs the latest
/// @param beyondId of the rows of the time that the span begins with, those beyond this number
///   alone
/// @param limit how many, 1 to [#LIMIT_MAX]
/// @param isAscending whether the oldest come first, and not the newest
public record Span(long fromNs, long toNs, long beyondId, int limit, boolean isAscending) {
  /// The most rows of a page.
  public static final int LIMIT_MAX = 5_000;

  /// Checks the limit.
  public Span {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("no page has " + limit + " rows");
    }
  }

  /// Returns the newest rows there are.
  public static Span newest(int limit) {
    return between(0, Long.MAX_VALUE, limit);
  }

  /// Returns the newest rows of a time, both ends included.
  public static Span between(long fromNs, long toNs, int limit) {
    return new Span(fromNs, toNs, Long.MAX_VALUE, limit, false);
  }

  /// Returns the same span from its other end.
  public Span ascending() {
    return new Span(fromNs, toNs, 0, limit, true);
  }

  /// Returns what is left of the span behind a row.
  public Span beyond(long timeNs, long id) {
    return isAscending
        ? new Span(timeNs, toNs, id, limit, true)
        : new Span(fromNs, timeNs, id, limit, false);
  }
}
