package org.plimsoll.server.operation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plimsoll.results.JsonText;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.ExchangeState;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.solvency.Watch;
import org.plimsoll.server.store.Store;

/// `/health`: whether commands are taken, the store is sound and the watch alive. What is wrong is
/// in the log and not here, since anybody may ask.
///
/// @param exchange of the server, as are the others
public record Health(Exchange exchange, Store store, Watch watch) implements Dialect {
  @Override
  public Reply answer(Call call) {
    boolean isRunning = exchange.state() == ExchangeState.RUNNING;
    boolean isSound = store.trouble().isEmpty();
    boolean isAlive = watch.trouble().isEmpty();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("healthy", isRunning && isSound && isAlive);
    tree.put("host", exchange.state().name());
    tree.put("store", isSound);
    tree.put("watch", isAlive);
    int status = isRunning && isSound && isAlive ? 200 : 503;
    return Reply.json(status, JsonText.of(tree).getBytes(StandardCharsets.UTF_8));
  }
}
