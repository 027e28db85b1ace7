package org.plimsoll.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.host.HostSettings;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.OrderCommand.CancelOrder;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.units.Side;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.VenueView;

/// A store beside a venue that runs on a disk.
class StoreOfAnExchangeTest {
  private static final HostSettings SETTINGS =
      new HostSettings(
          Limits.DEFAULT, new JournalSettings(1 << 20, 64 << 10), 1_000_000, 0, 1 << 10);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final OptionalInt ANY = OptionalInt.empty();

  @TempDir private Path directory;

  @Test
  void whoeverGotAnAnswerFindsWhatItDid() throws Exception {
    try (DiskStorage storage = DiskStorage.open(directory);
        Store store = Store.open(url("store"));
        Exchange exchange = start(storage, store)) {
      StoreRules.market().forEach(exchange::send);
      for (int i = 1; i <= 50; i++) {
        send(exchange, store, new PlaceLimitOrder(0, 0, Side.SELL, 100 + i, 1));
        assertThat(store.queries().openOrders(0, ANY)).hasSize(i);
      }
      send(exchange, store, new CancelOrder(0, 0, 1));
      assertThat(store.queries().order(1).orElseThrow().status())
          .isEqualTo(Kept.OrderStatus.CANCELED);
      assertThat(store.status().trouble()).isEmpty();
    }
  }

  @Test
  void aStoreMadeAgainFromTheJournalIsTheOneThatSawItHappen() throws Exception {
    for (int run = 0; run < 2; run++) {
      try (DiskStorage storage = DiskStorage.open(directory);
          Store store = Store.open(url("seen"));
          Exchange exchange = start(storage, store)) {
        if (run == 0) {
          StoreRules.market().forEach(exchange::send);
        }
        for (int i = 1; i <= 30; i++) {
          exchange.send(new PlaceLimitOrder(0, 0, Side.SELL, 100 + i % 3, 2));
          exchange.send(new PlaceLimitOrder(1, 0, Side.BUY, 101, 1));
        }
      }
    }
    try (DiskStorage storage = DiskStorage.open(directory);
        Store seen = Store.open(url("seen"));
        Store again = Store.open(url("again"));
        Exchange exchange = start(storage, seen, again)) {
      long sequence = exchange.ask(VenueView::sequence);
      seen.awaitPosition(sequence, SOON);
      again.awaitPosition(sequence, SOON);
    }
    assertThat(Dump.of(url("again")))
        .anyMatch(line -> line.startsWith("fills "))
        .isEqualTo(Dump.of(url("seen")));
  }

  private static void send(Exchange exchange, Store store, Command command) {
    assertThat(exchange.send(command))
        .isInstanceOfSatisfying(
            Answer.Done.class, done -> store.awaitPosition(done.happening().sequence(), SOON));
  }

  private static Exchange start(DiskStorage storage, Follower... followers) throws Exception {
    return new Exchange(storage, new Home.Own(SETTINGS, new Pace.Real()), List.of(followers));
  }

  private String url(String name) {
    return "jdbc:sqlite:" + directory.resolve(name + ".db");
  }
}
