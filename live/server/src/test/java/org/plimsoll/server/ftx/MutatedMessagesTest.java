package org.plimsoll.server.ftx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect.Hearer;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.load.Mutation;
import org.plimsoll.server.store.Agreement;
import org.plimsoll.venue.VenueView;

/// Every call of a whole session and every message of a WebSocket, spoiled in thousands of ways and
/// then signed: each is answered or refused, nothing is thrown, and the books stay whole.
class MutatedMessagesTest {
  private static final int CALLS_PER_SECOND = 500;
  private static final int MESSAGES_PER_LINE = 200;
  private static final long GROWTH_MAX = 64L << 20;
  private static final List<String> METHODS =
      List.of("GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "get", "");
  private static final List<String> MESSAGES =
      List.of(
          "{\"op\":\"ping\"}",
          "{\"op\":\"login\",\"args\":{\"key\":\"a\",\"sign\":\"b\",\"time\":1}}",
          "{\"op\":\"subscribe\",\"channel\":\"orderbook\",\"market\":\"BTC-PERP\"}",
          "{\"op\":\"unsubscribe\",\"channel\":\"orderbook\",\"market\":\"BTC-PERP\"}",
          "{\"op\":\"subscribe\",\"channel\":\"orderbookGrouped\",\"market\":\"BTC/USD\","
              + "\"grouping\":50}",
          "{\"op\":\"subscribe\",\"channel\":\"ticker\",\"market\":\"BTC/USD\"}",
          "{\"op\":\"subscribe\",\"channel\":\"trades\",\"market\":\"BTC/USD\"}",
          "{\"op\":\"subscribe\",\"channel\":\"markets\"}",
          "{\"op\":\"subscribe\",\"channel\":\"orders\"}",
          "{\"op\":\"subscribe\",\"channel\":\"fills\"}");

  @TempDir private Path directory;
  private final SortedMap<Integer, Integer> statuses = new TreeMap<>();
  private long stampMs;
  private int refusedMessages;

  /// One call of the session.
  private record Sent(String who, String method, String target, String body) {}

  @Test
  void threeThousandSpoiledMessagesAreAnsweredOrRefused() throws Exception {
    attack(3_000, 1);
  }

  @Test
  @EnabledIfSystemProperty(named = "plimsoll.long", matches = "true")
  void aHundredThousandSpoiledMessagesAreAnsweredOrRefused() throws Exception {
    attack(100_000, Long.getLong("plimsoll.seed", 2));
  }

  private void attack(int count, long seed) throws Exception {
    Mutation mutation = new Mutation(seed);
    List<Sent> session = session();
    long before = 0;
    try (LiveVenue venue = LiveVenue.small(directory)) {
      SmallVenue.open(venue);
      Map<String, Issued> keys = new HashMap<>();
      keys.put("alice", venue.issue("alice", SmallVenue.ALICE));
      keys.put("bob", venue.issue("bob", SmallVenue.BOB));
      Hearer line = venue.socket().open(new Ear());
      for (int i = 0; i < count; i++) {
        if (i % CALLS_PER_SECOND == 0) {
          venue.advance(1);
          stampMs = LiveVenue.NOW.toEpochMilli() + 1_000L * (2 + i / CALLS_PER_SECOND);
        }
        if (i % MESSAGES_PER_LINE == 0) {
          line.onClosed();
          line = venue.socket().open(new Ear());
        }
        if (mutation.once(4)) {
          line.on(mutation.of(mutation.one(MESSAGES)));
        } else {
          send(venue, keys, mutation, mutation.one(session));
        }
        if (i == count / 5) {
          before = usedBytes();
        }
      }
      line.onClosed();
      assertThat(usedBytes() - before).as("bytes of heap more").isLessThan(GROWTH_MAX);
      assertThat(venue.exchange().trouble()).isEmpty();
      hold(venue);
    }
    assertThat(statuses.keySet()).isSubsetOf(200, 400, 401, 403, 404, 405, 429, 501, 503);
    assertThat(statuses.get(200)).isGreaterThan(count / 50);
    assertThat(statuses.get(400)).isGreaterThan(count / 10);
    assertThat(refusedMessages).isGreaterThan(count / 10);
  }

  private static List<Sent> session() throws Exception {
    Path file = Path.of("src/test/resources/org/plimsoll/server/ftx/session.txt");
    List<Sent> calls = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(" ", 5);
      if (words[0].equals(">")) {
        calls.add(new Sent(words[1], words[2], words[3], words.length > 4 ? words[4] : ""));
      }
    }
    return calls;
  }

