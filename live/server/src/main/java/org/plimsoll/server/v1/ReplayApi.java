package org.plimsoll.server.v1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.server.exchange.Rewind;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.keys.Guard;

/// What of the native dialect a history answers that belongs to no venue that runs.
public final class ReplayApi implements Dialect {
  private static final String STATE = "REPLAY";

  private final long commands;
  private final Routes routes;

  /// Creates the dialect of a history.
  ///
  /// @param commands how many it has
  public ReplayApi(Guard guard, Rewind rewind, Sheets sheets, long commands) {
    this.commands = commands;
    Branch branch = new Branch(rewind, sheets);
    routes =
        new Routes(
            "/v1/",
            guard,
            List.of(
                Route.of("GET", "status", _ -> status()),
                Route.of("GET", "replay", sheets::replay),
                Route.of("POST", "branch", branch::answer)));
  }

  @Override
  public Reply answer(Call call) {
    return routes.answer(call);
  }

  private Object status() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("state", STATE);
    tree.put("sequence", commands);
    return tree;
  }
}
