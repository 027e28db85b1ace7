package org.plimsoll.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// One or more of every command and event, with values that tell the fields and bytes apart.
final class Samples {
  private Samples() {}

  static List<Command> commands() {
    return Stream.of(firstCommands(), laterCommands()).flatMap(List::stream).toList();
  }

  private static List<Command> firstCommands() {
    return List.of(
        new ListingCommand.DefineAsset(0x01020304, "BTC", 8, 0x0102030405060708L),
        new ListingCommand.SetCollateral(1, 950_000_000L, 975_000_000L, 2_000_000L),
        new AccountCommand.OpenAccount(7, "A-001"),
        new CashCommand.OpenCustody(3, CustodyKind.LENDER, "a.B_c-9/z:Z"),
        new ListingCommand.ListMarket(2, "BTC/USD", 1, 0, 1_000_000_000L, 1_000L),
        new ListingCommand.SetMarketLimits(2, 3, 4, 5, 6, 7),
        new ListingCommand.SetMarketState(2, MarketState.HALTED, "index-outage", "one", "two"),
        new ListingCommand.ListFuture(
            3, "BTC-PERP", 1, 500_000_000L, 10_000L, -1, 2_000_000L, 3, 4, 1_000_000L),
        new AccountCommand.SetLeverage(7, 20),
        new ClockCommand.PublishIndexPrice(1, 20_000_000_000_000L),
        new ClockCommand.SetPriceClamp(1, true),
        new ClockCommand.SetIndexSource(1, 2),
        new ClockCommand.AdvanceTime(1_667_260_800_000_000_000L, -0x0102030405060708L),
        new ClockCommand.ActivateRules(2),
        new CashCommand.DepositAsset(5, 1, 50_000_000L, 1),
        new CashCommand.WithdrawAsset(6, 0, Long.MAX_VALUE, 2),
        new OrderCommand.PlaceLimitOrder(
            5, 1, Side.SELL, 20_000L, 500L, TimeInForce.POST_ONLY, 0x0102030405060708L, true),
        new OrderCommand.PlaceMarketOrder(
            -1, Integer.MIN_VALUE, Side.BUY, Long.MIN_VALUE, -7L, true),
        new CashCommand.CancelWithdrawal(6, 1, 0x0102030405060708L),
        new CashCommand.SetWithdrawalPolicy(1, WithdrawalMode.QUEUED, 60, "why", "one", "two"),
        new AccountCommand.OpenSubaccount(8, 7, "A-001/hedge"),
        new AccountCommand.RenameAccount(8, "A-001/swing"),
        new CashCommand.MoveAsset(1, 2, 3, 0x0102030405060708L),
        new CashCommand.MoveCustody(1, 2, 3, 4),
        new ControlCommand.GrantPrivilege(
            7, Privilege.INTEREST_EXEMPT, 0x0102030405060708L, "why", "a", "b"),
        new ControlCommand.RevokePrivilege(7, Privilege.LIQUIDATION_EXEMPT, "why", "a", "b"),
        new ControlCommand.OverridePublishedFigure(
            PublishedFigure.INSURANCE_FUND, 0x0102030405060708L, "why", "a", "b"),
        new QuoteCommand.OfferQuote(0x0102030405060708L, 2, 3, 4, 5, 6, 7, 8),
        new QuoteCommand.AcceptQuote(3, 0x0102030405060708L),
        new LiquidationCommand.SetLiquidationProfile(LiquidationProfile.FTX_2022, "why", "a", "b"),
        new LiquidationCommand.SetMarginProfile(MarginProfile.FTX_2019, 1, "why", "a", "b"),
        new LiquidationCommand.PledgeBackstop(7, 0x0102030405060708L, 9),
        new LiquidationCommand.ContributeCapital(LossBearer.CAPITAL, 1, 0x0102030405060708L, 2));
  }

