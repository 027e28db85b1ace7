package org.plimsoll.protocol;

import java.util.Arrays;
import java.util.List;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.units.Side;

/// One or more of every command and event, with values that tell the fields and bytes apart.
final class Samples {
  private Samples() {}

  static List<Command> commands() {
    return List.of(
        new Command.DefineAsset(0x01020304, "BTC", 8, 0x0102030405060708L),
        new Command.SetCollateral(1, 950_000_000L, 975_000_000L, 2_000_000L),
        new Command.OpenAccount(7, "A-001"),
        new Command.OpenCustody(3, CustodyKind.LENDER, "a.B_c-9/z:Z"),
        new Command.ListMarket(2, "BTC/USD", 1, 0, 1_000_000_000L, 1_000L),
        new Command.PublishIndexPrice(1, 20_000_000_000_000L),
        new Command.AdvanceTime(1_667_260_800_000_000_000L, -0x0102030405060708L),
        new Command.ActivateRules(2),
        new Command.DepositAsset(5, 1, 50_000_000L, 1),
        new Command.WithdrawAsset(6, 0, Long.MAX_VALUE, 2),
        new Command.PlaceLimitOrder(5, 1, Side.SELL, 20_000L, 500L),
        new Command.PlaceMarketOrder(-1, Integer.MIN_VALUE, Side.BUY, Long.MIN_VALUE),
        new Command.CancelOrder(5, 1, 77L));
  }

  static List<Event> events() {
    return List.of(
        new Event.CommandSequenced(0x0102030405060708L, 9, 10),
        new Event.CommandRefused(RefusalReason.INSUFFICIENT_CUSTODY, 12, -13),
        new Event.AssetDefined(new Command.DefineAsset(1, "BTC", 9, 1)),
        new Event.CollateralSet(new Command.SetCollateral(1, 2, 3, 4)),
        new Event.AccountOpened(new Command.OpenAccount(1, "B-100")),
        new Event.CustodyOpened(new Command.OpenCustody(1, CustodyKind.BANK, "settlement-bank")),
        new Event.MarketListed(new Command.ListMarket(1, "FTT/USD", 2, 0, 5, 6)),
        new Event.IndexPricePublished(new Command.PublishIndexPrice(1, 2)),
        new Event.TimeAdvanced(-5),
        new Event.MarkPriceSet(2, 20_000_000_000L),
        new Event.RulesActivated(2),
        new Event.TransferPosted(
            Cause.TRADE, 1, LedgerAccount.custody(4), LedgerAccount.customer(5), 6),
        new Event.LimitOrderAccepted(1, 2, 3, Side.SELL, 4, 5),
        new Event.MarketOrderAccepted(1, 2, 3, Side.BUY, 5),
        new Event.TradeExecuted(1, 2, 3, 4, 5, Side.SELL, 6, 7),
        new Event.OrderCanceled(1, 2, 3, 4, CancelCause.SELF_TRADE));
  }

  static byte[] encode(Request request) {
    CommandEncoder encoder = new CommandEncoder();
    request.deliverTo(encoder);
    return Arrays.copyOf(encoder.bytes(), encoder.length());
  }

  static void tell(EventSink sink, Event event) {
    switch (event) {
      case Event.CommandSequenced e ->
          sink.onCommandSequenced(e.sequence(), e.client(), e.clientSequence());
      case Event.CommandRefused e -> sink.onCommandRefused(e.reason(), e.required(), e.available());
      case Event.AssetDefined e -> sink.onAssetDefined(e);
      case Event.CollateralSet e -> sink.onCollateralSet(e);
      case Event.AccountOpened e -> sink.onAccountOpened(e);
      case Event.CustodyOpened e -> sink.onCustodyOpened(e);
      case Event.MarketListed e -> sink.onMarketListed(e);
      case Event.IndexPricePublished e -> sink.onIndexPricePublished(e);
      case Event.TimeAdvanced e -> sink.onTimeAdvanced(e.timestampNs());
      case Event.MarkPriceSet e -> sink.onMarkPriceSet(e.asset(), e.priceE9());
      case Event.RulesActivated e -> sink.onRulesActivated(e.version());
      case Event.TransferPosted e ->
          sink.onTransferPosted(e.cause(), e.asset(), e.from(), e.to(), e.amount());
      case Event.LimitOrderAccepted e ->
          sink.onLimitOrderAccepted(
              e.order(), e.account(), e.market(), e.side(), e.priceTicks(), e.quantityLots());
      case Event.MarketOrderAccepted e ->
          sink.onMarketOrderAccepted(
              e.order(), e.account(), e.market(), e.side(), e.quantityLots());
      case Event.TradeExecuted e ->
          sink.onTradeExecuted(
              e.market(),
              e.makerOrder(),
              e.takerOrder(),
              e.makerAccount(),
              e.takerAccount(),
              e.takerSide(),
              e.priceTicks(),
              e.quantityLots());
      case Event.OrderCanceled e ->
          sink.onOrderCanceled(e.order(), e.account(), e.market(), e.leavesLots(), e.cause());
    }
  }
}
