package org.plimsoll.server.ftx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plimsoll.host.HostSettings;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Command;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.server.exchange.Pace.Hands;
import org.plimsoll.server.file.Dealer;
import org.plimsoll.server.file.VenueFile.DealerEntry;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.keys.ApiKeys;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Grant;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.keys.RateLimits;
import org.plimsoll.server.keys.Rates;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.keys.Signatures;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.stream.PrivateHub;
import org.plimsoll.server.stream.PublicHub;
import org.plimsoll.venue.Limits;

/// A venue that runs, with the REST dialect before it and a clock that the test moves.
final class LiveVenue implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Limits LIMITS = new Limits(16, 64, 16, 32, 4, 100, 1_000);

  /// Bob quotes bitcoins and dollars, a thousandth below the mark, for ten seconds.
  private static final Dealer DEALER =
      new Dealer(
          new DealerEntry(
              "bob",
              List.of("USD", "BTC"),
              new BigDecimal("0.001"),
              BigDecimal.valueOf(50_000),
              Optional.empty()));

  private static final long HOUR_NS = 3_600_000_000_000L;

  private final Hands hands;
  private final LongSupplier nowMs;
  private final DiskStorage storage;
  private final Store store;
  private final Exchange exchange;
  private final ApiKeys keys;
  private final FtxRest rest;
  private final PublicHub everybody = new PublicHub();
  private final PrivateHub owners = new PrivateHub();
  private final FtxSocket socket;
  private final Map<String, Issued> issued = new HashMap<>();
  private long stampMs;

  /// Starts a small one at noon of the day of the tests, whose clock the test moves.
  static LiveVenue small(Path directory) throws Exception {
    Hands hands = new Hands();
    hands.advance(NOW.getEpochSecond() * 1_000_000_000L);
    return new LiveVenue(directory, LIMITS, Rates.OFF, hands, () -> hands.nowNs() / 1_000_000);
  }

  /// Starts one an hour ago, for clients who sign by the world's clock, with the limits on requests
  /// that everybody gets, but none on orders.
  static LiveVenue ofToday(Path directory) throws Exception {
    Hands hands = new Hands();
    hands.advance(System.currentTimeMillis() * 1_000_000L - HOUR_NS);
    Limits limits = new Limits(64, 100, 16, 64, 4, 100, 10_000);
    Rates rates = new Rates(1_500, 30_000, 0, 0);
    return new LiveVenue(directory, limits, rates, hands, System::currentTimeMillis);
  }

  private LiveVenue(Path directory, Limits limits, Rates rates, Hands hands, LongSupplier nowMs)
      throws Exception {
    this.hands = hands;
    this.nowMs = nowMs;
    storage = DiskStorage.open(directory.resolve("journal"));
    store = Store.open("jdbc:sqlite:" + directory.resolve("store.db"));
    Tapes tapes = new Tapes();
    List<Follower> followers = new ArrayList<>(tapes.followers());
    followers.addAll(List.of(store, everybody, owners));
    HostSettings settings =
        new HostSettings(limits, new JournalSettings(1 << 20, 64 << 10), HOUR_NS, 0, 1 << 10);
    exchange = new Exchange(storage, new Home.Own(settings, new Pace.Manual(hands)), followers);
    everybody.start(exchange);
    keys = ApiKeys.open(directory, new SecureRandom());
    stampMs = nowMs.getAsLong();
    Signatures signatures = new Signatures(keys, new Nicknames(exchange), nowMs);
    RateLimits requests = new RateLimits(rates);
    Gate gate = new Gate(signatures, requests, System::nanoTime);
    AddressBook addresses = new AddressBook(directory.resolve("addresses"));
    rest = new FtxRest(exchange, tapes, store, Optional.of(DEALER), addresses, gate);
    socket = new FtxSocket(exchange, tapes, store, gate, everybody, owners);
  }

  Exchange exchange() {
    return exchange;
  }

  FtxSocket socket() {
    return socket;
  }

  /// Returns what somebody's WebSocket logs in with.
  String login(String who) {
    Issued key = issued.get(who);
    stampMs = Math.max(nowMs.getAsLong(), stampMs + 1);
    return "{\"op\":\"login\",\"args\":{\"key\":\"%s\",\"time\":%d,\"sign\":\"%s\"}}"
        .formatted(key.key(), stampMs, sign(key.secret(), stampMs + "websocket_login"));
  }

  FtxRest rest() {
    return rest;
  }

  Store store() {
    return store;
  }

  /// Sends a command that must not be refused.
  void take(Command command) {
    Answer answer = exchange.send(command);
    if (!(answer instanceof Answer.Done)) {
      throw new AssertionError(command + " -> " + answer);
    }
  }

  /// Moves the clock.
  void advance(long seconds) {
    hands.advance(seconds * 1_000_000_000L);
    take(new AdvanceTime(hands.nowNs(), 7));
  }

  /// Makes a key for an account and its subaccounts, by which [#call] signs.
  Issued issue(String who, int account) throws Exception {
    Issued key = keys.create(Grant.toAll(account, Set.of(Scope.READ, Scope.TRADE, Scope.WITHDRAW)));
    issued.put(who, key);
    return key;
  }

  /// Takes somebody's key out of use.
  void revoke(String who) throws java.io.IOException {
    boolean _ = keys.revoke(issued.get(who).id());
  }

  /// Calls as somebody, or as nobody where the name is `-`; `alice/sub` is her subaccount.
  Reply call(String who, String method, String target, String body) {
    int query = target.indexOf('?');
    Map<String, String> headers = new HashMap<>();
    if (!who.equals("-")) {
      String[] names = who.split("/", 2);
      Issued key = issued.get(names[0]);
      stampMs = Math.max(nowMs.getAsLong(), stampMs + 1);
      String stamp = "" + stampMs;
      headers.put("ftx-key", key.key());
      headers.put("ftx-ts", stamp);
      headers.put("ftx-sign", sign(key.secret(), stamp + method + target + body));
      if (names.length > 1) {
        headers.put("ftx-subaccount", URLEncoder.encode(names[1], UTF_8));
      }
    }
    return rest.answer(
        new Call(
            method,
            query < 0 ? target : target.substring(0, query),
            query < 0 ? "" : target.substring(query + 1),
            headers,
            body.getBytes(UTF_8),
            "127.0.0.1"));
  }

  static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws java.io.IOException {
    everybody.close();
    owners.close();
    exchange.close();
    store.close();
    storage.close();
  }
}
