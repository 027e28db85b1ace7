package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.Server;

/// A server that is killed under load, again and again: what it has acknowledged is there, once,
/// and its journal, its store and its books are whole after every kill.
class KilledServerTest {
  private static final int CLIENTS = 6;
  private static final int LIFE_MS_MAX = 1_500;

  @TempDir private Path directory;
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();
  private final List<StubbornClient> clients = new ArrayList<>();

  @Test
  void twiceKilledItHasWhatItAcknowledged() throws Exception {
    killAgainAndAgain(2, 1);
  }

  @Test
  @EnabledIfSystemProperty(named = "plimsoll.long", matches = "true")
  void fiftyTimesKilledItHasWhatItAcknowledged() throws Exception {
    int kills = Integer.getInteger("plimsoll.kills", 50);
    String tally = killAgainAndAgain(kills, Long.getLong("plimsoll.seed", 1));
    String file = System.getProperty("plimsoll.tally", "");
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file), tally + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private String killAgainAndAgain(int kills, long seed) throws Exception {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    Path data = directory.resolve("data");
    long sequence = 0;
    for (int kill = 0; kill < kills; kill++) {
      Served server = new Served(directory, CLIENTS, kill == 0);
      for (int i = 0; i < server.keys().size(); i++) {
        clients.add(new StubbornClient(server.keys().get(i), Crowded.name(i), 100 * seed + i));
      }
      HttpClient http = HttpClient.newHttpClient();
      try {
        for (StubbornClient client : clients) {
          client.comeBack(http, server.host());
        }
        List<Thread> trading = trade(http, server.host());
        Thread.sleep(random.nextInt(1, LIFE_MS_MAX));
        server.kill();
        for (Thread thread : trading) {
          thread.join();
        }
      } finally {
        server.kill();
        http.shutdownNow();
      }
      assertThat(wrong.get()).isNull();
      sequence = hold(data, sequence);
    }
    settle(data);
    return line(seed, kills, sequence);
  }

  private List<Thread> trade(HttpClient http, String host) {
    List<Thread> threads = new ArrayList<>();
    for (StubbornClient client : clients) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  client.tradeUntilKilled(http, host);
                } catch (InterruptedException | RuntimeException | Error e) {
                  wrong.set(e);
                }
              }));
    }
    return threads;
  }

  /// Holds the journal against what clients know, and twice against itself.
  private long hold(Path data, long before) throws Exception {
    Told told = Told.of(data);
    assertThat(Told.of(data).view().stateHash()).isEqualTo(told.view().stateHash());
    assertThat(told.view().sequence()).isGreaterThanOrEqualTo(before);
    NavigableMap<String, Long> byName = new TreeMap<>();
    told.orders().forEach((id, order) -> assertThat(byName.put(order.text(), id)).isNull());
    for (StubbornClient client : clients) {
      assertThat(byName).containsAllEntriesOf(client.acknowledged());
      client.acknowledged().keySet().forEach(byName::remove);
      client.unanswered().keySet().forEach(byName::remove);
    }
    assertThat(byName).as("orders that nobody sent").isEmpty();
    return told.view().sequence();
  }

  /// Starts once more, lets it end well, and holds its store against its journal.
  private void settle(Path data) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    try (Server server = new Server(Crowded.settings(directory, CLIENTS))) {
      for (StubbornClient client : clients) {
        client.comeBack(http, "127.0.0.1:" + server.port());
        assertThat(client.unanswered()).isEmpty();
      }
      assertThat(server.counts().failed()).isZero();
    } finally {
      http.shutdownNow();
    }
    hold(data, 0);
    Told.of(data).requireAgrees(data);
  }

  private String line(long seed, int kills, long sequence) {
    return String.join(
        ",",
        "" + seed,
        "" + kills,
        "" + sequence,
        "" + sum(StubbornClient::sent),
        "" + sum(client -> client.acknowledged().size()),
        "" + sum(StubbornClient::refused),
        "" + sum(StubbornClient::found),
        "" + sum(StubbornClient::resent),
        "holds");
  }

  private int sum(ToIntFunction<StubbornClient> count) {
    return clients.stream().mapToInt(count).sum();
  }
}
