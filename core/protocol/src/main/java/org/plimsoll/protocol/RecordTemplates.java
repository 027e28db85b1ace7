package org.plimsoll.protocol;

import org.jspecify.annotations.Nullable;

/// Which number on the wire stands for which desk command or desk event, and with which layout.
final class RecordTemplates {
  private static final Class<?>[] RECORDS = records();
  private static final @Nullable RecordLayout[] LAYOUTS = layouts();
  private static final ClassValue<Integer> TEMPLATE_OF =
      new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
          for (int template = 0; template < RECORDS.length; template++) {
            if (RECORDS[template] == type) {
              return template;
            }
          }
          throw new LinkageError(type + " has no template");
        }
      };

  private RecordTemplates() {}

  /// Returns the template of a desk command or desk event.
  static int of(Record record) {
    return TEMPLATE_OF.get(record.getClass());
  }

  /// Writes the components of a desk command or desk event.
  static void write(ByteWriter out, Record record) {
    layout(of(record)).write(out, record);
  }

  /// Returns the layout of `template`, or null if it is no desk command's.
  static @Nullable RecordLayout command(int template) {
    return template < Template.COMMAND_SEQUENCED ? LAYOUTS[template] : null;
  }

  /// Returns the layout of `template`, or null if it is no desk event's.
  static @Nullable RecordLayout event(int template) {
    return template < Template.COMMAND_SEQUENCED ? null : LAYOUTS[template];
  }

  private static RecordLayout layout(int template) {
    RecordLayout layout = LAYOUTS[template];
    if (layout == null) {
      throw new LinkageError("template " + template + " has no layout");
    }
    return layout;
  }

  private static Class<?>[] records() {
    Class<?>[] records = new Class<?>[256];
    addCommands(records);
    addEvents(records);
    return records;
  }

  private static void addCommands(Class<?>[] records) {
    records[0x01] = ListingCommand.DefineAsset.class;
    records[0x02] = ListingCommand.SetCollateral.class;
    records[0x03] = ListingCommand.ListMarket.class;
    records[0x04] = ListingCommand.ListFuture.class;
    records[0x08] = ListingCommand.SetMarketLimits.class;
    records[0x09] = ListingCommand.SetMarketState.class;
    records[0x10] = AccountCommand.OpenAccount.class;
    records[0x11] = AccountCommand.SetLeverage.class;
    records[0x12] = AccountCommand.OpenSubaccount.class;
    records[0x13] = AccountCommand.RenameAccount.class;
    records[0x20] = CashCommand.OpenCustody.class;
    records[0x21] = CashCommand.DepositAsset.class;
    records[0x22] = CashCommand.WithdrawAsset.class;
    records[0x23] = CashCommand.CancelWithdrawal.class;
    records[0x24] = CashCommand.SetWithdrawalPolicy.class;
    records[0x25] = CashCommand.MoveAsset.class;
    records[0x26] = CashCommand.MoveCustody.class;
    records[0x27] = QuoteCommand.OfferQuote.class;
    records[0x28] = QuoteCommand.AcceptQuote.class;
    records[0x29] = CashCommand.PayFromFees.class;
    records[0x30] = ClockCommand.PublishIndexPrice.class;
    records[0x31] = ClockCommand.AdvanceTime.class;
    records[0x32] = ClockCommand.ActivateRules.class;
    records[0x33] = LiquidationCommand.SetLiquidationProfile.class;
    records[0x34] = LiquidationCommand.PledgeBackstop.class;
    records[0x35] = LiquidationCommand.ContributeCapital.class;
    records[0x36] = LiquidationCommand.SetMarginProfile.class;
    records[0x38] = ClockCommand.SetPriceClamp.class;
    records[0x39] = ClockCommand.SetIndexSource.class;
    records[0x45] = TradingCommand.CancelAllOrders.class;
    records[0x46] = TradingCommand.PlaceTrigger.class;
    records[0x47] = TradingCommand.CancelTrigger.class;
    records[0x48] = TradingCommand.NoteClientOrder.class;
    addProductCommands(records);
  }

  private static void addProductCommands(Class<?>[] records) {
    records[0x50] = LendingCommand.SetCustodyPolicy.class;
    records[0x51] = LendingCommand.OfferLending.class;
    records[0x52] = LendingCommand.SetLendingTerms.class;
    records[0x60] = ControlCommand.GrantPrivilege.class;
    records[0x61] = ControlCommand.RevokePrivilege.class;
    records[0x62] = ControlCommand.OverridePublishedFigure.class;
    records[0x70] = TokenCommand.SetMakerRebate.class;
    records[0x71] = TokenCommand.SetExchangeToken.class;
    records[0x72] = TokenCommand.StakeToken.class;
    records[0x73] = TokenCommand.UnstakeToken.class;
    records[0x74] = CollateralCommand.CapCollateral.class;
    records[0x75] = CollateralCommand.AnnounceWeight.class;
    records[0x76] = TokenCommand.CancelUnstake.class;
    records[0x78] = LeveragedTokenCommand.ListLeveragedToken.class;
    records[0x79] = LeveragedTokenCommand.CreateToken.class;
    records[0x7A] = LeveragedTokenCommand.RedeemToken.class;
  }

  private static void addEvents(Class<?>[] records) {
    records[0x84] = ClockEvent.DueWorkBegan.class;
    records[0x98] = TriggerEvent.TriggerAccepted.class;
    records[0x99] = TriggerEvent.TriggerFired.class;
    records[0x9A] = TriggerEvent.TriggerRefused.class;
    records[0xA0] = PriceEvent.MarkPriceSet.class;
    records[0xA1] = PriceEvent.FutureMarkSet.class;
    records[0xA2] = PriceEvent.FundingRateSet.class;
    records[0xA3] = PriceEvent.FundingDeferred.class;
    records[0xA4] = PriceEvent.IndexPriceSet.class;
    records[0xA5] = PriceEvent.FutureExpired.class;
    records[0xA6] = PriceEvent.PositionExpired.class;
    records[0xA7] = PriceEvent.SettlementDeferred.class;
    records[0xB0] = CashEvent.WithdrawalRequested.class;
    records[0xB1] = CashEvent.WithdrawalSent.class;
    records[0xB2] = CashEvent.WithdrawalCanceled.class;
    records[0xB3] = CashEvent.QuoteExpired.class;
    records[0xC0] = LendingEvent.BalanceReserved.class;
    records[0xC1] = LendingEvent.LendingCleared.class;
    records[0xC2] = LendingEvent.InterestCapped.class;
    records[0xD0] = LiquidationEvent.MarginStageSet.class;
    records[0xD1] = LiquidationEvent.LiquidationOrderSent.class;
    records[0xD2] = LiquidationEvent.PositionHandedOver.class;
    records[0xD3] = LiquidationEvent.LossBorne.class;
    records[0xD4] = LiquidationEvent.OfferRecalled.class;
    records[0xD5] = LiquidationEvent.LossTakenOver.class;
    records[0xE0] = ControlEvent.ExemptionUsed.class;
    records[0xE1] = ControlEvent.PublishedFigureOverridden.class;
    records[0xF0] = TokenEvent.FeesFixed.class;
    records[0xF1] = TokenEvent.FeeCapped.class;
    records[0xF2] = TokenEvent.BuybackBegan.class;
    records[0xF3] = TokenEvent.BuybackRefused.class;
    records[0xF4] = CollateralEvent.WeightMoved.class;
    records[0xF8] = LeveragedTokenEvent.RebalancingBegan.class;
    records[0xF9] = LeveragedTokenEvent.ChildOrderRefused.class;
    records[0xFA] = LeveragedTokenEvent.RebalancingEnded.class;
    records[0xFB] = LeveragedTokenEvent.ManagementFeeCapped.class;
  }

  private static @Nullable RecordLayout[] layouts() {
    @Nullable RecordLayout[] layouts = new RecordLayout[RECORDS.length];
    for (int template = 0; template < RECORDS.length; template++) {
      if (RECORDS[template] != null) {
        layouts[template] = new RecordLayout(RECORDS[template].asSubclass(Record.class));
      }
    }
    return layouts;
  }
}
