package org.plimsoll.server.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.server.file.PriceFeed;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.keys.ApiKeys;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Grant;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.keys.KeyRefusal;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.v1.Route.Ask;
import org.plimsoll.units.Exact;
import org.plimsoll.venue.VenueView;

/// What the venue's operators do, under `/admin` on a port and with keys of its own. What the venue
/// wants two people for is proposed with one key and confirmed with another.
public final class AdminApi implements Dialect {
  private static final long SECONDS_MAX = 366L * 86_400;
  private static final BigDecimal BILLIONTH = BigDecimal.valueOf(1, 9);

  private final Exchange exchange;
  private final ApiKeys keys;
  private final Faucet faucet;
  private final Optional<Pace.Hands> hands;
  private final Reset reset;
  private final Proposals proposals = new Proposals(System::nanoTime);
  private final Routes routes;

  /// Creates the dialect of a venue.
  ///
  /// @param gate for keys of operators
  /// @param keys of the venue's customers
  /// @param faucet that follows the exchange
  /// @param hands of the venue's clock; empty if it goes by itself
  /// @param reset of the venue
  public AdminApi(
      Gate gate,
      Exchange exchange,
      ApiKeys keys,
      Faucet faucet,
      Optional<Pace.Hands> hands,
      Reset reset) {
    this.exchange = exchange;
    this.keys = keys;
    this.faucet = faucet;
    this.hands = hands;
    this.reset = reset;
    WhatIf whatIf = new WhatIf(exchange, gate);
    routes =
        new Routes(
            "/admin/",
            gate,
            List.of(
                post("faucet", this::faucet),
                post("accounts", this::account),
                post("keys/revoke", this::revoke),
                post("shock", this::shock),
                post("markets", this::list),
                post("markets/state", this::state),
                post("confirm", this::confirm),
                post("margin/what-if", whatIf::answerOperator),
                post("clock", this::clock),
                post("reset", this::reset)));
  }

  private static Route post(String path, Route.Handler handler) {
    return Route.keyed("POST", path, Scope.ADMIN, handler);
  }

  @Override
  public Reply answer(Call call) {
    return routes.answer(call);
  }

  private Object faucet(Ask ask) {
    Body body = Body.of(ask.call().body(), "account", "asset", "amount");
    return follow(view -> {
      DefineAsset asset = Named.asset(view, body.text("asset"));
      BigDecimal unit = BigDecimal.valueOf(1, asset.decimals());
      long amount = Body.steps("amount", body.decimal("amount"), unit);
      int account = Named.account(view, body.text("account")).account();
      return faucet.gift(view, account, asset, amount);
    });
  }

  /// One at a time, since the venue numbers accounts in their order.
  private synchronized Object account(Ask ask) {
    String name = Body.of(ask.call().body(), "name").text("name");
    int number = exchange.ask(view -> view.accounts().size());
    if (exchange.ask(view -> view.accounts().stream().anyMatch(a -> a.name().equals(name)))) {
      throw new NativeError(409, "there is an account " + name + " already");
    }
    Map<String, Object> tree = done(command(() -> new OpenAccount(number, name)));
    Issued issued = issue(number);
    tree.put("key_id", issued.id());
    tree.put("key", issued.key());
    tree.put("secret", issued.secret());
    return tree;
  }

