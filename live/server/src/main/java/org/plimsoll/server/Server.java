package org.plimsoll.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.journal.DirectoryInUse;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.exchange.Rewind;
import org.plimsoll.server.fault.Faults;
import org.plimsoll.server.file.Dealer;
import org.plimsoll.server.file.PriceFeed;
import org.plimsoll.server.file.Teller;
import org.plimsoll.server.file.VenueFile;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.ftx.AddressBook;
import org.plimsoll.server.ftx.FtxRest;
import org.plimsoll.server.ftx.FtxSocket;
import org.plimsoll.server.ftx.Nicknames;
import org.plimsoll.server.ftx.Tapes;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Door;
import org.plimsoll.server.http.DoorCounts;
import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.http.LineDialect;
import org.plimsoll.server.keys.ApiKeys;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Grant;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.keys.KeyRefusal;
import org.plimsoll.server.keys.RateLimits;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.keys.Signatures;
import org.plimsoll.server.operation.AlarmLog;
import org.plimsoll.server.operation.Figures;
import org.plimsoll.server.operation.Health;
import org.plimsoll.server.operation.Metrics;
import org.plimsoll.server.operation.Webhook;
import org.plimsoll.server.solvency.Alarms;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.server.solvency.LoadLineCaps;
import org.plimsoll.server.solvency.LoadLineKeeper;
import org.plimsoll.server.solvency.Watch;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.store.StoreException;
import org.plimsoll.server.stream.PrivateHub;
import org.plimsoll.server.stream.PublicHub;
import org.plimsoll.server.v1.AdminApi;
import org.plimsoll.server.v1.Bounds;
import org.plimsoll.server.v1.Faucet;
import org.plimsoll.server.v1.LiquidationSweep;
import org.plimsoll.server.v1.NativeApi;
import org.plimsoll.server.v1.NativeStream;
import org.plimsoll.server.v1.Pages;
import org.plimsoll.server.v1.Reset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An exchange that clients reach over the network, with its books open: host, store, watch, and
/// the door in front of them.
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /// Where the addresses are that accounts have saved.
  static final String ADDRESSES = "addresses";

  /// What takes two people takes two keys.
  private static final int OPERATORS = 2;

  private final List<AutoCloseable> parts = new ArrayList<>();
  private final Exchange exchange;
  private final ApiKeys keys;
  private final Door door;
  private final @Nullable Door admin;
  private final List<Issued> adminKeys = new ArrayList<>();
  private final DoorCounts counts = new DoorCounts();
  private final Reset reset;

  /// Starts a server.
  ///
  /// @throws ServerRefusal if what it was told makes no sense, or its directory cannot be trusted
  /// @throws IOException if the directory cannot be read or written
  public Server(ServerSettings settings) throws ServerRefusal, IOException {
    boolean isStarted = false;
    try {
      Path directory = Files.createDirectories(settings.directory());
      // First of all, since it tells whether another server runs here.
      DiskStorage storage =
          keep(DiskStorage.open(Files.createDirectories(directory.resolve("journal"))));
      ReadVenue venue =
          VenueOfDirectory.of(directory, settings.venue(), settings.home().limits(), Instant.now());
      keys = ApiKeys.open(Files.createDirectories(directory.resolve("keys")), new SecureRandom());
      Tapes tapes = new Tapes();
      Store store = keep(Store.open(storeUrl(settings)));
      LiveFacts facts = LiveFactsOf.venue(venue.file());
      Watch watch = keep(new Watch(facts, settings.watchEveryNs()));
      Faucet faucet = new Faucet(new Teller(venue.file()));
      reset = new Reset(hindrance(settings, venue.file()));
      PublicHub everybody = keep(new PublicHub());
      PrivateHub owners = keep(new PrivateHub());
      List<Follower> followers = new ArrayList<>(tapes.followers());
      PrivateHub nativeOwners = keep(new PrivateHub());
      followers.addAll(List.of(store, watch, faucet, everybody, owners, nativeOwners));
      exchange = keep(new Exchange(storage, settings.home(), followers));
      everybody.start(exchange);
      OpenVenue.by(venue.opening(), exchange);
      PriceFeed.of(venue.file()).ifPresent(feed -> keep(new PricePublisher(exchange, feed)));
      long opened = exchange.sequence();
      Alarms alarms = new Alarms();
      watch.listen(opened, alarms);
      alarms.listen(new AlarmLog());
      settings
          .operation()
          .webhook()
          .ifPresent(address -> alarms.listen(keep(new Webhook(address))));
      if (settings.operation().enforcesLoadLines()) {
        watch.listen(opened, keep(new LoadLineKeeper(exchange, caps(venue.file()))));
      }
      LiquidationSweep sweep = new LiquidationSweep(exchange, System::nanoTime);
      Signatures signatures = new Signatures(keys, new Nicknames(exchange), Server::worldMs);
      RateLimits limits = new RateLimits(settings.rates());
      Faults faults = new Faults(settings.faults());
      Gate gate = new Gate(signatures, limits, System::nanoTime);
      LineDialect socket =
          faults.beforeLines(new FtxSocket(exchange, tapes, store, gate, everybody, owners));
      LineDialect stream =
          keep(new NativeStream(gate, exchange, store, everybody, nativeOwners, watch, alarms));
      Dialect rest =
          faults.before(
              new FtxRest(
                  exchange,
                  tapes,
                  store,
                  venue.file().dealer().map(Dealer::new),
                  new AddressBook(directory.resolve(ADDRESSES)),
                  gate));
      admin = settings.operation().adminPort().isPresent() ? admin(settings, faucet) : null;
      watch.await(opened);
      door =
          keep(
              open(
                  settings.door(),
                  Map.of(
                      "/api/",
                      rest,
                      "/v1/",
                      new NativeApi(
                          gate,
                          exchange,
                          store,
                          watch,
                          alarms,
                          sweep,
                          keep(new Rewind(directory.resolve("journal"))),
                          facts,
                          new Bounds(
                              settings.door(),
                              settings.rates(),
                              settings.operation().enforcesLoadLines())),
                      "/metrics",
                      new Metrics(new Figures(exchange, store, watch, alarms, sweep, counts)),
                      "/health",
                      new Health(exchange, store, watch),
                      "/",
                      new Pages()),
                  Map.of("/ws", socket, "/ws/", socket, "/v1/stream", stream),
                  counts));
      isStarted = true;
      LOG.atInfo()
          .addKeyValue("port", port())
          .addKeyValue("commands", exchange.sequence())
          .log("open");
    } catch (HostRefusal | KeyRefusal | StoreException refused) {
      throw new ServerRefusal(String.valueOf(refused.getMessage()));
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException("while the books were read for the first time");
    } catch (DirectoryInUse inUse) {
      throw new ServerRefusal(
          "another server runs on " + settings.directory() + ": " + inUse.getMessage());
    } finally {
      if (!isStarted) {
        stop();
      }
    }
  }

  /// Returns the port that it listens at.
  public int port() {
    return door.port();
  }

  /// Returns the port of its admin API; empty if it has none.
  public OptionalInt adminPort() {
    return admin == null ? OptionalInt.empty() : OptionalInt.of(admin.port());
  }

  /// Returns the two keys of its operators, if they were made at this start; none later.
  public List<Issued> adminKeys() {
    return List.copyOf(adminKeys);
  }

  /// Returns whether its operators have asked that it begins again: that it is closed, its past put
  /// away, and another opened on what is left.
  public boolean isResetAsked() {
    return reset.isAsked();
  }

  /// Returns the venue behind it.
  public Exchange exchange() {
    return exchange;
  }

  /// Returns what went through its door.
  public DoorCounts counts() {
    return counts;
  }

  /// Returns the names of the main accounts there are, by their numbers.
  public List<String> accounts() {
    return exchange.ask(view ->
        view.accounts().stream()
            .filter(each -> view.owner(each.account()) == each.account())
            .map(OpenAccount::name)
            .toList());
  }

  /// Makes a key for the account of a name.
  ///
  /// @return the key; empty if there is no such account
  /// @throws IOException if it cannot be kept
  /// @throws ServerRefusal if there are as many keys as there may be
  public Optional<Issued> issueKey(String account) throws IOException, ServerRefusal {
    Optional<Integer> number = number(account);
    try {
      return number.isEmpty()
          ? Optional.empty()
          : Optional.of(
              keys.create(
                  Grant.toAll(number.get(), EnumSet.of(Scope.READ, Scope.TRADE, Scope.WITHDRAW))));
    } catch (KeyRefusal refused) {
      throw new ServerRefusal(String.valueOf(refused.getMessage()));
    }
  }

  /// Returns whether a key was ever made for the owner of an account, be it in use or not.
  public boolean hasKey(String account) {
    Optional<Integer> number = number(account);
    return keys.list().stream()
        .anyMatch(key -> number.filter(each -> each == key.grant().owner()).isPresent());
  }

  private Optional<Integer> number(String account) {
    return exchange.ask(view ->
        view.accounts().stream()
            .filter(each -> each.name().equals(account))
            .map(OpenAccount::account)
            .findFirst());
  }

  /// Takes a key out of use for ever.
  ///
  /// @throws IOException if that cannot be kept
  public void revokeKey(int id) throws IOException {
    boolean _ = keys.revoke(id);
  }

  /// Stops: takes no more calls, then no more commands, and writes what it has.
  @Override
  public void close() {
    boolean wasOpen = !parts.isEmpty();
    stop();
    if (wasOpen) {
      LOG.info("closed");
    }
  }

  private void stop() {
    for (AutoCloseable part : parts.reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException("while stopping", e);
      }
    }
    parts.clear();
  }

  /// Caps by load lines are never looser than those that the file says.
  private static LoadLineCaps caps(VenueFile file) {
    SortedMap<String, BigDecimal> most = new TreeMap<>();
    file.caps().forEach((asset, caps) -> caps.venue().ifPresent(venue -> most.put(asset, venue)));
    return new LoadLineCaps(file.approval().granter(), file.approval().secondGranter(), most);
  }

  private static Optional<String> hindrance(ServerSettings settings, VenueFile file) {
    if (settings.home() instanceof Home.Cluster) {
      return Optional.of("a cluster decides, and its history is not this server's to put away");
    }
    if (!file.sandbox()) {
      return Optional.of("this venue is no sandbox: its file does not say `sandbox: true`");
    }
    return settings
        .storeUrl()
        .map(_ -> "its store is elsewhere; begin again in another directory, with another store");
  }

  /// Opens the admin API, with keys of its own that are no keys of any account.
  private Door admin(ServerSettings settings, Faucet faucet) throws IOException, KeyRefusal {
    Path directory = Files.createDirectories(settings.directory().resolve("admin"));
    ApiKeys operators = ApiKeys.open(directory, new SecureRandom());
    while (operators.list().size() < OPERATORS) {
      adminKeys.add(operators.create(Grant.toAll(0, EnumSet.of(Scope.ADMIN))));
    }
    Gate gate =
        new Gate(
            new Signatures(operators, new Nicknames(exchange), Server::worldMs),
            new RateLimits(settings.rates()),
            System::nanoTime);
    AdminApi api = new AdminApi(gate, exchange, keys, faucet, settings.home().hands(), reset);
    DoorSettings settingsOfDoor =
        DoorSettings.DEFAULT.onPort(settings.operation().adminPort().orElseThrow());
    return keep(new Door(settingsOfDoor, Map.of("/admin/", api), Map.of(), counts));
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.add(part);
    return part;
  }

  private static Door open(
      DoorSettings settings,
      Map<String, Dialect> dialects,
      Map<String, LineDialect> lines,
      DoorCounts counts)
      throws ServerRefusal {
    try {
      return new Door(settings, dialects, lines, counts);
    } catch (IOException notThere) {
      throw new ServerRefusal(String.valueOf(notThere.getMessage()));
    }
  }

  private static String storeUrl(ServerSettings settings) {
    return settings
        .storeUrl()
        .orElseGet(() -> "jdbc:sqlite:" + settings.directory().resolve("store.db"));
  }

  private static long worldMs() {
    return System.currentTimeMillis();
  }
}
