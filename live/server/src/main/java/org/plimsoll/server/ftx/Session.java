package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect.Hearer;
import org.plimsoll.server.keys.Credentials;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.keys.Verdict;
import org.plimsoll.server.stream.Audience;
import tools.jackson.databind.JsonNode;

/// One client's WebSocket: who it is, and what it hears.
final class Session implements Hearer {
  private final FtxSocket socket;
  private final Line line;
  private final Set<Subscription> held = new LinkedHashSet<>();
  private final Runnable end;
  private @Nullable Principal principal;

  Session(FtxSocket socket, Line line) {
    this.socket = socket;
    this.line = line;
    end = line::revoke;
  }

  @Override
  public void on(String message) {
    try {
      socket.admit(line);
      JsonNode frame = Json.read(message.getBytes(StandardCharsets.UTF_8));
      switch (text(frame, "op")) {
        case "ping" -> line.send(Frames.PONG);
        case "login" -> login(frame.path("args"));
        case "subscribe" -> subscribe(frame);
        case "unsubscribe" -> unsubscribe(frame);
        default -> throw new FtxError(400, "Invalid op");
      }
    } catch (FtxError refused) {
      line.refuse(Frames.error(refused.text()));
    }
  }

  @Override
  public void onClosed() {
    held.forEach(each -> socket.unsubscribe(each, line));
    held.clear();
    if (principal != null) {
      socket.leave(principal, end);
    }
  }

  private void login(JsonNode args) {
    if (principal != null) {
      throw new FtxError(400, "Already logged in");
    }
    String time = args.path("time").isIntegralNumber() ? args.path("time").asString() : "";
    Credentials given =
        new Credentials(
            text(args, "key"),
            time,
            text(args, "sign"),
            Optional.of(text(args, "subaccount")).filter(name -> !name.isEmpty()));
    if (socket.login(given) instanceof Verdict.Allowed(Principal allowed)
        && allowed.may(Scope.READ)) {
      principal = allowed;
      socket.enter(allowed, end);
    } else {
      throw new FtxError(400, "Invalid login credentials");
    }
  }

  private void subscribe(JsonNode frame) {
    Subscription wanted = subscription(frame);
    if (held.contains(wanted)) {
      throw new FtxError(400, "Already subscribed");
    }
    if (held.size() == Audience.CHANNELS_MAX) {
      throw new FtxError(400, "Too many subscriptions");
    }
    socket.require(wanted);
    String subscribed = Frames.about("subscribed", text(frame, "channel"), market(frame));
    socket.subscribe(wanted, line, subscribed);
    held.add(wanted);
  }

  private void unsubscribe(JsonNode frame) {
    Subscription unwanted = subscription(frame);
    if (!held.remove(unwanted)) {
      throw new FtxError(400, "Not subscribed");
    }
    socket.unsubscribe(unwanted, line);
    line.send(Frames.about("unsubscribed", text(frame, "channel"), market(frame)));
  }

  private Subscription subscription(JsonNode frame) {
    return switch (text(frame, "channel")) {
      case "trades" -> new Subscription.Trades(text(frame, "market"));
      case "ticker" -> new Subscription.Ticker(text(frame, "market"));
      case "orderbook" -> new Subscription.Book(text(frame, "market"), Optional.empty());
      case "orderbookGrouped" ->
          new Subscription.Book(text(frame, "market"), Optional.of(grouping(frame)));
      case "markets" -> new Subscription.Markets();
      case "orders" -> new Subscription.Orders(account());
      case "fills" -> new Subscription.Fills(account());
      default -> throw new FtxError(400, "Invalid channel");
    };
  }

  private int account() {
    if (principal == null) {
      throw new FtxError(400, "Not logged in");
    }
    return principal.account();
  }

  private static BigDecimal grouping(JsonNode frame) {
    JsonNode grouping = frame.path("grouping");
    BigDecimal step = grouping.isNumber() ? grouping.decimalValue() : BigDecimal.ZERO;
    if (step.signum() <= 0 || !Numbers.isBounded(step)) {
      throw FtxError.invalid("grouping");
    }
    return Numbers.plain(step);
  }

  private static Optional<String> market(JsonNode frame) {
    return Optional.of(text(frame, "market")).filter(name -> !name.isEmpty());
  }

  private static String text(JsonNode frame, String name) {
    JsonNode value = frame.path(name);
    return value.isString() ? value.asString() : "";
  }
}
