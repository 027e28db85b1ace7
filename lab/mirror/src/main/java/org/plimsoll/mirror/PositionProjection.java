package org.plimsoll.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.mirror.VenuePicture.PicturedPosition;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LiquidationEvent.LossTakenOver;
import org.plimsoll.protocol.LiquidationEvent.PositionHandedOver;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.protocol.PriceEvent.FundingDeferred;
import org.plimsoll.protocol.PriceEvent.FutureExpired;
import org.plimsoll.protocol.PriceEvent.PositionExpired;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;

/// Folds trades, handovers and settlements into the positions of every futures market.
final class PositionProjection {
  private final SortedMap<Integer, Long> stepCosts = new TreeMap<>();
  private final SortedMap<Integer, Long> expiryTicks = new TreeMap<>();
  private final SortedMap<Integer, SortedMap<Integer, PicturedPosition>> positions =
      new TreeMap<>();
  private TradeExecuted traded = new TradeExecuted(0, 0, 0, 0, 0, Side.BUY, 0, 0);

  void add(ListFuture listing, int baseDecimals, int quoteDecimals) {
    long stepCost =
        Exact.value(listing.lot(), listing.tickE9(), baseDecimals, quoteDecimals, Rounding.FLOOR);
    stepCosts.put(listing.market(), stepCost);
    positions.put(listing.market(), new TreeMap<>());
  }

  void trade(TradeExecuted event) {
    traded = event;
    Long stepCost = stepCosts.get(event.market());
    if (stepCost != null) {
      long notional = stepCost * event.priceTicks() * event.quantityLots();
      long sign = event.takerSide() == Side.BUY ? 1 : -1;
      long lots = sign * event.quantityLots();
      change(event.market(), event.takerAccount(), lots, sign * notional);
      change(event.market(), event.makerAccount(), -lots, -sign * notional);
    }
  }

  /// Fees come right after their trade, and say by their cause whose position bears them.
  void transfer(TransferPosted event) {
    switch (event.cause()) {
      case SETTLEMENT -> settle(event);
      case TAKER_FEE -> pay(traded.takerAccount(), event, event.amount());
      case MAKER_FEE -> pay(traded.makerAccount(), event, event.amount());
      case REBATE -> pay(traded.makerAccount(), event, -event.amount());
      default -> {
        // no position bears it
      }
    }
  }

  private void pay(int account, TransferPosted event, long amount) {
    int payer = amount > 0 ? event.from() : event.to();
    if (LedgerAccount.kind(payer) == LedgerAccount.Kind.SETTLEMENT) {
      change(LedgerAccount.number(payer), account, 0, amount);
    }
  }

  private void settle(TransferPosted event) {
    boolean isGain = LedgerAccount.kind(event.from()) == LedgerAccount.Kind.SETTLEMENT;
    int market = LedgerAccount.number(isGain ? event.from() : event.to());
    int account = LedgerAccount.number(isGain ? event.to() : event.from());
    change(market, account, 0, isGain ? event.amount() : -event.amount());
  }

  void handOver(PositionHandedOver event) {
    change(event.market(), event.from(), -event.lots(), event.fromCost());
    change(event.market(), event.to(), event.lots(), event.toCost());
  }

  void takeOver(LossTakenOver event) {
    change(event.market(), event.account(), 0, -event.amount());
  }

  void defer(FundingDeferred event) {
    change(event.market(), event.account(), 0, event.amount());
  }

  void expire(FutureExpired event) {
    expiryTicks.put(event.market(), event.priceTicks());
  }

  void close(PositionExpired event) {
    long value = worth(event.market()) * event.lots();
    change(event.market(), event.account(), -event.lots(), -value);
  }

  /// What a lot is worth at the price at which the future has expired.
  private long worth(int market) {
    return stepCosts.getOrDefault(market, 0L) * expiryTicks.getOrDefault(market, 0L);
  }

  List<PicturedPosition> positions() {
    List<PicturedPosition> held = new ArrayList<>();
    for (SortedMap<Integer, PicturedPosition> ofMarket : positions.values()) {
      ofMarket.values().stream().filter(p -> p.lots() != 0 || p.cost() != 0).forEach(held::add);
    }
    return List.copyOf(held);
  }

  private void change(int market, int account, long lots, long cost) {
    SortedMap<Integer, PicturedPosition> ofMarket = positions.getOrDefault(market, new TreeMap<>());
    PicturedPosition before =
        ofMarket.getOrDefault(account, new PicturedPosition(market, account, 0, 0));
    ofMarket.put(
        account, new PicturedPosition(market, account, before.lots() + lots, before.cost() + cost));
  }
}
