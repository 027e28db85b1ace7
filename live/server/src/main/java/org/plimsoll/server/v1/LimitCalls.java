package org.plimsoll.server.v1;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Rates;
import org.plimsoll.server.keys.Signatures;
import org.plimsoll.server.store.Span;
import org.plimsoll.server.stream.Audience;
import org.plimsoll.server.stream.Levels;
import org.plimsoll.server.v1.Route.Ask;
import org.plimsoll.venue.Limits;

/// What binds whoever trades here, and what of it the account has used that asks.
final class LimitCalls {
  private final Exchange exchange;
  private final Gate gate;
  private final Bounds bounds;

  LimitCalls(Exchange exchange, Gate gate, Bounds bounds) {
    this.exchange = exchange;
    this.gate = gate;
    this.bounds = bounds;
  }

  Object limits(Ask ask) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    exchange.ask(view -> {
      tree.put("sequence", view.sequence());
      tree.put("time", Instant.ofEpochSecond(0, view.clockNs()).toString());
      tree.put("currency", view.asset(0).code());
      tree.put("venue", venue());
      tree.put("markets", VenueLimits.markets(view));
      tree.put("assets", VenueLimits.assets(view));
      ask.signer()
          .ifPresent(signer ->
              tree.put("account", AccountLimits.of(view, signer.account(), exchange.limits())));
      return tree;
    });
    tree.put("load_lines_enforced", bounds.enforcesLoadLines());
    tree.put("rates", rates());
    ask.signer().ifPresent(signer -> tree.put("rates_used", used(signer, ask.call().address())));
    tree.put("api", api());
    return tree;
  }

  private Map<String, Object> venue() {
    Limits limits = exchange.limits();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("accounts", limits.accountsMax());
    tree.put("markets", limits.marketsMax());
    tree.put("assets", limits.assetsMax());
    tree.put("open_orders_of_account", limits.ordersPerAccountMax());
    tree.put("withdrawals_waiting_of_account", Limits.WITHDRAWALS_PER_ACCOUNT_MAX);
    return tree;
  }

  private Map<String, @Nullable Object> rates() {
    Rates rates = bounds.rates();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("requests_of_key_in_a_minute", bound(rates.requestsPerMinuteOfKey()));
    tree.put("requests_of_address_in_a_minute", bound(rates.requestsPerMinuteOfAddress()));
    tree.put("orders_on_market_in_200ms", bound(rates.ordersOnMarket()));
    tree.put("orders_in_200ms", bound(rates.ordersInAll()));
    return tree;
  }

  /// Null where it is not counted.
  private Map<String, @Nullable Object> used(Principal signer, String address) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("requests_of_key_in_a_minute", number(gate.requestsOfKey(signer)));
    tree.put("requests_of_address_in_a_minute", number(gate.requestsOfAddress(address)));
    return tree;
  }

  private Map<String, Object> api() {
    DoorSettings door = bounds.door();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("first_line_bytes", DoorSettings.FIRST_LINE_MAX);
    tree.put("header_bytes", DoorSettings.HEADERS_MAX);
    tree.put("body_bytes", door.bodyMax());
    tree.put("body_depth", Body.DEPTH_MAX);
    tree.put("text_characters", Body.TEXT_MAX);
    tree.put("decimals", Body.SCALE_MAX);
    tree.put("page_rows", Span.LIMIT_MAX);
    tree.put("connections", door.connectionsMax());
    tree.put("lines", door.linesMax());
    tree.put("lines_of_address", door.linesOfAddressMax());
    tree.put("message_characters", door.messageMax());
    tree.put("waiting_characters_of_line", door.waitingMax());
    tree.put("channels_of_line", Audience.CHANNELS_MAX);
    tree.put("book_levels", Levels.DEPTH_MAX);
    tree.put("silence_seconds", door.quiet().toSeconds());
    tree.put("timestamp_window_ms", Signatures.WINDOW_MS);
    tree.put("what_if_changes", WhatIf.CHANGES_MAX);
    tree.put("what_if_at_once", WhatIf.COPIES_MAX);
    tree.put("branches_at_once", Branch.COPIES_MAX);
    tree.put("branch_seconds", Branch.SECONDS_MAX);
    return tree;
  }

  /// A rate of 0 is no limit.
  private static @Nullable Integer bound(int rate) {
    return rate == 0 ? null : rate;
  }

  private static @Nullable Integer number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }
}
