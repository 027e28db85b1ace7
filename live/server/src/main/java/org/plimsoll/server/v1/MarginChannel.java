package org.plimsoll.server.v1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Stopped;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.stream.Audience;
import org.plimsoll.venue.VenueView;

/// Where accounts stand against their three lines, for those of their owners who listen: looked at
/// once a second, a few accounts at a time, and told where something has changed.
final class MarginChannel implements AutoCloseable {
  private static final long EVERY_MS = 1_000;
  private static final int ACCOUNTS_AT_ONCE = 256;

  private final Exchange exchange;
  private final ConcurrentMap<Integer, Audience> audiences = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Map<String, @Nullable Object>> told =
      new ConcurrentHashMap<>();
  private final Thread thread;

  /// @param sequence of the last command before it was looked at
  private record Look(long sequence, Map<Integer, Map<String, @Nullable Object>> standings) {}

  MarginChannel(Exchange exchange) {
    this.exchange = exchange;
    thread = Thread.ofVirtual().name("plimsoll-margin").start(this::run);
  }

  void add(int account, Line line, String first) {
    audiences.compute(
        account,
        (_, open) -> {
          Audience audience = open == null ? new Audience() : open;
          audience.add(line, first);
          return audience;
        });
    told.remove(account);
  }

  void remove(int account, Line line) {
    audiences.computeIfPresent(
        account,
        (_, audience) -> {
          audience.remove(line);
          return audience.isEmpty() ? null : audience;
        });
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(EVERY_MS);
        List<Integer> accounts = List.copyOf(audiences.keySet());
        for (int from = 0; from < accounts.size(); from += ACCOUNTS_AT_ONCE) {
          tell(accounts.subList(from, Math.min(accounts.size(), from + ACCOUNTS_AT_ONCE)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Stopped over) {
      audiences.clear();
    }
  }

  private void tell(List<Integer> accounts) {
    Look look = exchange.ask(view -> look(view, accounts));
    look.standings()
        .forEach((account, standing) -> {
          if (!standing.equals(told.put(account, standing))) {
            String message = Frames.data("update", "margin", look.sequence(), standing);
            Optional.ofNullable(audiences.get(account))
                .ifPresent(audience -> audience.tell(message));
          }
        });
  }

  private static Look look(VenueView view, List<Integer> accounts) {
    Map<Integer, Map<String, @Nullable Object>> standings = new LinkedHashMap<>();
    for (int account : accounts) {
      standings.put(account, AccountJson.standing(view, account));
    }
    return new Look(view.sequence(), standings);
  }
}