  private static List<Command> laterCommands() {
    return List.of(
        new CashCommand.PayFromFees(1, 0x0102030405060708L, 2, "why", "a", "b"),
        new OrderCommand.CancelOrder(5, 1, 77L),
        new OrderCommand.CancelClientOrder(5, -8L),
        new OrderCommand.AmendOrder(5, 1, 77L, 6, 7, 8),
        new TradingCommand.CancelAllOrders(
            5, TradingCommand.CancelAllOrders.EVERY_MARKET, Sides.SELLS),
        new TradingCommand.PlaceTrigger(1, 2, TriggerKind.TRAILING_STOP, Side.SELL, 3, 4, 5, true),
        new TradingCommand.CancelTrigger(1, 2),
        new TradingCommand.NoteClientOrder(
            7, 0x0102030405060708L, new OrderText(" my order, \"no. 1\"~")),
        new LendingCommand.SetCustodyPolicy(CustodyPolicy.COMMINGLED),
        new LendingCommand.OfferLending(5, 1, 0x0102030405060708L, 1_000_000L),
        new LendingCommand.SetLendingTerms(700_000L),
        new TokenCommand.SetMakerRebate(7, 25_000L),
        new TokenCommand.SetExchangeToken(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        new TokenCommand.StakeToken(1, 2),
        new TokenCommand.UnstakeToken(1, 2),
        new TokenCommand.CancelUnstake(1, 2, 3),
        new CollateralCommand.CapCollateral(1, 2, 3, 4, "why", "a", "b"),
        new CollateralCommand.AnnounceWeight(1, 2, 3, 4, "why", "a", "b"),
        new LeveragedTokenCommand.ListLeveragedToken(
            3, LeveragedTokenKind.HALF, 4, 5, 0x0102030405060708L, 6),
        new LeveragedTokenCommand.CreateToken(3, 4, 0x0102030405060708L),
        new LeveragedTokenCommand.RedeemToken(3, 4, 0x0102030405060708L));
  }

  static List<Event> events() {
    return Stream.concat(firstEvents().stream(), laterEvents().stream()).toList();
  }

  private static List<Event> firstEvents() {
    return List.of(
        new Event.CommandSequenced(0x0102030405060708L, 9, 10),
        new Event.CommandRefused(RefusalReason.INSUFFICIENT_CUSTODY, 12, -13),
        new Event.CommandApplied(new ListingCommand.DefineAsset(1, "BTC", 9, 1)),
        new Event.CommandApplied(
            new CashCommand.OpenCustody(1, CustodyKind.BANK, "settlement-bank")),
        new TriggerEvent.TriggerAccepted(7),
        new TriggerEvent.TriggerFired(7),
        new TriggerEvent.TriggerRefused(7, RefusalReason.NO_MARK_PRICE.code(), 8, 9),
        new ClockEvent.DueWorkBegan(DueWork.SETTLEMENT, 3, 30_000_000_000L),
        new PriceEvent.MarkPriceSet(2, 20_000_000_000L),
        new PriceEvent.IndexPriceSet(2, 20_000_000_000L),
        new PriceEvent.FutureMarkSet(3, 40_000L),
        new PriceEvent.FundingRateSet(3, -83_333L),
        new PriceEvent.FundingDeferred(3, 7, -2),
        new PriceEvent.FutureExpired(3, 40_000L),
        new PriceEvent.PositionExpired(3, 7, -2),
        new PriceEvent.SettlementDeferred(3, 7, -2),
        new CashEvent.WithdrawalRequested(0x0102030405060708L, 2, 3, 4, 5),
        new CashEvent.WithdrawalSent(1, 2, 3),
        new CashEvent.WithdrawalCanceled(1, 2, 3),
        new CashEvent.QuoteExpired(0x0102030405060708L),
        new ControlEvent.ExemptionUsed(7, Privilege.LIQUIDATION_EXEMPT, 0x0102030405060708L),
        new ControlEvent.PublishedFigureOverridden(PublishedFigure.INSURANCE_FUND, 9),
        new Event.TransferPosted(
            Cause.TRADE, 1, LedgerAccount.custody(4), LedgerAccount.customer(5), 6),
        new OrderEvent.LimitOrderAccepted(
            1, 2, 3, Side.SELL, 4, 5, TimeInForce.FILL_OR_KILL, 6, true),
        new OrderEvent.MarketOrderAccepted(1, 2, 3, Side.BUY, 5, 6, true),
        new OrderEvent.TradeExecuted(1, 2, 3, 4, 5, Side.SELL, 6, 7),
        new OrderEvent.OrderCanceled(1, 2, 3, 4, CancelCause.SELF_TRADE),
        new LendingEvent.BalanceReserved(1, 2, 3, 4),
        new LendingEvent.LendingCleared(1, 2, 3, 4, 5),
        new LendingEvent.InterestCapped(1, 2, 3, 4));
  }

  private static List<Event> laterEvents() {
    return List.of(
        new LiquidationEvent.MarginStageSet(1, MarginStage.AUTO_CLOSE),
        new LiquidationEvent.LiquidationOrderSent(1, 2, 3, Side.SELL, 4, 5),
        new LiquidationEvent.PositionHandedOver(1, 2, 3, -4, 5, -6, true),
        new LiquidationEvent.LossBorne(1, 10, 4, 3, 2, 1),
        new LiquidationEvent.OfferRecalled(4, 3),
        new LiquidationEvent.LossTakenOver(4, 3, 2),
        new TokenEvent.FeesFixed(1, 2, 3, -4, 5),
        new TokenEvent.FeeCapped(1, 2, 3, 4),
        new TokenEvent.BuybackBegan(1, 2, 3, 4),
        new TokenEvent.BuybackRefused(RefusalReason.NO_MARK_PRICE.code(), 8, 9),
        new CollateralEvent.WeightMoved(1, 2, 3),
        new LeveragedTokenEvent.RebalancingBegan(3, RebalancingCause.FLOW, -4),
        new LeveragedTokenEvent.ChildOrderRefused(
            3, RefusalReason.NO_MARK_PRICE.code(), 0x0102030405060708L, 5),
        new LeveragedTokenEvent.RebalancingEnded(3, -0x0102030405060708L),
        new LeveragedTokenEvent.ManagementFeeCapped(3, 0x0102030405060708L, 5));
  }

  /// The records of a sealed interface, through every interface below it.
  static List<Class<?>> records(Class<?> catalog) {
    return Arrays.stream(catalog.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type).stream())
        .toList();
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
      case Event.CommandApplied e -> sink.onCommandApplied(e.command());
      case Event.TransferPosted e ->
          sink.onTransferPosted(e.cause(), e.asset(), e.from(), e.to(), e.amount());
      case OrderEvent.LimitOrderAccepted e ->
          sink.onLimitOrderAccepted(
              e.order(),
              e.account(),
              e.market(),
              e.side(),
              e.priceTicks(),
              e.quantityLots(),
              e.timeInForce(),
              e.clientOrder(),
              e.isReduceOnly());
      case OrderEvent.MarketOrderAccepted e ->
          sink.onMarketOrderAccepted(
              e.order(),
              e.account(),
              e.market(),
              e.side(),
              e.quantityLots(),
              e.clientOrder(),
              e.isReduceOnly());
      case OrderEvent.TradeExecuted e ->
          sink.onTradeExecuted(
              e.market(),
              e.makerOrder(),
              e.takerOrder(),
              e.makerAccount(),
              e.takerAccount(),
              e.takerSide(),
              e.priceTicks(),
              e.quantityLots());
      case OrderEvent.OrderCanceled e ->
          sink.onOrderCanceled(e.order(), e.account(), e.market(), e.leavesLots(), e.cause());
      case DeskEvent e -> sink.onDesk(e);
    }
  }
}