  private void send(LiveVenue venue, Map<String, Issued> keys, Mutation mutation, Sent sent) {
    String method = mutation.once(10) ? mutation.one(METHODS) : sent.method();
    boolean spoilsTarget = sent.body().isEmpty() || mutation.once(4);
    String rest = sent.target().substring("/api/".length());
    String target = "/api/" + (spoilsTarget ? mutation.of(rest) : rest);
    String body = mutation.once(12) ? sent.body() : mutation.of(sent.body());
    int query = target.indexOf('?');
    Map<String, String> headers = headers(keys, mutation, sent.who(), method + target + body);
    Call call =
        new Call(
            method,
            query < 0 ? target : target.substring(0, query),
            query < 0 ? "" : target.substring(query + 1),
            headers,
            body.getBytes(UTF_8),
            "127.0.0.1");
    try {
      Reply reply = venue.rest().answer(call);
      statuses.merge(reply.status(), 1, Integer::sum);
    } catch (RuntimeException thrown) {
      throw new AssertionError(method + " " + target + " " + body, thrown);
    }
  }

  private Map<String, String> headers(
      Map<String, Issued> keys, Mutation mutation, String who, String signed) {
    Map<String, String> headers = new HashMap<>();
    Issued key = keys.get(who.split("/", 2)[0]);
    if (key != null) {
      String stamp = "" + ++stampMs;
      headers.put("ftx-key", key.key());
      headers.put("ftx-ts", stamp);
      headers.put("ftx-sign", LiveVenue.sign(key.secret(), stamp + signed));
      if (who.contains("/")) {
        headers.put("ftx-subaccount", who.split("/", 2)[1]);
      }
      if (mutation.once(20)) {
        String name = mutation.one(List.of("ftx-key", "ftx-ts", "ftx-sign", "ftx-subaccount"));
        headers.put(name, mutation.of(headers.getOrDefault(name, "x")));
      }
    }
    return headers;
  }

  private static void hold(LiveVenue venue) {
    long sequence = venue.exchange().ask(VenueView::sequence);
    venue.store().awaitPosition(sequence, Duration.ofSeconds(30));
    venue
        .exchange()
        .ask(view -> {
          new Agreement(venue.store(), view, "attacked").check();
          for (int asset = 0; asset < view.assetCount(); asset++) {
            assertThat(owed(view, asset)).isEqualTo(there(view, asset));
          }
          return true;
        });
  }

  private static long there(VenueView view, int asset) {
    long there = view.issued(asset);
    for (int custody = 0; custody < view.custody().size(); custody++) {
      there += view.onHand(custody, asset);
    }
    return there;
  }

  private static long owed(VenueView view, int asset) {
    long owed = 0;
    for (VenueAccount purpose : VenueAccount.values()) {
      owed += view.venueBalance(purpose, asset);
    }
    for (int i = 0; i < view.accounts().size(); i++) {
      owed += view.balance(i, asset) + view.pending(i, asset) + view.staked(i, asset);
    }
    for (int i = 0; i < view.markets().size(); i++) {
      owed += asset == 0 ? view.settlementBalance(i) : 0;
    }
    return owed;
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /// Counts what it is refused.
  private final class Ear implements Line {
    @Override
    public void send(String message) {}

    @Override
    public void refuse(String message) {
      refusedMessages++;
    }

    @Override
    public void close(int code, String reason) {}

    @Override
    public String address() {
      return "127.0.0.1";
    }
  }
}
