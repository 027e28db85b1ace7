package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LendingCommand.SetLendingTerms;
import org.plimsoll.protocol.LendingEvent.BalanceReserved;
import org.plimsoll.protocol.LendingEvent.InterestCapped;
import org.plimsoll.protocol.LendingEvent.LendingCleared;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;

/// Lenders (accounts 0 and 1) and borrowers (2 and 3) of bitcoin. Rates are of one hour.
class LendingClearingTest {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int FEES = LedgerAccount.venue(VenueAccount.FEES);
  private static final long PERCENT_TENTH = 1_000_000;

  private Bench bench = withFour(Bench.LIMITS);

  private static Bench withFour(Limits limits) {
    Bench bench = Bench.listed(limits, 4).lending();
    bench.deposit(0, BTC, 10 * BITCOIN);
    bench.deposit(1, BTC, 10 * BITCOIN);
    bench.deposit(2, USD, 1_000_000 * DOLLAR);
    bench.deposit(3, USD, 1_000_000 * DOLLAR);
    return bench;
  }

  /// 0.1 % on one bitcoin: the borrower pays 0.00135, the lender gets 0.001, the venue keeps 0.35
  /// of 1.35 parts, 26 %.
  @Test
  void rules_section6_shouldChargeABaseTierBorrower1Point35TimesTheLendersRate() {
    offer(0, 5 * BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    assertThat(hour(1))
        .containsExactly(
            new LendingCleared(BTC, 1_000_000, 1_350_000, BITCOIN, BITCOIN),
            new BalanceReserved(0, BTC, BITCOIN, 5 * BITCOIN),
            transfer(Cause.INTEREST_PAID, 2, FEES, 135_000),
            transfer(Cause.INTEREST_EARNED, FEES, 0, 100_000));
    assertThat(bench.view().balance(2, BTC)).isEqualTo(-BITCOIN - 135_000);
    assertThat(bench.view().balance(0, BTC)).isEqualTo(10 * BITCOIN + 100_000);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, BTC)).isEqualTo(35_000);
  }

  @Test
  void shouldPayEveryLenderTheRateOfTheLastOneNeeded() {
    offer(0, 2 * BITCOIN, PERCENT_TENTH);
    offer(1, 5 * BITCOIN, 2 * PERCENT_TENTH);
    borrow(2, 3 * BITCOIN);
    assertThat(hour(1))
        .containsExactly(
            new LendingCleared(BTC, 2_000_000, 2_700_000, 3 * BITCOIN, 3 * BITCOIN),
            new BalanceReserved(1, BTC, BITCOIN, 5 * BITCOIN),
            new BalanceReserved(0, BTC, 2 * BITCOIN, 2 * BITCOIN),
            transfer(Cause.INTEREST_PAID, 2, FEES, 810_000),
            transfer(Cause.INTEREST_EARNED, FEES, 0, 400_000),
            transfer(Cause.INTEREST_EARNED, FEES, 1, 200_000));
  }

  @Test
  void shouldShareTheLastRateByAmount() {
    offer(0, 6 * BITCOIN, PERCENT_TENTH);
    offer(1, 3 * BITCOIN, PERCENT_TENTH);
    borrow(2, 3 * BITCOIN);
    hour(1);
    assertThat(bench.view().lent(0, BTC)).isEqualTo(2 * BITCOIN);
    assertThat(bench.view().lent(1, BTC)).isEqualTo(BITCOIN);
  }

  /// 0.00135 bitcoin at 20,000 are 27 dollars.
  @Test
  void shouldChargeNothingByPrivilegeAndPayTheLenderOutOfTheFees() {
    Privilege exempt = Privilege.INTEREST_EXEMPT;
    offer(0, BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    bench.applied(new GrantPrivilege(2, exempt, 0, "why", "first", "second"));
    assertThat(hour(1))
        .containsExactly(
            new LendingCleared(BTC, 1_000_000, 1_350_000, BITCOIN, BITCOIN),
            new BalanceReserved(0, BTC, BITCOIN, BITCOIN),
            new ExemptionUsed(2, exempt, 27 * DOLLAR),
            transfer(Cause.INTEREST_EARNED, FEES, 0, 100_000));
    assertThat(bench.view().balance(2, BTC)).isEqualTo(-BITCOIN);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, BTC)).isEqualTo(-100_000);
    assertThat(bench.view().privileges())
        .containsExactly(new HeldPrivilege(2, exempt, 0, 1, 27 * DOLLAR));
  }

  @Test
  void shouldAskNothingWhereNothingIsBorrowed() {
    offer(0, 5 * BITCOIN, PERCENT_TENTH);
    assertThat(hour(1)).containsExactly(new LendingCleared(BTC, 0, 0, 0, 0));
  }

  /// Under commingled custody the venue lends what others left with it, at the dearest offer's
  /// rate: a lower one would let borrowers gain from offers that are not enough.
  @Test
  void shouldKeepTheInterestOnWhatNobodyOffered() {
    offer(0, BITCOIN, PERCENT_TENTH);
    borrow(2, 4 * BITCOIN);
    assertThat(hour(1))
        .containsExactly(
            new LendingCleared(BTC, 1_000_000, 1_350_000, 4 * BITCOIN, BITCOIN),
            new BalanceReserved(0, BTC, BITCOIN, BITCOIN),
            transfer(Cause.INTEREST_PAID, 2, FEES, 540_000),
            transfer(Cause.INTEREST_EARNED, FEES, 0, 100_000));
    assertThat(bench.view().venueBalance(VenueAccount.FEES, BTC)).isEqualTo(440_000);
  }

  @Test
  void shouldChargeByTheTermsOfTheHour() {
    offer(0, BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    bench.applied(new SetLendingTerms(0));
    assertThat(hour(1)).contains(new LendingCleared(BTC, 1_000_000, 1_000_000, BITCOIN, BITCOIN));
    bench.refused(
        new SetLendingTerms(10_000_001),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        10_000_000,
        10_000_001);
    bench.refused(new SetLendingTerms(-1), RefusalReason.PARAMETER_OUT_OF_RANGE, 0, -1);
  }

  /// A unit borrowed pays a unit, since less there is not; a unit lent earns nothing.
  @Test
  void shouldRoundForTheVenue() {
    offer(0, 2, PERCENT_TENTH);
    borrow(2, 1);
    borrow(3, 1);
    hour(1);
    assertThat(bench.view().balance(2, BTC)).isEqualTo(-2);
    assertThat(bench.view().balance(3, BTC)).isEqualTo(-2);
    assertThat(bench.view().balance(0, BTC)).isEqualTo(10 * BITCOIN);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, BTC)).isEqualTo(2);
  }

  @Test
  void shouldClearOnTheHourAndOnceForAllHoursThatTheClockStoodStill() {
    offer(0, BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    assertThat(bench.applied(new AdvanceTime(HOUR_NS - 1, 0))).hasSize(1);
    assertThat(hour(1)).hasSize(4);
    assertThat(bench.applied(new AdvanceTime(2 * HOUR_NS - 1, 0))).hasSize(1);
    assertThat(hour(100)).hasSize(3);
    assertThat(hour(101)).hasSize(3);
  }

  @Test
  void shouldReleaseARecalledLoanWithTheNextHourAtTheLatestWhenCommingled() {
    offer(0, 4 * BITCOIN, PERCENT_TENTH);
    borrow(2, 3 * BITCOIN);
    hour(1);
    offer(0, 0, 0);
    assertThat(bench.view().reserved(0, BTC)).isEqualTo(3 * BITCOIN);
    assertThat(hour(2))
        .startsWith(
            new LendingCleared(BTC, 0, 0, 3 * BITCOIN + 405_000, 0),
            new BalanceReserved(0, BTC, 0, 0));
    bench.applied(bench.withdrawal(0, BTC, 10 * BITCOIN));
  }

  @Test
  void shouldReleaseARecalledLoanUnderOptInAsFarAsOthersTakeItsPlace() {
    bench.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    offer(0, 4 * BITCOIN, PERCENT_TENTH);
    borrow(2, 3 * BITCOIN);
    hour(1);
    offer(0, 0, PERCENT_TENTH);
    offer(1, 2 * BITCOIN, 3 * PERCENT_TENTH);
    long owed = 3 * BITCOIN + 405_000;
    assertThat(hour(2))
        .startsWith(
            new LendingCleared(BTC, 3_000_000, 4_050_000, owed, owed),
            new BalanceReserved(1, BTC, 2 * BITCOIN, 2 * BITCOIN),
            new BalanceReserved(0, BTC, BITCOIN + 405_000, BITCOIN + 405_000));
    bench.deposit(2, BTC, 4 * BITCOIN);
    assertThat(hour(3))
        .containsExactly(
            new LendingCleared(BTC, 0, 0, 0, 0),
            new BalanceReserved(1, BTC, 0, 2 * BITCOIN),
            new BalanceReserved(0, BTC, 0, 0));
  }

  @Test
  void shouldPayTheLastRateForARecalledLoanThatHasToWait() {
    bench.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    offer(0, 4 * BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    offer(0, 0, 0);
    assertThat(hour(1))
        .contains(new LendingCleared(BTC, 1_000_000, 1_350_000, BITCOIN, BITCOIN))
        .endsWith(transfer(Cause.INTEREST_EARNED, FEES, 0, 100_000));
  }

  /// Two steps a command: the rates and matches of the hour are those of its first step, and
  /// interest is on what is owed when the account's step comes.
  @Test
  void shouldFreezeTheRatesWhileTheClearingGoesOn() {
    bench = withFour(new Limits(4, 8, 2, 2, 3, 3, 2));
    offer(0, 5 * BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    borrow(3, BITCOIN);
    assertThat(hour(1)).endsWith(transfer(Cause.INTEREST_PAID, 2, FEES, 135_000));
    assertThat(bench.send(new OfferLending(1, BTC, BITCOIN, 0)))
        .contains(new Event.CommandRefused(RefusalReason.CATCHING_UP, HOUR_NS, HOUR_NS))
        .contains(transfer(Cause.INTEREST_PAID, 3, FEES, 135_000))
        .endsWith(transfer(Cause.INTEREST_EARNED, FEES, 0, 200_000));
  }

  @Test
  void shouldChargeOnWhatIsOwedWhenTheStepComes() {
    bench = withFour(new Limits(4, 8, 2, 2, 3, 3, 2));
    offer(0, 5 * BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    borrow(3, BITCOIN);
    hour(1);
    List<Event> events =
        bench.applied(new CashCommand.DepositAsset(3, BTC, BITCOIN / 2, Bench.WALLET));
    assertThat(followUp(events))
        .endsWith(
            transfer(Cause.INTEREST_PAID, 3, FEES, 67_500),
            transfer(Cause.INTEREST_EARNED, FEES, 0, 200_000));
    assertThat(hour(1)).isEmpty();
  }

  @Test
  void shouldGoOnAfterARefusedCommandToo() {
    bench = withFour(new Limits(4, 8, 2, 2, 3, 3, 1));
    offer(0, 5 * BITCOIN, PERCENT_TENTH);
    borrow(2, BITCOIN);
    hour(1);
    assertThat(bench.send(new SetLendingTerms(-1)))
        .endsWith(
            new Event.CommandRefused(RefusalReason.PARAMETER_OUT_OF_RANGE, 0, -1),
            new ClockEvent.DueWorkBegan(DueWork.LENDING, BTC, HOUR_NS),
            transfer(Cause.INTEREST_PAID, 2, FEES, 135_000));
  }

  @Test
  void shouldChargeUpToTheBoundOfABalanceAndTellOfTheRest() {
    long max = 5 * BITCOIN;
    bench = small(max);
    offer(0, max, 10 * PERCENT_TENTH);
    borrow(2, max - 10);
    assertThat(hour(1))
        .contains(transfer(Cause.INTEREST_PAID, 2, FEES, 10))
        .contains(new InterestCapped(2, BTC, 6_750_000, 10))
        .contains(new InterestCapped(0, BTC, 4_999_999, 0));
    assertThat(bench.view().balance(2, BTC)).isEqualTo(-max);
    assertThat(bench.view().venueBalance(VenueAccount.FEES, BTC)).isEqualTo(10);
  }

  /// The venue stands between lender and borrower: what the lender is owed does not change when the
  /// borrower's collateral is worth nothing any more, and whoever comes first is paid in full.
  @Test
  void shouldOweTheLenderWhateverBecomesOfTheBorrower() {
    bench.applied(new SetCustodyPolicy(CustodyPolicy.OPT_IN));
    bench.deposit(3, Bench.FTT, 100_000 * Bench.TOKEN);
    offer(0, 10 * BITCOIN, PERCENT_TENTH);
    borrow(3, 10 * BITCOIN);
    bench.applied(new PublishIndexPrice(Bench.FTT, 1));
    hour(1);
    assertThat(bench.view().balance(0, BTC)).isEqualTo(10 * BITCOIN + 1_000_000);
    assertThat(bench.view().balance(1, BTC)).isEqualTo(10 * BITCOIN);
    bench.applied(bench.withdrawal(1, BTC, 10 * BITCOIN));
    bench.refused(
        bench.withdrawal(0, BTC, 1_000_000), RefusalReason.INSUFFICIENT_CUSTODY, 1_000_000, 0);
  }

  private static Bench small(long balanceMax) {
    Bench bench = new Bench(Bench.LIMITS);
    bench.applied(new DefineAsset(USD, "USD", 6, 1_000_000 * DOLLAR));
    bench.applied(new DefineAsset(BTC, "BTC", 8, balanceMax));
    bench.applied(new SetCollateral(USD, 1_000_000_000, 1_000_000_000, 0));
    bench.applied(new SetCollateral(BTC, 950_000_000, 975_000_000, 0));
    bench.applied(new PublishIndexPrice(BTC, 20_000_000_000_000L));
    bench.applied(new AdvanceTime(1, 0));
    bench.applied(new OpenCustody(Bench.WALLET, CustodyKind.WALLET, "omnibus"));
    bench.applied(new OpenCustody(Bench.BANK, CustodyKind.BANK, "settlement-bank"));
    for (int account = 0; account < 3; account++) {
      bench.applied(new OpenAccount(account, "account-" + account));
    }
    bench.lending();
    bench.deposit(0, BTC, balanceMax);
    bench.deposit(2, USD, 1_000_000 * DOLLAR);
    return bench;
  }

  private void offer(int account, long amount, long rateE9) {
    bench.applied(new OfferLending(account, BTC, amount, rateE9));
  }

  private void borrow(int account, long amount) {
    bench.applied(bench.withdrawal(account, BTC, amount));
  }

  /// Lets the clock come to the given full hour since 1970; returns what follows.
  private List<Event> hour(long hours) {
    return followUp(bench.applied(new AdvanceTime(hours * HOUR_NS, 0)));
  }

  private static List<Event> followUp(List<Event> events) {
    return events.stream()
        .filter(event -> !(event instanceof Event.CommandApplied))
        .filter(event -> !(event instanceof ClockEvent))
        .filter(event -> !(event instanceof PriceEvent))
        .toList();
  }

  private static Event transfer(Cause cause, int from, int to, long amount) {
    return new Event.TransferPosted(cause, BTC, from, to, amount);
  }
}
