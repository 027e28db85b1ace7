package org.plimsoll.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LendingEvent.InterestCapped;
import org.plimsoll.protocol.LeveragedTokenEvent.ManagementFeeCapped;
import org.plimsoll.protocol.PriceEvent.FundingDeferred;
import org.plimsoll.protocol.PriceEvent.SettlementDeferred;
import org.plimsoll.protocol.TokenEvent.FeeCapped;

/// Every movement of money, and what should have moved and had no room.
record TransferRows(Rows rows) implements Projection {
  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case TransferPosted e ->
          rows.add(
              Statement.TRANSFER,
              rows.sequence(),
              rows.nowNs(),
              e.cause().name(),
              e.asset(),
              e.from(),
              e.to(),
              e.amount());
      case InterestCapped e ->
          shortfall("INTEREST", e.account(), e.asset(), null, e.due() - e.posted());
      case FeeCapped e -> shortfall("FEE", e.account(), e.asset(), null, missing(e));
      case ManagementFeeCapped e ->
          shortfall("MANAGEMENT_FEE", null, e.asset(), null, e.due() - e.posted());
      case FundingDeferred e -> shortfall("FUNDING", e.account(), 0, e.market(), e.amount());
      case SettlementDeferred e -> shortfall("SETTLEMENT", e.account(), 0, e.market(), e.amount());
      default -> {}
    }
  }

  /// Of a rebate the event tells the due below zero and what was posted above.
  private static long missing(FeeCapped e) {
    return e.due() < 0 ? e.due() + e.posted() : e.due() - e.posted();
  }

  private void shortfall(
      String kind, @Nullable Integer account, int asset, @Nullable Integer market, long amount) {
    rows.add(Statement.SHORTFALL, rows.dueNs(), kind, account, asset, market, amount);
  }
}
