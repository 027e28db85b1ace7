package org.plimsoll.server.v1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cluster.LearnerStanding;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Rewind;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.solvency.Alarms;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.server.solvency.Watch;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.v1.Route.Ask;
import tools.jackson.databind.json.JsonMapper;

/// The native dialect, under `/v1`: what the old one cannot say. Calls are signed as in the old
/// one.
public final class NativeApi implements Dialect {
  private static final Object OPEN_API = openApi();

  private final Exchange exchange;
  private final Watch watch;
  private final Routes routes;

  /// Creates the dialect of a venue.
  ///
  /// @param sweep of the same venue
  /// @param rewind of its journal
  /// @param facts that its file tells
  /// @param bounds of the server
  public NativeApi(
      Gate gate,
      Exchange exchange,
      Store store,
      Watch watch,
      Alarms alarms,
      LiquidationSweep sweep,
      Rewind rewind,
      LiveFacts facts,
      Bounds bounds) {
    this.exchange = exchange;
    this.watch = watch;
    LiquidationCalls liquidations = new LiquidationCalls(exchange, store, sweep);
    JournalCalls journal = new JournalCalls(exchange, System::nanoTime);
    Sheets sheets = new Sheets(rewind, facts);
    Branch branch = new Branch(rewind, sheets);
    WhatIf whatIf = new WhatIf(exchange, gate);
    OrderEntry entry = new OrderEntry(gate, exchange, new Catalog(exchange));
    List<Route> all =
        List.of(
            Route.of("GET", "openapi.json", _ -> OPEN_API),
            Route.of("GET", "status", _ -> status()),
            Route.of("GET", "solvency", _ -> solvency()),
            Route.of("GET", "alarms", _ -> alarms.raised().stream().map(SolvencyJson::of).toList()),
            Route.of("GET", "liquidations", ask -> liquidations.liquidations(ask.signer())),
            Route.of("GET", "journal", _ -> journal.journal()),
            Route.of("GET", "replay", sheets::replay),
            Route.of("POST", "branch", branch::answer),
            Route.of("GET", "limits", new LimitCalls(exchange, gate, bounds)::limits),
            Route.keyed("GET", "account", Scope.READ, this::account),
            Route.keyed("POST", "margin/what-if", Scope.READ, whatIf::answer),
            order("orders", OrderEntry.PLACE, entry::place),
            order("orders/amend", OrderEntry.AMEND, entry::amend),
            order("orders/cancel", OrderEntry.CANCEL, entry::cancel),
            Route.of("GET", "stream", _ -> stream()));
    routes = new Routes("/v1/", gate, all);
  }

  @Override
  public Reply answer(Call call) {
    return routes.answer(call);
  }

  /// Returns methods and paths of all calls.
  List<String> calls() {
    return routes.routes().stream()
        .map(route -> route.method() + " " + routes.base() + route.path())
        .toList();
  }

  private static Route order(
      String path, Set<String> members, BiFunction<Principal, Body, Object> entry) {
    return Route.keyed(
        "POST",
        path,
        Scope.TRADE,
        ask -> entry.apply(ask.signer().orElseThrow(), Body.read(ask.call().body()).only(members)));
  }

  private static Object stream() {
    throw new NativeError(426, "a WebSocket is spoken here");
  }

  private static Object openApi() {
    try (InputStream file = NativeApi.class.getResourceAsStream("openapi.json")) {
      return JsonMapper.builder().build().readTree(Objects.requireNonNull(file));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private Object account(Ask ask) {
    return exchange.ask(view -> AccountJson.of(view, ask.account()));
  }

  private Object solvency() {
    return watch
        .latest()
        .map(SolvencyJson::of)
        .orElseThrow(() -> new NativeError(503, "the books have not been read yet"));
  }

  private Map<String, @Nullable Object> status() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("state", exchange.state().name());
    exchange.ask(view -> {
      tree.put("sequence", view.sequence());
      tree.put("time", Instant.ofEpochSecond(0, view.clockNs()).toString());
      tree.put("accounts", view.accounts().size());
      tree.put("markets", view.markets().size());
      return tree;
    });
    tree.put("watch_waiting", watch.waiting());
    tree.put("trouble", exchange.trouble().map(Throwable::toString).orElse(null));
    tree.put("cluster", exchange.cluster().map(NativeApi::cluster).orElse(null));
    return tree;
  }

  private static Map<String, @Nullable Object> cluster(LearnerStanding standing) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("node", standing.node() < 0 ? null : standing.node());
    tree.put("leader", standing.leader() < 0 ? null : standing.leader());
    tree.put("term", standing.term() < 0 ? null : standing.term());
    tree.put("position", standing.position());
    tree.put("lag_bytes", standing.lagBytes());
    return tree;
  }
}
