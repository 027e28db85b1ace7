package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LiquidationCommand.SetMarginProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What trades cost (docs/reference/fees.md).
class FeeTest {
  private static final int FEES = LedgerAccount.venue(VenueAccount.FEES);
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final int PERP = 2;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 3, 3, 9, 100), 3);

  @Test
  void shouldChargeNothingBeforeRulesOfVersionThree() {
    bench.lending();
    sellBitcoinTo(1, 20_000);
    assertThat(bench.view().balance(1, USD)).isEqualTo(0);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isZero();
  }

  /// Section 8: the taker pays in the quote, the maker in what it receives.
  @Test
  void rules_section8_shouldChargeMakersInWhatTheyReceive() {
    bench.charging();
    sellBitcoinTo(1, 20_014);
    assertThat(bench.view().balance(1, USD)).isEqualTo(0);
    assertThat(bench.view().balance(1, BTC)).isEqualTo(BITCOIN);
    assertThat(bench.view().balance(0, USD)).isEqualTo(20_000 * DOLLAR - 4 * DOLLAR);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isEqualTo(18 * DOLLAR);
  }

  @Test
  void rules_section8_shouldChargeAMakerWhoBuysInTheBase() {
    bench.charging();
    bench.deposit(0, USD, 20_000 * DOLLAR);
    bench.deposit(1, BTC, BITCOIN);
    bench.applied(Bench.bitcoin(0, Side.BUY, 20_000, 100));
    List<Event> events = bench.applied(Bench.bitcoin(1, Side.SELL, 20_000, 100));
    assertThat(events)
        .contains(
            new Event.TransferPosted(
                Cause.TAKER_FEE, USD, LedgerAccount.customer(1), FEES, 14 * DOLLAR),
            new Event.TransferPosted(
                Cause.MAKER_FEE, BTC, LedgerAccount.customer(0), FEES, BITCOIN / 5_000));
    assertThat(bench.view().balance(0, BTC)).isEqualTo(BITCOIN - 20_000);
    assertThat(bench.view().balance(1, USD)).isEqualTo(19_986 * DOLLAR);
  }

  /// Section 8: 0.05 % more from leverage 50 on, half of it for the fund; until the era ends.
  @Test
  void rules_section8_shouldChargeHighLeverageMore() {
    bench.charging();
    highLeverage(1);
    sellBitcoinTo(1, 20_024);
    assertThat(bench.view().balance(1, USD)).isEqualTo(0);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isEqualTo(23 * DOLLAR);
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, USD)).isEqualTo(5 * DOLLAR);
    bench.applied(era(MarginProfile.FTX_2022));
    sellBitcoinTo(1, 20_014);
    assertThat(bench.view().balance(1, USD)).isEqualTo(0);
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, USD)).isEqualTo(5 * DOLLAR);
  }

  @Test
  void rules_section8_shouldChargeAMakerWithHighLeverageMoreInTheBase() {
    bench.charging();
    highLeverage(0);
    bench.deposit(0, USD, 20_000 * DOLLAR);
    bench.deposit(1, BTC, BITCOIN);
    bench.applied(Bench.bitcoin(0, Side.BUY, 20_000, 100));
    bench.applied(Bench.bitcoin(1, Side.SELL, 20_000, 100));
    assertThat(bench.view().balance(0, BTC)).isEqualTo(BITCOIN - 20_000 - 50_000);
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, BTC)).isEqualTo(25_000);
  }

  /// Two fees of one unit each, rounded up, were two units of one that had come.
  @Test
  void shouldTakeNoMoreOfAMakerThanItHasJustReceived() {
    Bench coarse = new Bench(new Limits(2, 2, 2, 1, 1, 9, 100));
    coarse.applied(new ListingCommand.DefineAsset(USD, "USD", 6, 100 * DOLLAR));
    coarse.applied(new ListingCommand.DefineAsset(1, "ODD", 0, 10));
    coarse.applied(new ListingCommand.ListMarket(0, "ODD/USD", 1, USD, 1_000_000_000, 1));
    coarse.applied(new CashCommand.OpenCustody(Bench.WALLET, CustodyKind.WALLET, "wallet"));
    coarse.applied(new CashCommand.OpenCustody(Bench.BANK, CustodyKind.BANK, "bank"));
    coarse.applied(new AccountCommand.OpenAccount(0, "maker"));
    coarse.applied(new AccountCommand.OpenAccount(1, "taker"));
    coarse.charging();
    coarse.applied(era(MarginProfile.FTX_2019));
    coarse.applied(new AccountCommand.SetLeverage(0, 50));
    coarse.deposit(0, USD, DOLLAR);
    coarse.deposit(1, 1, 1);
    coarse.applied(order(0, Side.BUY));
    coarse.applied(order(1, Side.SELL));
    assertThat(coarse.view().balance(0, 1)).isZero();
    assertThat(coarse.view().venueBalance(VenueAccount.FEES, 1)).isEqualTo(1);
    assertThat(coarse.view().venueBalance(VenueAccount.INSURANCE, 1)).isZero();
  }

  private static OrderCommand order(int account, Side side) {
    return new OrderCommand.PlaceLimitOrder(
        account, 0, side, 1, 1, TimeInForce.GOOD_TILL_CANCELED, 0, false);
  }

  private void highLeverage(int account) {
    bench.applied(era(MarginProfile.FTX_2019));
    bench.applied(new AccountCommand.SetLeverage(account, 50));
  }

  private static SetMarginProfile era(MarginProfile profile) {
    return new SetMarginProfile(profile, 2 * NANOS_PER_DAY, "why", "one", "two");
  }

  @Test
  void shouldRefuseACashAccountToSpendAllItHas() {
    bench.applied(new ClockCommand.ActivateRules(3));
    bench.deposit(0, BTC, BITCOIN);
    bench.deposit(1, USD, 10_000 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, 100));
    bench.applied(new LendingCommand.SetCustodyPolicy(CustodyPolicy.SEGREGATED));
    bench.refused(
        Bench.bitcoin(1, Side.BUY, 20_000, 50),
        RefusalReason.INSUFFICIENT_BALANCE,
        10_007 * DOLLAR,
        10_000 * DOLLAR);
    bench.deposit(1, USD, 7 * DOLLAR);
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_000, 50));
    assertThat(bench.view().balance(1, USD)).isZero();
  }

  /// Ten makers of 0.1 cent each: the fee on the sum is one unit where ten fees would be ten.
  @Test
  void shouldChargeATakerTheSameHoweverManyMakersItMeets() {
    Bench small = new Bench(new Limits(2, 4, 1, 1, 3, 100, 100));
    small.applied(new ListingCommand.DefineAsset(0, "USD", 2, 1_000_000));
    small.applied(new ListingCommand.DefineAsset(1, "X", 0, 1_000_000));
    small.applied(new CashCommand.OpenCustody(0, CustodyKind.BANK, "b"));
    small.applied(new ListingCommand.ListMarket(0, "X/USD", 1, 0, 10_000_000, 1));
    for (int account = 0; account < 2; account++) {
      small.applied(new AccountCommand.OpenAccount(account, "account-" + account));
      small.applied(new CashCommand.DepositAsset(account, account, 1_000, 0));
    }
    small.charging();
    for (int order = 0; order < 10; order++) {
      small.applied(new OrderCommand.PlaceLimitOrder(1, 0, Side.SELL, 1, 10));
    }
    small.applied(new OrderCommand.PlaceMarketOrder(0, 0, Side.BUY, 100));
    assertThat(small.view().balance(0, 0)).isEqualTo(1_000 - 100 - 1);
    assertThat(small.view().balance(1, 0)).as("each trade of a maker").isEqualTo(100 - 10);
  }

  @Test
  void shouldMakeAPositionBearItsFees() {
    bench.charging();
    listPerpetual();
    bench.deposit(0, USD, 10_000 * DOLLAR);
    bench.deposit(1, USD, 10_000 * DOLLAR);
    bench.applied(new OrderCommand.PlaceLimitOrder(0, PERP, Side.SELL, 20_000, 100));
    bench.applied(new OrderCommand.PlaceLimitOrder(1, PERP, Side.BUY, 20_000, 100));
    assertThat(bench.view().positionCost(0, PERP)).isEqualTo(-19_996 * DOLLAR);
    assertThat(bench.view().positionCost(1, PERP)).isEqualTo(20_014 * DOLLAR);
    assertThat(bench.view().settlementBalance(PERP)).isEqualTo(-18 * DOLLAR);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isEqualTo(18 * DOLLAR);
    assertThat(bench.view().balance(1, USD)).isEqualTo(10_000 * DOLLAR);
    bench.applied(new ClockCommand.AdvanceTime(30_000_000_000L, 0));
    assertThat(bench.view().balance(0, USD)).isEqualTo(9_996 * DOLLAR);
    assertThat(bench.view().balance(1, USD)).isEqualTo(9_986 * DOLLAR);
    assertThat(bench.view().settlementBalance(PERP)).isZero();
  }

  @Test
  void shouldAskForTheFeeOfAFutureBeforeItTrades() {
    bench.charging();
    listPerpetual();
    bench.deposit(0, USD, 10_000 * DOLLAR);
    bench.deposit(1, USD, 2_013 * DOLLAR);
    bench.applied(new OrderCommand.PlaceLimitOrder(0, PERP, Side.SELL, 20_000, 100));
    OrderCommand.PlaceLimitOrder all =
        new OrderCommand.PlaceLimitOrder(1, PERP, Side.BUY, 20_000, 100);
    bench.refused(all, RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -DOLLAR);
    bench.deposit(1, USD, DOLLAR);
    bench.applied(all);
  }

  @Test
  void rules_section8_shouldFixTheTierAtMidnightForADay() {
    bench.charging();
    bench.deposit(0, BTC, 200 * BITCOIN);
    bench.deposit(1, USD, 5_000_000 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, 10_001));
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_000, 10_001));
    assertThat(bench.view().fees()).as("until midnight").isEmpty();
    List<Event> events = bench.applied(new ClockCommand.AdvanceTime(NANOS_PER_DAY, 0));
    assertThat(events)
        .contains(
            new TokenEvent.FeesFixed(0, 2, 0, 150_000, 600_000),
            new TokenEvent.FeesFixed(1, 2, 0, 150_000, 600_000));
    bench.applied(new ClockCommand.AdvanceTime(30 * NANOS_PER_DAY, 0));
    assertThat(bench.view().fees()).as("30 days later it counts still").hasSize(2);
    bench.applied(new ClockCommand.AdvanceTime(31 * NANOS_PER_DAY, 0));
    assertThat(bench.view().fees()).as("and then no more").isEmpty();
  }

  @Test
  void shouldCountTheVolumeOfSubaccountsForTheirOwner() {
    bench.charging();
    bench.applied(new AccountCommand.OpenSubaccount(3, 1, "sub"));
    bench.deposit(0, BTC, 200 * BITCOIN);
    bench.deposit(3, USD, 5_000_000 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, 10_001));
    bench.applied(Bench.bitcoin(3, Side.BUY, 20_000, 10_001));
    bench.applied(new ClockCommand.AdvanceTime(NANOS_PER_DAY, 0));
    assertThat(bench.view().fees()).extracting(TokenEvent.FeesFixed::account).containsExactly(0, 1);
  }

  @Test
  void shouldCountNothingThatAnOwnerTradesWithHimself() {
    bench.charging();
    bench.applied(new AccountCommand.OpenSubaccount(3, 0, "sub"));
    bench.deposit(0, BTC, 200 * BITCOIN);
    bench.deposit(3, USD, 5_000_000 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, 10_001));
    bench.applied(Bench.bitcoin(3, Side.BUY, 20_000, 10_001));
    bench.applied(new ClockCommand.AdvanceTime(NANOS_PER_DAY, 0));
    assertThat(bench.view().fees()).isEmpty();
  }

  /// MM1: a rebate of 0.0025 % of 20,000 is 50 cents, out of the taker's 14 dollars.
  @Test
  void rules_section8_shouldPayAMarketMakerOutOfTheTakersFee() {
    bench.charging();
    bench.applied(new TokenCommand.SetMakerRebate(0, 25_000));
    sellBitcoinTo(1, 20_014);
    assertThat(bench.view().balance(0, USD)).isEqualTo(20_000 * DOLLAR + DOLLAR / 2);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isEqualTo(13_500_000);
    bench.refused(
        new TokenCommand.SetMakerRebate(0, 100_001),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        100_000,
        100_001);
    bench.refused(new TokenCommand.SetMakerRebate(9, 0), RefusalReason.UNKNOWN_ACCOUNT, 3, 9);
  }

  @Test
  void shouldPayARebateOnlyAsFarAsTheBalanceHasRoom() {
    bench.charging();
    bench.applied(new TokenCommand.SetMakerRebate(0, 25_000));
    long most = bench.view().asset(USD).balanceMax();
    bench.deposit(0, FTT, TOKEN);
    bench.deposit(1, USD, 30 * DOLLAR);
    bench.deposit(0, USD, most - 20 * DOLLAR);
    bench.applied(Bench.tokens(0, Side.SELL, 20, 1));
    assertThat(bench.applied(Bench.tokens(1, Side.BUY, 20, 1)))
        .endsWith(new TokenEvent.FeeCapped(0, USD, -500, 0));
    assertThat(bench.view().balance(0, USD)).isEqualTo(most);
  }

  private void listPerpetual() {
    bench.applied(
        new ListingCommand.ListFuture(
            PERP,
            "BTC-PERP",
            BTC,
            1_000_000_000,
            1_000_000,
            0,
            0,
            1_000_000_000,
            1_000_000_000,
            1_000));
  }

  /// Account 0 sells a bitcoin by resting, and `buyer` buys it.
  private void sellBitcoinTo(int buyer, long dollars) {
    bench.deposit(0, BTC, BITCOIN);
    bench.deposit(buyer, USD, dollars * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, 100));
    bench.applied(Bench.bitcoin(buyer, Side.BUY, 20_000, 100));
  }
}
