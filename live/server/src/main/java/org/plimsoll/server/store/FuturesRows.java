package org.plimsoll.server.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.PriceEvent.FundingRateSet;
import org.plimsoll.protocol.PriceEvent.FutureExpired;
import org.plimsoll.protocol.PriceEvent.PositionExpired;

/// What holders of futures pay each other by the hour, and at what price futures expire.
final class FuturesRows implements Projection {
  private final Rows rows;
  private final SortedMap<Integer, Long> ratesE9 = new TreeMap<>();
  private final SortedMap<Integer, Long> expiryTicks = new TreeMap<>();

  FuturesRows(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case FundingRateSet e -> {
        ratesE9.put(e.market(), e.rateE9());
        rows.add(Statement.FUNDING_RATE, rows.dueNs(), e.market(), e.rateE9());
      }
      case TransferPosted e when e.cause() == Cause.FUNDING -> fund(e);
      case FutureExpired e -> {
        expiryTicks.put(e.market(), e.priceTicks());
        rows.add(Statement.EXPIRATION, rows.dueNs(), e.market(), null, null, e.priceTicks());
      }
      case PositionExpired e ->
          rows.add(
              Statement.EXPIRATION,
              rows.dueNs(),
              e.market(),
              e.account(),
              e.lots(),
              expiryTicks.getOrDefault(e.market(), 0L));
      default -> {}
    }
  }

  /// The remainder that goes from a settlement to the fund is nobody's payment.
  private void fund(TransferPosted e) {
    boolean isPaid = LedgerAccount.kind(e.from()) == Kind.CUSTOMER;
    int customer = isPaid ? e.from() : e.to();
    if (LedgerAccount.kind(customer) == Kind.CUSTOMER) {
      int market = LedgerAccount.number(isPaid ? e.to() : e.from());
      rows.add(
          Statement.FUNDING_PAYMENT,
          rows.dueNs(),
          market,
          LedgerAccount.number(customer),
          isPaid ? e.amount() : -e.amount(),
          ratesE9.getOrDefault(market, 0L));
    }
  }
}
