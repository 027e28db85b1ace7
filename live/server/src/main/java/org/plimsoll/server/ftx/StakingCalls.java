package org.plimsoll.server.ftx;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.TokenCommand.CancelUnstake;
import org.plimsoll.protocol.TokenCommand.StakeToken;
import org.plimsoll.protocol.TokenCommand.UnstakeToken;
import org.plimsoll.server.ftx.History.Place;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.StakeKind;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import tools.jackson.databind.node.ObjectNode;

/// The exchange token, staked. What a stake brings is lower fees, and no rewards besides.
final class StakingCalls {
  private static final int ROWS = 100;
  private static final Place<Kept.Stake> PLACE = new Place<>(Kept.Stake::timeNs, Kept.Stake::id);

  private final Floor floor;
  private final History history;
  private final ReentrantLock canceling = new ReentrantLock();

  StakingCalls(Floor floor, History history) {
    this.floor = floor;
    this.history = history;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("GET", "staking/stakes", Scope.READ, this::stakes),
        Route.keyed("POST", "staking/stakes", Scope.TRADE, this::stake),
        Route.keyed("POST", "srm_stakes/stakes", Scope.TRADE, this::stake),
        Route.keyed("GET", "staking/balances", Scope.READ, this::balances),
        Route.keyed("GET", "staking/unstake_requests", Scope.READ, this::requests),
        Route.keyed("POST", "staking/unstake_requests", Scope.TRADE, this::unstake),
        Route.keyed("DELETE", "staking/unstake_requests/{id}", Scope.TRADE, this::cancel),
        Route.keyed("GET", "staking/staking_rewards", Scope.READ, _ -> Outcome.of(Json.array())));
  }

  private Outcome stake(Ask ask) {
    DefineAsset token = token(ask.parameters());
    long amount = Amounts.of(ask.parameters().requiredDecimal("size"), token);
    floor.send(new StakeToken(ask.account(), amount));
    return Outcome.of(json(last(ask, StakeKind.STAKED), token));
  }

  private Outcome unstake(Ask ask) {
    DefineAsset token = token(ask.parameters());
    long amount = Amounts.of(ask.parameters().requiredDecimal("size"), token);
    floor.send(new UnstakeToken(ask.account(), amount));
    ObjectNode json = json(last(ask, StakeKind.ASKED_BACK), token).put("status", "pending");
    return Outcome.of(
        json.put("unlockAt", Times.iso(floor.ask(view -> view.unstakedNs(ask.account())))));
  }

  private Outcome stakes(Ask ask) {
    DefineAsset token = token();
    Page<Kept.Stake> page = page(ask, StakeKind.STAKED);
    return Outcome.of(Json.list(page.rows(), stake -> json(stake, token)));
  }

  private Outcome balances(Ask ask) {
    DefineAsset token = token();
    return floor.show(view -> {
      ObjectNode json = Json.object().put("coin", token.code());
      json.put(
          "staked", Numbers.scaled(view.staked(ask.account(), token.asset()), token.decimals()));
      json.put(
          "scheduledToUnstake", Numbers.scaled(view.unstaking(ask.account()), token.decimals()));
      return Json.array().add(json.put("lifetimeRewards", 0));
    });
  }

  private Outcome requests(Ask ask) {
    DefineAsset token = token();
    long unlockNs = floor.ask(view -> view.unstakedNs(ask.account()));
    return Outcome.of(
        Json.list(requestsOf(ask).reversed(), request -> json(request, token, unlockNs)));
  }

  private List<UnstakeRequest> requestsOf(Ask ask) {
    List<Kept.Stake> newest =
        history.ask(store -> store.stakes(ask.account(), Span.newest(Span.LIMIT_MAX))).rows();
    return UnstakeRequest.of(newest.reversed());
  }

  private static ObjectNode json(UnstakeRequest request, DefineAsset token, long unlockNs) {
    ObjectNode json = json(request.asked(), token);
    json.put("status", request.status().name().toLowerCase(Locale.ROOT));
    OptionalLong freeNs =
        switch (request.status()) {
          case PENDING -> OptionalLong.of(unlockNs);
          case PROCESSED, CANCELLED -> request.freeNs();
        };
    return json.set("unlockAt", Json.time(freeNs));
  }

  /// One at a time, so that no request is canceled twice.
  private Outcome cancel(Ask ask) {
    canceling.lock();
    try {
      UnstakeRequest request =
          requestsOf(ask).stream()
              .filter(each -> ask.name("id").equals("" + each.asked().id()))
              .findFirst()
              .orElseThrow(() -> new FtxError(404, "Unstake request not found"));
      if (!request.isPending()) {
        throw new FtxError(
            400, "Unstake request already " + request.status().name().toLowerCase(Locale.ROOT));
      }
      floor.send(new CancelUnstake(ask.account(), request.asked().amount(), request.asked().id()));
      return Outcome.of(Json.array().add("Cancelled"));
    } finally {
      canceling.unlock();
    }
  }

  private static ObjectNode json(Kept.Stake stake, DefineAsset token) {
    return Json.object()
        .put("id", stake.id())
        .put("coin", token.code())
        .put("size", Numbers.scaled(stake.amount(), token.decimals()))
        .put("createdAt", Times.iso(stake.timeNs()));
  }

  private Kept.Stake last(Ask ask, StakeKind kind) {
    return page(ask, kind).rows().getFirst();
  }

  private Page<Kept.Stake> page(Ask ask, StakeKind kind) {
    return history.ask(store ->
        History.filtered(
            span -> store.stakes(ask.account(), span),
            Span.newest(ROWS),
            stake -> stake.kind() == kind,
            PLACE));
  }

  private DefineAsset token(Parameters parameters) {
    DefineAsset token = token();
    if (!parameters.requiredText("coin").equals(token.code())) {
      throw FtxError.invalid("coin");
    }
    return token;
  }

  private DefineAsset token() {
    return floor.ask(view ->
        view.exchangeToken()
            .map(terms -> view.asset(terms.asset()))
            .orElseThrow(() -> new FtxError(404, "No such coin")));
  }
}
