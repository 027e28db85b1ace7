package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;
import static org.plimsoll.venue.Bench.WALLET;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.units.Side;

/// The exchange token (docs/reference/exchange-token.md).
class BuybackTest {
  private static final int TREASURY = 2;
  private static final long ONE_E9 = 1_000_000_000L;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final long WEEK = 7 * NANOS_PER_DAY;
  private static final long HOUR = NANOS_PER_DAY / 24;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 3, 3, 9, 100), 4);

  @BeforeEach
  void charge() {
    bench.charging();
  }

  @Test
  void rules_section9_shouldGiveTheTreasuryAThirdOfTheFees() {
    bench.applied(terms(2, 350_000_000));
    trade(100);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isEqualTo(1_800 * DOLLAR);
    List<Event> events = bench.applied(new ClockCommand.AdvanceTime(WEEK, 0));
    long funded = 599_999_999;
    assertThat(events)
        .contains(
            new TokenEvent.BuybackBegan(1_800 * DOLLAR, 0, funded, funded),
            new Event.TransferPosted(
                Cause.BUYBACK_FUNDING,
                USD,
                LedgerAccount.venue(VenueAccount.FEES),
                LedgerAccount.customer(TREASURY),
                funded));
  }

  /// The fund takes over a bitcoin that is owed, 26,000 dollars by now, with 25,000 against it.
  @Test
  void shouldNotTakeALossForGrowth() {
    bench.applied(terms(1, 350_000_000));
    bench.deposit(0, BTC, 2 * BITCOIN);
    bench.deposit(1, USD, 25_000 * DOLLAR);
    bench.applied(bench.withdrawal(1, BTC, BITCOIN));
    bench.applied(new ClockCommand.PublishIndexPrice(BTC, 26_000 * ONE_E9));
    liquidate();
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, USD)).isEqualTo(25_000 * DOLLAR);
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, BTC)).isEqualTo(-BITCOIN);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(WEEK, 0)))
        .contains(new TokenEvent.BuybackBegan(0, 0, 0, 0));
  }

  /// A bitcoin is worth 20,000 in the first week and 30,000 in the second: it came to the fund for
  /// what it was worth then, and that it is worth more since is nothing that was added.
  @Test
  void shouldCountWhatCameAndNotThatItIsWorthMore() {
    bench.applied(terms(1, 350_000_000));
    trade(100);
    contribute(BTC, BITCOIN);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(WEEK, 0)))
        .contains(began(1_800 * DOLLAR, 20_000 * DOLLAR, 2_599_999_999L, 1_800 * DOLLAR));
    bench.applied(new ClockCommand.PublishIndexPrice(BTC, 30_000 * ONE_E9));
    contribute(USD, 5 * DOLLAR);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(2 * WEEK, 0)))
        .contains(began(0, 5 * DOLLAR, DOLLAR / 2, 0));
  }

  private void liquidate() {
    bench.applied(
        new LiquidationCommand.SetLiquidationProfile(
            LiquidationProfile.FTX_2022, "test", "one", "two"));
    for (int second = 1; second <= 3; second++) {
      bench.applied(new ClockCommand.AdvanceTime(second * ONE_E9, 0));
    }
  }

  private void contribute(int asset, long amount) {
    int custody = asset == USD ? Bench.BANK : WALLET;
    bench.applied(
        new LiquidationCommand.ContributeCapital(LossBearer.INSURANCE, asset, amount, custody));
  }

  private static Event began(long fees, long added, long due, long funded) {
    return new TokenEvent.BuybackBegan(fees, added, due, funded);
  }

  @Test
  void shouldBuyInSlicesFromWhoeverSells() {
    bench.applied(terms(2, 350_000_000));
    trade(100);
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.applied(Bench.tokens(0, Side.SELL, 20, 100));
    bench.applied(new ClockCommand.AdvanceTime(WEEK, 0));
    assertThat(bench.view().balance(TREASURY, FTT)).isEqualTo(14 * TOKEN);
    assertThat(bench.view().burned()).isZero();
    bench.applied(new ClockCommand.AdvanceTime(WEEK + HOUR, 0));
    assertThat(bench.view().balance(TREASURY, FTT)).isZero();
    assertThat(bench.view().burned()).isEqualTo(29 * TOKEN);
    assertThat(bench.view().onHand(WALLET, FTT)).isEqualTo(71 * TOKEN);
  }

  @Test
  void shouldNotBuyAboveItsLimit() {
    bench.applied(terms(1, 350_000_000));
    trade(100);
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.applied(Bench.tokens(0, Side.SELL, 23, 100));
    bench.applied(new ClockCommand.AdvanceTime(WEEK, 0));
    assertThat(bench.view().balance(TREASURY, FTT)).isZero();
    assertThat(bench.view().balance(TREASURY, USD)).isEqualTo(599_999_999);
    bench.applied(Bench.tokens(0, Side.SELL, 21, 1));
    List<Event> events = bench.applied(new ClockCommand.AdvanceTime(2 * WEEK, 0));
    assertThat(events).as("what was left is spent").contains(burn(TOKEN));
  }

  @Test
  void shouldTellWhatTheGatesRefuse() {
    bench.applied(terms(1, 350_000_000));
    trade(100);
    bench.applied(new ListingCommand.SetMarketState(1, MarketState.HALTED, "outage", "one", "two"));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(WEEK, 0)))
        .contains(
            new TokenEvent.BuybackRefused(
                RefusalReason.MARKET_STATE_FORBIDS.code(), 0, MarketState.HALTED.ordinal()));
  }

  @Test
  void rules_section9_shouldStopWhenHalfOfTheSupplyIsGone() {
    bench.applied(terms(1, 20));
    trade(100);
    bench.deposit(TREASURY, FTT, 15 * TOKEN);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(WEEK, 0))).contains(burn(10 * TOKEN));
    assertThat(bench.view().balance(TREASURY, FTT)).isEqualTo(5 * TOKEN);
    trade(100);
    assertThat(bench.applied(new ClockCommand.AdvanceTime(2 * WEEK, 0)))
        .contains(new TokenEvent.BuybackBegan(1_800 * DOLLAR, 0, 0, 0));
  }

  @Test
  void shouldBurnOnlyWhatIsWhereItIsSaidToBe() {
    bench.applied(terms(1, 350_000_000));
    bench.deposit(TREASURY, FTT, 15 * TOKEN);
    bench.applied(new CashCommand.MoveCustody(WALLET, Bench.BANK, FTT, 12 * TOKEN));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(WEEK, 0))).contains(burn(3 * TOKEN));
  }

  @Test
  void rules_section8_shouldTakeOffWhatHoldersAndStakersGet() {
    bench.applied(terms(1, 350_000_000));
    bench.applied(new AccountCommand.OpenSubaccount(4, 0, "sub"));
    bench.deposit(0, FTT, 40_000 * TOKEN);
    bench.deposit(4, FTT, 11_000 * TOKEN);
    assertThat(bench.applied(new TokenCommand.StakeToken(4, 1_000 * TOKEN)))
        .contains(new TokenEvent.FeesFixed(0, 1, 0, -10_000, 700_000));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(NANOS_PER_DAY, 0)))
        .as("51,000 at 20 are worth more than a million")
        .contains(new TokenEvent.FeesFixed(0, 1, 400_000_000, -10_000, 420_000));
  }

  @Test
  void shouldSetAStakeAsideAndLockItForTwoWeeks() {
    bench.applied(terms(1, 350_000_000));
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.applied(new TokenCommand.StakeToken(0, 100 * TOKEN));
    bench.refused(
        bench.withdrawal(0, USD, DOLLAR),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -1_100_000);
    bench.refused(
        new TokenCommand.UnstakeToken(0, 101 * TOKEN),
        RefusalReason.INSUFFICIENT_BALANCE,
        101 * TOKEN,
        100 * TOKEN);
    bench.applied(new TokenCommand.UnstakeToken(0, 60 * TOKEN));
    bench.refused(
        new TokenCommand.UnstakeToken(0, 41 * TOKEN),
        RefusalReason.INSUFFICIENT_BALANCE,
        41 * TOKEN,
        40 * TOKEN);
    bench.applied(new ClockCommand.AdvanceTime(14 * NANOS_PER_DAY, 0));
    assertThat(bench.view().balance(0, FTT)).as("asked for a nanosecond after midnight").isZero();
    bench.applied(new ClockCommand.AdvanceTime(15 * NANOS_PER_DAY, 0));
    assertThat(bench.view().balance(0, FTT)).isEqualTo(60 * TOKEN);
    assertThat(bench.view().staked(0, FTT)).isEqualTo(40 * TOKEN);
  }

  @Test
  void whatWaitsToComeFreeCanStayStaked() {
    bench.applied(terms(1, 350_000_000));
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.applied(new TokenCommand.StakeToken(0, 100 * TOKEN));
    bench.applied(new TokenCommand.UnstakeToken(0, 60 * TOKEN));
    bench.refused(
        new TokenCommand.CancelUnstake(0, 61 * TOKEN, 7),
        RefusalReason.INSUFFICIENT_BALANCE,
        61 * TOKEN,
        60 * TOKEN);
    bench.refused(
        new TokenCommand.CancelUnstake(0, 0, 7), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0);
    bench.applied(new TokenCommand.CancelUnstake(0, 45 * TOKEN, 7));
    assertThat(bench.view().unstaking(0)).isEqualTo(15 * TOKEN);
    bench.applied(new ClockCommand.AdvanceTime(15 * NANOS_PER_DAY, 0));
    assertThat(bench.view().balance(0, FTT)).isEqualTo(15 * TOKEN);
    assertThat(bench.view().staked(0, FTT)).isEqualTo(85 * TOKEN);
    bench.refused(
        new TokenCommand.CancelUnstake(0, 1, 7), RefusalReason.INSUFFICIENT_BALANCE, 1, 0);
  }

  @Test
  void shouldRefuseToStakeWhatIsNotThere() {
    bench.refused(new TokenCommand.StakeToken(0, 1), RefusalReason.NO_EXCHANGE_TOKEN, 1, 0);
    bench.refused(new TokenCommand.UnstakeToken(0, 1), RefusalReason.NO_EXCHANGE_TOKEN, 1, 0);
    bench.refused(new TokenCommand.CancelUnstake(0, 1, 7), RefusalReason.NO_EXCHANGE_TOKEN, 1, 0);
    bench.applied(terms(1, 350_000_000));
    bench.deposit(0, USD, 1_000 * DOLLAR);
    bench.refused(new TokenCommand.StakeToken(0, 1), RefusalReason.INSUFFICIENT_BALANCE, 1, 0);
    bench.refused(new TokenCommand.StakeToken(0, 0), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0);
    bench.refused(new TokenCommand.StakeToken(7, 1), RefusalReason.UNKNOWN_ACCOUNT, 4, 7);
  }

  @Test
  void shouldRefuseTermsOutOfRange() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    bench.refused(terms(FTT, 0, 1, 1), reason, FTT, BTC);
    bench.refused(terms(USD, 0, 1, 1), reason, 1, 0);
    bench.refused(terms(FTT, 1, 1_001, 1), reason, 1_000, 1_001);
    bench.refused(terms(FTT, 1, 7, 86_401), reason, 86_400, 86_401);
    bench.applied(terms(FTT, 1, 7, 86_400));
    bench.refused(terms(BTC, 0, 1, 1), reason, FTT, BTC);
  }

  private static Event burn(long amount) {
    return new Event.TransferPosted(
        Cause.BURN, FTT, LedgerAccount.customer(TREASURY), LedgerAccount.custody(WALLET), amount);
  }

  private static Command terms(int slices, long supply) {
    return new TokenCommand.SetExchangeToken(
        FTT,
        1,
        TREASURY,
        WALLET,
        supply * TOKEN,
        333_333_333,
        100_000_000,
        slices,
        3_600,
        ONE_E9 / 20);
  }

  private static Command terms(int asset, int market, int slices, int seconds) {
    return new TokenCommand.SetExchangeToken(
        asset, market, TREASURY, WALLET, TOKEN, 0, 0, slices, seconds, 0);
  }

  /// Bitcoin for 20,000 each: account 0 makes, account 1 takes.
  private void trade(long bitcoin) {
    bench.deposit(0, BTC, bitcoin * BITCOIN);
    bench.deposit(1, USD, bitcoin * 20_014 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, bitcoin * 100));
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_000, bitcoin * 100));
  }
}
