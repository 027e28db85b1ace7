package org.plimsoll.server.ftx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Queries;
import org.plimsoll.server.store.Span;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.store.StoreException;
import org.plimsoll.venue.VenueView;

/// The store as this dialect uses it: whoever got an answer finds there what it did.
final class History {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// So many pages are searched for what is filtered out of them.
  private static final int PAGES_MAX = 20;

  private final Store store;
  private final Floor floor;

  History(Store store, Floor floor) {
    this.store = store;
    this.floor = floor;
  }

  /// Asks, once the store has all that the venue has by now.
  <T> T ask(Function<Queries, T> question) {
    try {
      store.awaitPosition(floor.ask(VenueView::sequence), PATIENCE);
      return question.apply(store.queries());
    } catch (StoreException behind) {
      throw FtxError.retry();
    }
  }

  /// Returns which rows a call asks for, newest first.
  static Span span(Parameters parameters, int otherwise, int most) {
    int limit = Math.max(1, parameters.limit(otherwise, most));
    return Span.between(
        parameters.time("start_time", 0), parameters.time("end_time", Long.MAX_VALUE), limit);
  }

  /// Returns a page of those rows that pass a filter.
  static <T> Page<T> filtered(
      Function<Span, Page<T>> pages, Span span, Predicate<T> filter, Place<T> place) {
    List<T> rows = new ArrayList<>();
    Span rest = span;
    for (int i = 0; i < PAGES_MAX; i++) {
      Page<T> page = pages.apply(rest);
      for (T row : page.rows()) {
        if (rows.size() == span.limit()) {
          return new Page<>(rows, true);
        }
        if (filter.test(row)) {
          rows.add(row);
        }
      }
      if (!page.hasMore()) {
        return new Page<>(rows, false);
      }
      T last = page.rows().getLast();
      rest = rest.beyond(place.timeNs.applyAsLong(last), place.id.applyAsLong(last));
    }
    return new Page<>(rows, true);
  }

  /// Where a row stands.
  record Place<T>(ToLongFunction<T> timeNs, ToLongFunction<T> id) {}
}
