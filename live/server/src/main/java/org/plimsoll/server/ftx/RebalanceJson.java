package org.plimsoll.server.ftx;

import java.util.Optional;
import org.plimsoll.margin.LeveragedTokens;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The orders by which the fund of a leveraged token would come back to its target, if it set out
/// now.
final class RebalanceJson {
  private static final int ORDERS_MAX = 500;

  private RebalanceJson() {}

  /// Returns a fund's orders; nothing if it would send none.
  static Optional<ObjectNode> of(VenueView view, ListLeveragedToken token) {
    long wanted = wantedLots(view, token);
    if (wanted == 0) {
      return Optional.empty();
    }
    Grid grid = Grid.of(view, view.markets().get(token.market()));
    ObjectNode json = Json.object();
    ArrayNode sizes = json.putArray("orderSizeList");
    long left = Math.abs(wanted);
    while (left > 0 && sizes.size() < ORDERS_MAX) {
      long lots = Math.min(left, token.childLots());
      sizes.add(grid.size(lots));
      left -= lots;
    }
    json.put("side", wanted > 0 ? "buy" : "sell");
    long timeNs =
        view.isRebalancing(token.asset())
            ? view.clockNs()
            : DueWork.REBALANCING.next(view.clockNs());
    return Optional.of(json.put("time", Times.iso(timeNs)));
  }

  private static long wantedLots(VenueView view, ListLeveragedToken token) {
    ListFuture future = (ListFuture) view.markets().get(token.market());
    long markE9 = view.futureMarkTicks(token.market()) * future.tickE9();
    if (markE9 == 0) {
      return 0;
    }
    LeveragedTokens rules =
        new LeveragedTokens(
            token.kind(), view.asset(future.base()).decimals(), view.asset(0).decimals());
    long nav = view.balance(token.fund(), 0) + view.unrealized(token.fund(), token.market());
    long lots = view.positionLots(token.fund(), token.market());
    long position = lots * future.lot();
    return (position + rules.rebalance(nav, markE9, position)) / future.lot() - lots;
  }
}
