package org.plimsoll.server.ftx;

import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.server.keys.Scope;

/// The calls that the old exchange answered and this one has no rule for. They say so, which is
/// better than an empty answer that looks like a true one.
final class UnsupportedCalls {
  private static final List<String> CALLS =
      List.of(
          "GET twap_orders",
          "POST twap_orders",
          "DELETE twap_orders/{id}",
          "GET historical_balances/requests",
          "POST historical_balances/requests",
          "GET stats/latency_stats",
          "GET pnl/historical_changes",
          "GET support/tickets");

  private static final List<String> PUBLIC_CALLS = List.of("GET stats/24h_options_volume");

  private UnsupportedCalls() {}

  static List<Route> routes() {
    Stream<Route> keyed =
        CALLS.stream()
            .map(call -> call.split(" ", 2))
            .map(call -> Route.keyed(call[0], call[1], Scope.READ, _ -> refuse(call[1])));
    Stream<Route> open =
        PUBLIC_CALLS.stream()
            .map(call -> call.split(" ", 2))
            .map(call -> Route.of(call[0], call[1], _ -> refuse(call[1])));
    return Stream.concat(keyed, open).toList();
  }

  private static Outcome refuse(String call) {
    throw FtxError.unsupported(call);
  }
}
