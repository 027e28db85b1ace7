package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.USD;
import static org.plimsoll.venue.Bench.WALLET;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LiquidationCommand.SetMarginProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.Side;

/// Replay that equals live proves little if the fingerprint leaves something out. So histories of
/// the same length that differ in one thing must have different fingerprints.
class FingerprintTest {
  @Test
  void shouldTellDefinitionsApart() {
    tellsApart(
        new ListingCommand.DefineAsset(3, "X", 6, 100),
        new ListingCommand.DefineAsset(3, "Y", 6, 100));
    tellsApart(
        new ListingCommand.DefineAsset(3, "X", 6, 100),
        new ListingCommand.DefineAsset(3, "X", 5, 100));
    tellsApart(
        new ListingCommand.DefineAsset(3, "X", 6, 100),
        new ListingCommand.DefineAsset(3, "X", 6, 101));
    tellsApart(new AccountCommand.OpenAccount(2, "a"), new AccountCommand.OpenAccount(2, "b"));
    tellsApart(
        new AccountCommand.OpenSubaccount(2, 0, "a"), new AccountCommand.OpenSubaccount(2, 1, "a"));
    tellsApart(new AccountCommand.RenameAccount(0, "a"), new AccountCommand.RenameAccount(0, "b"));
    tellsApart(
        new CashCommand.OpenCustody(2, CustodyKind.BANK, "a"),
        new CashCommand.OpenCustody(2, CustodyKind.LENDER, "a"));
    tellsApart(
        new CashCommand.OpenCustody(2, CustodyKind.BANK, "a"),
        new CashCommand.OpenCustody(2, CustodyKind.BANK, "b"));
    tellsApart(
        market("M", BTC, 1_000_000_000, 1_000_000), market("N", BTC, 1_000_000_000, 1_000_000));
    tellsApart(
        market("M", BTC, 1_000_000_000, 1_000_000), market("M", FTT, 1_000_000_000, 1_000_000));
    tellsApart(
        market("M", BTC, 1_000_000_000, 1_000_000), market("M", BTC, 2_000_000_000, 1_000_000));
    tellsApart(
        market("M", BTC, 1_000_000_000, 1_000_000), market("M", BTC, 1_000_000_000, 2_000_000));
  }

  @Test
  void shouldTellTermsApart() {
    tellsApart(
        new ListingCommand.SetCollateral(FTT, 1, 950_000_000, 500_000),
        new ListingCommand.SetCollateral(FTT, 2, 950_000_000, 500_000));
    for (int term = 0; term < 3; term++) {
      long[] one = {900_000_000, 2 * 86_400_000_000_000L, 100_000};
      long[] other = one.clone();
      other[term]++;
      tellsApart(path(one), path(other));
    }
    tellsApart(new ClockCommand.ActivateRules(1), new ClockCommand.ActivateRules(2));
  }

  private static Command path(long[] terms) {
    return new CollateralCommand.AnnounceWeight(FTT, terms[0], terms[1], terms[2], "r", "a", "b");
  }

  @Test
  void shouldTellOrdersThatWaitApart() {
    TradingCommand.PlaceTrigger stop = trigger(0, TriggerKind.STOP, 10, 0, 1);
    for (TradingCommand.PlaceTrigger other :
        List.of(
            trigger(1, TriggerKind.STOP, 10, 0, 1),
            trigger(0, TriggerKind.TRAILING_STOP, 10, 0, 1),
            trigger(0, TriggerKind.STOP, 11, 0, 1),
            trigger(0, TriggerKind.STOP, 10, 9, 1),
            trigger(0, TriggerKind.STOP, 10, 0, 2))) {
      tellsApart(stop, other);
    }
  }

  private static TradingCommand.PlaceTrigger trigger(
      int account, TriggerKind kind, long ticks, long limit, long lots) {
    return new TradingCommand.PlaceTrigger(account, 0, kind, Side.SELL, ticks, limit, lots, false);
  }

  @Test
  void shouldTellTheTermsOfMarketsApart() {
    for (int term = 0; term < 4; term++) {
      long[] one = new long[4];
      long[] other = new long[4];
      one[term] = 1;
      other[term] = 2;
      tellsApart(limits(one), limits(other));
    }
    tellsApart(
        new ListingCommand.SetMarketState(0, MarketState.HALTED, "x", "one", "two"),
        new ListingCommand.SetMarketState(0, MarketState.POST_ONLY, "x", "one", "two"));
  }

