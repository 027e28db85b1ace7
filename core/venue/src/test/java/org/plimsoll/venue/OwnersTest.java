package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;
import static org.plimsoll.venue.Bench.WALLET;

import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.Side;

/// What owners take out of fees (docs/reference/fees.md). A bitcoin traded at 20,000 brings 14
/// dollars from the taker and 4 from the maker.
class OwnersTest {
  private static final long WEEK = 604_800_000_000_000L;
  private static final long HOUR = 3_600_000_000_000L;

  private final Bench bench = Bench.listed(4).charging();

  @Test
  void shouldPayAllFeesOutOfCustody() {
    trade(1);
    long held = bench.view().onHand(BANK, USD);
    PayFromFees rent = pay(USD, 18 * DOLLAR, BANK);
    assertThat(bench.applied(rent))
        .containsExactly(
            new Event.CommandApplied(rent),
            new Event.TransferPosted(
                Cause.OWNERS_PAID,
                USD,
                LedgerAccount.venue(VenueAccount.FEES),
                LedgerAccount.custody(BANK),
                18 * DOLLAR));
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isZero();
    assertThat(bench.view().onHand(BANK, USD)).isEqualTo(held - 18 * DOLLAR);
    bench.refused(pay(USD, 1, BANK), RefusalReason.INSUFFICIENT_BALANCE, 1, 0);
  }

  @Test
  void shouldRefuseMoreThanThereIsOfFees() {
    trade(1);
    bench.refused(
        pay(USD, 18 * DOLLAR + 1, BANK),
        RefusalReason.INSUFFICIENT_BALANCE,
        18 * DOLLAR + 1,
        18 * DOLLAR);
  }

  /// A third of 1,800 dollars is for buying back, to the unit of the one below.
  @Test
  void shouldLeaveTheTreasuryItsShareOfTheWeek() {
    bench.applied(terms(1_000));
    trade(100);
    long owners = 1_200_000_001;
    bench.refused(
        pay(USD, owners + 1, BANK), RefusalReason.INSUFFICIENT_BALANCE, owners + 1, owners);
    bench.applied(pay(USD, owners, BANK));
    assertThat(bench.applied(new AdvanceTime(WEEK, 0)))
        .contains(new TokenEvent.BuybackBegan(1_800 * DOLLAR, 0, 599_999_999, 599_999_999));
  }

  /// A tenth of what the fund has grown by is too: 100 of 1,000 dollars.
  @Test
  void shouldLeaveTheTreasuryItsShareOfWhatTheFundHasGrownBy() {
    bench.applied(terms(1_000));
    trade(100);
    bench.applied(new ContributeCapital(LossBearer.INSURANCE, USD, 1_000 * DOLLAR, BANK));
    long owners = 1_100_000_001;
    bench.refused(
        pay(USD, owners + 1, BANK), RefusalReason.INSUFFICIENT_BALANCE, owners + 1, owners);
    bench.applied(pay(USD, owners, BANK));
  }

  @Test
  void shouldPromiseNothingWhenNothingIsLeftToBurn() {
    bench.applied(terms(1));
    trade(100);
    bench.deposit(3, FTT, TOKEN);
    bench.applied(new AdvanceTime(WEEK, 0));
    assertThat(bench.view().burned()).isEqualTo(TOKEN / 2);
    trade(1);
    bench.applied(pay(USD, 1_218 * DOLLAR + 1, BANK));
    assertThat(bench.view().venueBalance(VenueAccount.FEES, USD)).isZero();
  }