  private Issued issue(int account) {
    try {
      return keys.create(Grant.toAll(account, EnumSet.of(Scope.READ, Scope.TRADE, Scope.WITHDRAW)));
    } catch (KeyRefusal refused) {
      throw new NativeError(409, String.valueOf(refused.getMessage()));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private Object revoke(Ask ask) {
    long id =
        Body.steps(
            "key_id", Body.of(ask.call().body(), "key_id").decimal("key_id"), BigDecimal.ONE);
    try {
      if (id < 1 || id > ApiKeys.KEYS_MAX || !keys.revoke((int) id)) {
        throw new NativeError(404, "no key of that number is in use");
      }
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
    return Map.of("revoked", id);
  }

  private Object shock(Ask ask) {
    Body body = Body.of(ask.call().body(), "asset", "factor");
    long factorE9 = Body.steps("factor", body.decimal("factor"), BILLIONTH);
    if (factorE9 <= 0) {
      throw NativeError.invalid("'factor' must be positive");
    }
    return follow(view -> {
      DefineAsset asset = Named.asset(view, body.text("asset"));
      return PriceFeed.shock(view, asset.asset(), factorE9)
          .orElseThrow(() -> NativeError.invalid(asset.code() + " has no price yet"));
    });
  }

  private Object list(Ask ask) {
    Body body =
        Body.of(ask.call().body(), "name", "base", "tick", "lot", "imf_factor", "position_max");
    return follow(view -> command(() -> listing(view, body)));
  }

  /// A spot market, or a perpetual where a largest position is given.
  private static Command listing(VenueView view, Body body) {
    DefineAsset base = Named.asset(view, body.text("base"));
    BigDecimal unit = BigDecimal.valueOf(1, base.decimals());
    int number = view.markets().size();
    String name = body.text("name");
    long tickE9 = Body.steps("tick", body.decimal("tick"), BILLIONTH);
    long lot = Body.steps("lot", body.decimal("lot"), unit);
    if (lot <= 0) {
      throw NativeError.invalid("'lot' must be positive");
    }
    Optional<BigDecimal> most = body.decimalIfAny("position_max");
    if (most.isEmpty()) {
      return new ListMarket(number, name, base.asset(), 0, tickE9, lot);
    }
    long factorE9 = Body.steps("imf_factor", body.decimal("imf_factor"), BILLIONTH);
    long mostLots = Body.steps("position_max", most.get(), unit.multiply(BigDecimal.valueOf(lot)));
    return new ListFuture(
        number, name, base.asset(), tickE9, lot, 0, factorE9, Exact.ONE_E9, Exact.ONE_E9, mostLots);
  }

  private Object state(Ask ask) {
    Body body = Body.of(ask.call().body(), "market", "state", "reason");
    int market = exchange.ask(view -> Named.market(view, body.text("market")).market());
    MarketState state = marketState(body.text("state"));
    String reason = body.text("reason");
    command(() -> new SetMarketState(market, state, reason, "one", "two"));
    long proposal =
        proposals.add(
            ask.signer().orElseThrow().keyId(),
            (first, second) -> new SetMarketState(market, state, reason, first, second));
    return Map.of("proposal", proposal);
  }

  private static MarketState marketState(String text) {
    for (MarketState state : MarketState.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
        return state;
      }
    }
    throw NativeError.invalid("'state' must be open, close_only, post_only, halted or delisted");
  }

  private Object confirm(Ask ask) {
    BigDecimal number = Body.of(ask.call().body(), "proposal").decimal("proposal");
    long proposal = Body.steps("proposal", number, BigDecimal.ONE);
    return done(proposals.confirm(proposal, ask.signer().orElseThrow().keyId()));
  }

  private Object clock(Ask ask) {
    BigDecimal given = Body.of(ask.call().body(), "seconds").decimal("seconds");
    Pace.Hands moved =
        hands.orElseThrow(() -> new NativeError(409, "the venue's clock goes by itself"));
    long ns = Body.steps("seconds", given, BILLIONTH);
    if (ns <= 0 || ns > SECONDS_MAX * Exact.ONE_E9) {
      throw NativeError.invalid("'seconds' must be positive, and at most a year");
    }
    moved.advance(ns);
    return Map.of("time_ns", "" + moved.nowNs());
  }

  private Object reset(Ask ask) {
    reset.ask();
    return Map.of("reset", true);
  }

  /// A name that the venue cannot write is the client's mistake.
  private static <T> T command(Supplier<T> command) {
    try {
      return command.get();
    } catch (IllegalArgumentException refusal) {
      throw NativeError.invalid(String.valueOf(refusal.getMessage()));
    }
  }

  /// Sends what follows from the venue as it is.
  private Map<String, Object> follow(Function<VenueView, Command> look) {
    return told(exchange.sendWhatFollows(view -> List.of(look.apply(view))).getFirst());
  }

  private Map<String, Object> done(Command command) {
    return told(exchange.send(command));
  }

  private static Map<String, Object> told(Answer answer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sequence", Sent.done(answer).sequence());
    return tree;
  }
}