  @Test
  void shouldTellPremiumBandsApart() {
    assertThat(afterBand(1)).isNotEqualTo(afterBand(2)).isNotEqualTo(afterBand(0));
  }

  private static long afterBand(long premiumBandE9) {
    Bench bench = Bench.listed(new Limits(4, 8, 4, 4, 3, 3, 100), 2);
    bench.applied(
        new ListingCommand.ListFuture(
            2, "P", BTC, 1_000_000_000, 1_000_000, 0, 0, 1_000_000_000, 1_000_000_000, 1_000));
    bench.applied(new ListingCommand.SetMarketLimits(2, 0, 0, premiumBandE9, 0, 0));
    return bench.view().stateHash();
  }

  @Test
  void shouldTellErasApart() {
    long soonest = 2 * 86_400_000_000_000L;
    tellsApart(era(MarginProfile.FTX_2019, soonest), era(MarginProfile.FTX_2022, soonest));
    tellsApart(era(MarginProfile.FTX_2019, soonest), era(MarginProfile.FTX_2019, soonest + 1));
  }

  private static Command era(MarginProfile profile, long maintenanceNs) {
    return new SetMarginProfile(profile, maintenanceNs, "r", "a", "b");
  }

  private static Command limits(long[] terms) {
    return new ListingCommand.SetMarketLimits(0, terms[0], terms[1], 0, terms[2], terms[3]);
  }

  @Test
  void shouldTellExceptionsApart() {
    tellsApart(grant(0, Privilege.ALLOW_NEGATIVE, 5), grant(0, Privilege.ALLOW_NEGATIVE, 6));
    tellsApart(grant(0, Privilege.ALLOW_NEGATIVE, 5), grant(1, Privilege.ALLOW_NEGATIVE, 5));
    tellsApart(grant(0, Privilege.LIQUIDATION_EXEMPT, 0), grant(0, Privilege.INTEREST_EXEMPT, 0));
    tellsApart(
        new ControlCommand.OverridePublishedFigure(
            PublishedFigure.INSURANCE_FUND, 1, "r", "a", "b"),
        new ControlCommand.OverridePublishedFigure(
            PublishedFigure.INSURANCE_FUND, 2, "r", "a", "b"));
  }

  @Test
  void shouldTellQuotesApart() {
    tellsApart(quote(1, BTC, 5, 9), quote(0, BTC, 5, 9));
    tellsApart(quote(1, BTC, 5, 9), quote(1, FTT, 5, 9));
    tellsApart(quote(1, BTC, 5, 9), quote(1, BTC, 6, 9));
    tellsApart(quote(1, BTC, 5, 9), quote(1, BTC, 5, 10));
  }

  private static Command quote(int counterparty, int asset, long amount, long expiresNs) {
    return new QuoteCommand.OfferQuote(
        1, counterparty, 1 - counterparty, asset, USD, amount, 1, expiresNs);
  }

  private static Command grant(int account, Privilege privilege, long amount) {
    return new ControlCommand.GrantPrivilege(account, privilege, amount, "r", "a", "b");
  }

  @Test
  void shouldTellAPriceThatWasHeardFromOneThatWasNot() {
    tellsApart(
        new ClockCommand.PublishIndexPrice(FTT, 21), new ClockCommand.PublishIndexPrice(FTT, 22));
  }

  @Test
  void shouldTellTheSourcesOfPricesApart() {
    tellsApart(
        new ClockCommand.SetPriceClamp(FTT, true), new ClockCommand.SetPriceClamp(BTC, true));
    tellsApart(new ClockCommand.SetIndexSource(FTT, 1), new ClockCommand.SetIndexSource(BTC, 0));
  }

  @Test
  void shouldTellTimesAndSendersApart() {
    tellsApart(new ClockCommand.AdvanceTime(2, 0), new ClockCommand.AdvanceTime(3, 0));
    Bench one = Bench.listed(2);
    Bench other = Bench.listed(2);
    one.send(new Request(1, 5, new ClockCommand.ActivateRules(1)));
    other.send(new Request(1, 6, new ClockCommand.ActivateRules(1)));
    assertThat(one.view().stateHash()).isNotEqualTo(other.view().stateHash());
  }