  /// A maker who buys pays 0.02 % of a bitcoin; coins are never bought back with.
  @Test
  void shouldPayWhatMakersPaidInCoins() {
    bench.applied(terms(1_000));
    bench.deposit(0, USD, 20_000 * DOLLAR);
    bench.deposit(1, BTC, BITCOIN);
    bench.applied(Bench.bitcoin(0, Side.BUY, 20_000, 100));
    bench.applied(Bench.bitcoin(1, Side.SELL, 20_000, 100));
    bench.refused(pay(BTC, 20_001, WALLET), RefusalReason.INSUFFICIENT_BALANCE, 20_001, 20_000);
    bench.refused(pay(BTC, 20_000, BANK), RefusalReason.INSUFFICIENT_CUSTODY, 20_000, 0);
    bench.applied(pay(BTC, 20_000, WALLET));
  }

  /// A customer waits for 19,996 of the 20,013 dollars in the bank; nobody for the one elsewhere.
  @Test
  void shouldComeAfterEverybodyWhoWaitsForTheSameCoins() {
    trade(1);
    bench.applied(new SetWithdrawalPolicy(USD, WithdrawalMode.GATED, 0, "outage", "one", "two"));
    bench.applied(bench.withdrawal(0, USD, 19_996 * DOLLAR));
    bench.applied(new MoveCustody(BANK, WALLET, USD, DOLLAR));
    bench.refused(
        pay(USD, 18 * DOLLAR, BANK), RefusalReason.INSUFFICIENT_CUSTODY, 18 * DOLLAR, 17 * DOLLAR);
    bench.applied(pay(USD, 17 * DOLLAR, BANK));
    bench.refused(pay(USD, DOLLAR, BANK), RefusalReason.INSUFFICIENT_CUSTODY, DOLLAR, 0);
    bench.applied(pay(USD, DOLLAR, WALLET));
  }

  /// One step a command: the borrower has paid for the hour, and the lender waits for his part.
  @Test
  void shouldNotPayWhatLendersHaveYetToGet() {
    Bench slow = Bench.listed(new Limits(4, 8, 2, 2, 3, 3, 1), 2).lending();
    slow.deposit(0, BTC, 10 * BITCOIN);
    slow.deposit(1, USD, 1_000_000 * DOLLAR);
    slow.applied(new OfferLending(0, BTC, 10 * BITCOIN, 1_000_000));
    slow.applied(slow.withdrawal(1, BTC, BITCOIN));
    slow.send(new AdvanceTime(HOUR, 0));
    while (slow.view().venueBalance(VenueAccount.FEES, BTC) == 0) {
      slow.send(new AdvanceTime(HOUR, 0));
    }
    assertThat(slow.view().venueBalance(VenueAccount.FEES, BTC)).isEqualTo(135_000);
    assertThat(slow.send(pay(BTC, 1, WALLET)))
        .contains(new Event.CommandRefused(RefusalReason.CATCHING_UP, HOUR, HOUR));
    assertThat(slow.view().venueBalance(VenueAccount.FEES, BTC)).isEqualTo(35_000);
  }

  @Test
  void shouldRefuseWhatTwoPeopleDidNotAskForOrCannot() {
    bench.refused(new PayFromFees(9, 0, 9, "why", "one", "ONE"), RefusalReason.SAME_GRANTER, 2, 1);
    bench.refused(pay(9, 0, 9), RefusalReason.UNKNOWN_ASSET, 3, 9);
    bench.refused(pay(USD, 0, 9), RefusalReason.UNKNOWN_CUSTODY, 2, 9);
    bench.refused(pay(USD, 0, BANK), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0);
  }

  private static PayFromFees pay(int asset, long amount, int custody) {
    return new PayFromFees(asset, amount, custody, "costs", "one", "two");
  }

  private static SetExchangeToken terms(long supply) {
    return new SetExchangeToken(
        FTT, 1, 3, WALLET, supply * TOKEN, 333_333_333, 100_000_000, 1, 3_600, 0);
  }

  /// Bitcoin for 20,000 each: account 0 makes, account 1 takes.
  private void trade(long bitcoin) {
    bench.deposit(0, BTC, bitcoin * BITCOIN);
    bench.deposit(1, USD, bitcoin * 20_014 * DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, bitcoin * 100));
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_000, bitcoin * 100));
  }
}
