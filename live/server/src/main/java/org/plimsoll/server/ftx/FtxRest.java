package org.plimsoll.server.ftx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.file.Dealer;
import org.plimsoll.server.http.Call;
import org.plimsoll.server.http.Dialect;
import org.plimsoll.server.http.Reply;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.store.Store;

/// The REST half of the dialect: finds who answers a call, and puts what is answered into the
/// envelope that clients expect.
public final class FtxRest implements Dialect {
  private static final String BASE = "/api/";

  private final Entrance entrance;
  private final List<Route> routes = new ArrayList<>();

  /// Creates the dialect of a venue.
  ///
  /// @param tapes whose followers hear the venue
  /// @param store that hears it, too
  /// @param dealer who quotes conversions, if anybody does
  public FtxRest(
      Exchange exchange,
      Tapes tapes,
      Store store,
      Optional<Dealer> dealer,
      AddressBook addresses,
      Gate gate) {
    Floor floor = new Floor(exchange);
    Catalog catalog = new Catalog(floor);
    History history = new History(store, floor);
    entrance = new Entrance(gate);
    routes.addAll(new TapeCalls(floor, history, catalog, tapes).routes());
    routes.addAll(new MarketCalls(floor, tapes, dealer).routes());
    routes.addAll(new OrderCalls(floor, history, catalog, entrance).routes());
    routes.addAll(new TriggerCalls(floor, history, catalog, entrance).routes());
    routes.addAll(new FillCalls(history, catalog).routes());
    routes.addAll(new AccountCalls(floor, tapes).routes());
    routes.addAll(new SubaccountCalls(floor, catalog).routes());
    routes.addAll(new WalletCalls(floor, history, catalog).routes());
    routes.addAll(new SpotMarginCalls(floor, history, catalog).routes());
    routes.addAll(new TokenCalls(floor, history, catalog).routes());
    routes.addAll(new StakingCalls(floor, history).routes());
    routes.addAll(new QuoteCalls(floor, history, catalog, dealer).routes());
    routes.addAll(new AddressCalls(catalog, addresses).routes());
    routes.addAll(UnsupportedCalls.routes());
  }

  @Override
  public Reply answer(Call call) {
    try {
      return Reply.json(200, Json.write(outcome(call).json()));
    } catch (FtxError error) {
      byte[] body = Json.write(Json.object().put("success", false).put("error", error.text()));
      return Reply.json(error.status(), body);
    }
  }

  private Outcome outcome(Call call) {
    if (!call.path().startsWith(BASE)) {
      throw new FtxError(404, "Not found");
    }
    entrance.admit(call);
    List<String> steps = Route.steps(call.path().substring(BASE.length()));
    TreeSet<String> methods = new TreeSet<>();
    for (Route route : routes) {
      var names = route.names(steps);
      if (names.isPresent() && route.method().equals(call.method())) {
        var signer = route.scope().map(scope -> entrance.principal(call, scope));
        return route.handler().answer(new Ask(names.get(), Parameters.of(call), signer));
      }
      names.ifPresent(_ -> methods.add(route.method()));
    }
    throw methods.isEmpty()
        ? new FtxError(404, "Not found")
        : new FtxError(405, "Method not allowed");
  }
}