  @Test
  void shouldTellPoliciesAndOffersApart() {
    tellsApart(
        new LendingCommand.SetCustodyPolicy(CustodyPolicy.SEGREGATED),
        new LendingCommand.SetCustodyPolicy(CustodyPolicy.OPT_IN));
    tellsApart(
        new LendingCommand.OfferLending(0, BTC, 2, 1),
        new LendingCommand.OfferLending(1, BTC, 2, 1));
    tellsApart(
        new LendingCommand.OfferLending(0, BTC, 2, 1),
        new LendingCommand.OfferLending(0, USD, 2, 1));
    tellsApart(
        new LendingCommand.OfferLending(0, BTC, 2, 1),
        new LendingCommand.OfferLending(0, BTC, 3, 1));
    tellsApart(
        new LendingCommand.OfferLending(0, BTC, 2, 1),
        new LendingCommand.OfferLending(0, BTC, 2, 2));
  }

  @Test
  void shouldTellMoneyAndOrdersApart() {
    tellsApart(
        new CashCommand.DepositAsset(0, BTC, 1, WALLET),
        new CashCommand.DepositAsset(1, BTC, 1, WALLET));
    tellsApart(
        new CashCommand.DepositAsset(0, BTC, 1, WALLET),
        new CashCommand.DepositAsset(0, BTC, 2, WALLET));
    tellsApart(
        new CashCommand.DepositAsset(0, BTC, 1, WALLET),
        new CashCommand.DepositAsset(0, BTC, 1, Bench.BANK));
    tellsApart(
        new CashCommand.SetWithdrawalPolicy(USD, WithdrawalMode.QUEUED, 2, "why", "one", "two"),
        new CashCommand.SetWithdrawalPolicy(USD, WithdrawalMode.QUEUED, 3, "why", "one", "two"));
    tellsApart(
        new CashCommand.SetWithdrawalPolicy(USD, WithdrawalMode.GATED, 0, "why", "one", "two"),
        new CashCommand.SetWithdrawalPolicy(BTC, WithdrawalMode.GATED, 0, "why", "one", "two"));
    tellsApart(Bench.bitcoin(0, Side.BUY, 100, 2), Bench.bitcoin(1, Side.BUY, 100, 2));
    tellsApart(Bench.bitcoin(0, Side.BUY, 100, 2), Bench.bitcoin(0, Side.BUY, 200, 1));
    tellsApart(Bench.bitcoin(0, Side.BUY, 100, 2), Bench.bitcoin(0, Side.SELL, 100, 2));
    tellsApart(Bench.named(0, 0, 1), Bench.named(0, 0, 2));
  }

  @Test
  void shouldTellRebatesAndTheTermsOfTheTokenApart() {
    tellsApart(
        new TokenCommand.SetMakerRebate(0, 25_000), new TokenCommand.SetMakerRebate(0, 25_001));
    for (int term = 0; term < 8; term++) {
      long[] one = {0, 0, 9, 9, 9, 9, 9, 9};
      long[] other = one.clone();
      other[term]++;
      tellsApart(token(one), token(other));
    }
  }

  private static Command token(long[] terms) {
    return new TokenCommand.SetExchangeToken(
        FTT,
        1,
        (int) terms[0],
        (int) terms[1],
        terms[2],
        terms[3],
        terms[4],
        (int) terms[5],
        (int) terms[6],
        terms[7]);
  }

  private static Command market(String name, int base, long tickE9, long lot) {
    return new ListingCommand.ListMarket(2, name, base, USD, tickE9, lot);
  }

  /// Sends one command to one venue and another to its double.
  private static void tellsApart(Command command, Command another) {
    assertThat(after(command)).as("%s, %s", command, another).isNotEqualTo(after(another));
    assertThat(after(command)).as("%s twice", command).isEqualTo(after(command));
  }

  private static long after(Command command) {
    Bench bench = Bench.listed(new Limits(4, 8, 4, 4, 3, 3, 100), 2);
    for (int account = 0; account < 2; account++) {
      bench.deposit(account, USD, 1_000 * Bench.DOLLAR);
      bench.deposit(account, BTC, Bench.BITCOIN);
    }
    bench.send(command);
    return bench.view().stateHash();
  }
}
