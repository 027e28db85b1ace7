package org.plimsoll.server.v1;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect.Hearer;
import org.plimsoll.server.keys.Credentials;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.stream.Audience;

/// One client's WebSocket: who it is, and what it hears. Its requests are answered one after the
/// other, each by `accepted` or `refused` under the name that the client gave it.
final class StreamSession implements Hearer {
  private final NativeStream stream;
  private final Line line;
  private final Set<Channel> held = new LinkedHashSet<>();
  private final Runnable end;
  private @Nullable Principal principal;

  StreamSession(NativeStream stream, Line line) {
    this.stream = stream;
    this.line = line;
    end = line::revoke;
  }

  @Override
  public void on(String message) {
    String id = null;
    try {
      stream.admit(line);
      Body body = Body.read(message.getBytes(StandardCharsets.UTF_8));
      id = body.text("id");
      answer(id, body);
    } catch (NativeError refused) {
      line.refuse(Frames.refused(id, refused));
    }
  }

  @Override
  public void onClosed() {
    held.forEach(each -> stream.unsubscribe(each, line));
    held.clear();
    if (principal != null) {
      stream.leave(principal, end);
    }
  }

  private void answer(String id, Body body) {
    switch (body.text("op")) {
      case "ping" -> {
        require(body, Set.of());
        accept(id, Map.of());
      }
      case "login" -> login(id, body);
      case "subscribe" -> subscribe(id, body);
      case "unsubscribe" -> unsubscribe(id, body);
      case "place" -> {
        require(body, OrderEntry.PLACE);
        accept(id, stream.orders().place(who(Scope.TRADE), body));
      }
      case "amend" -> {
        require(body, OrderEntry.AMEND);
        accept(id, stream.orders().amend(who(Scope.TRADE), body));
      }
      case "cancel" -> {
        require(body, OrderEntry.CANCEL);
        accept(id, stream.orders().cancel(who(Scope.TRADE), body));
      }
      default ->
          throw NativeError.invalid(
              "'op' must be ping, login, subscribe, unsubscribe, place, amend or cancel");
    }
  }

  private void accept(String id, Map<String, Object> more) {
    line.send(Frames.accepted(id, more));
  }

  private void login(String id, Body body) {
    require(body, Set.of("key", "time", "sign", "subaccount"));
    if (principal != null) {
      throw NativeError.invalid("this line has logged in already");
    }
    Principal allowed =
        stream.login(
            new Credentials(
                body.text("key"),
                Long.toString(body.whole("time")),
                body.text("sign"),
                body.textIfAny("subaccount")));
    principal = allowed;
    accept(id, Map.of());
    stream.enter(allowed, end);
  }

  private void subscribe(String id, Body body) {
    Channel wanted = channel(body);
    if (held.contains(wanted)) {
      throw NativeError.invalid("this line hears that already");
    }
    if (held.size() == Audience.CHANNELS_MAX) {
      throw NativeError.invalid("a line hears at most " + Audience.CHANNELS_MAX + " channels");
    }
    stream.subscribe(wanted, line, Frames.accepted(id, Map.of()));
    held.add(wanted);
  }

  private void unsubscribe(String id, Body body) {
    Channel unwanted = channel(body);
    if (!held.remove(unwanted)) {
      throw NativeError.invalid("this line does not hear that");
    }
    stream.unsubscribe(unwanted, line);
    accept(id, Map.of());
  }

  private Channel channel(Body body) {
    String name = body.text("channel");
    boolean isOfMarket = name.equals("trades") || name.equals("book");
    require(body, isOfMarket ? Set.of("channel", "market") : Set.of("channel"));
    return switch (name) {
      case "solvency" -> new Channel.Solvency();
      case "alarms" -> new Channel.RaisedAlarms();
      case "trades" -> new Channel.Trades(stream.market(body.text("market")).market());
      case "book" -> new Channel.Book(stream.market(body.text("market")).market());
      case "orders" -> new Channel.Orders(who(Scope.READ).account());
      case "fills" -> new Channel.Fills(who(Scope.READ).account());
      case "margin" -> new Channel.Margin(who(Scope.READ).account());
      default ->
          throw NativeError.invalid(
              "'channel' must be solvency, alarms, trades, book, orders, fills or margin");
    };
  }

  private Principal who(Scope needed) {
    if (principal == null) {
      throw new NativeError(401, "Not logged in");
    }
    stream.admit(principal, needed);
    return principal;
  }

  private static void require(Body body, Set<String> members) {
    Set<String> all = new HashSet<>(members);
    all.add("op");
    all.add("id");
    Body _ = body.only(all);
  }
}
