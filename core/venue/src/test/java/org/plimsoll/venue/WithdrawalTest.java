package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;
import static org.plimsoll.venue.Bench.WALLET;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashCommand.CancelWithdrawal;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashEvent.WithdrawalCanceled;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.CashEvent.WithdrawalSent;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.Side;

/// A withdrawal is requested, then sent or canceled.
class WithdrawalTest {
  private static final long MINUTE = 60_000_000_000L;

  private final Bench bench = Bench.listed(4);

  WithdrawalTest() {
    bench.deposit(0, USD, 100 * DOLLAR);
    bench.deposit(1, USD, 100 * DOLLAR);
  }

  @Test
  void isRequestedAndSentInOneCommandWhereNothingWaits() {
    Command command = bench.withdrawal(0, USD, 30 * DOLLAR);
    assertThat(bench.applied(command))
        .containsExactly(
            new Event.CommandApplied((DeskCommand) command),
            new WithdrawalRequested(1, 0, USD, 30 * DOLLAR, BANK),
            transfer(Cause.WITHDRAWAL_REQUEST, customer(0), pending(0), 30),
            new WithdrawalSent(1, 0, USD),
            transfer(Cause.WITHDRAWAL, pending(0), LedgerAccount.custody(BANK), 30));
    assertThat(bench.view().balance(0, USD)).isEqualTo(70 * DOLLAR);
    assertThat(bench.view().pending(0, USD)).isZero();
  }

  @Test
  void waitsInAQueueForTheNextWholeMinuteAndSoManyAreSentInEach() {
    queued(2);
    for (int i = 0; i < 5; i++) {
      assertThat(bench.applied(bench.withdrawal(0, USD, DOLLAR))).hasSize(3);
    }
    assertThat(bench.view().pending(0, USD)).isEqualTo(5 * DOLLAR);
    assertThat(sent(at(MINUTE - 1))).isEmpty();
    assertThat(sent(at(MINUTE))).containsExactly(1L, 2L);
    assertThat(sent(at(MINUTE + 1))).isEmpty();
    assertThat(sent(at(2 * MINUTE))).containsExactly(3L, 4L);
    assertThat(sent(at(3 * MINUTE))).containsExactly(5L);
    assertThat(bench.view().pending(0, USD)).isZero();
    assertThat(bench.view().onHand(BANK, USD)).isEqualTo(195 * DOLLAR);
  }

  @Test
  void hasItsShareOfEveryMinuteThatTheClockJumpsOver() {
    queued(2);
    for (int i = 0; i < 5; i++) {
      bench.applied(bench.withdrawal(0, USD, DOLLAR));
    }
    assertThat(sent(at(2 * MINUTE + 7))).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void isNotOvertakenWhileCustodyLacksWhatItAsksFor() {
    queued(10);
    bench.applied(new CashCommand.WithdrawAsset(0, USD, 60 * DOLLAR, WALLET));
    bench.applied(bench.withdrawal(1, USD, DOLLAR));
    assertThat(sent(at(MINUTE))).isEmpty();
    bench.applied(new CashCommand.DepositAsset(2, USD, 59 * DOLLAR, WALLET));
    assertThat(sent(at(100 * MINUTE))).isEmpty();
    bench.applied(new CashCommand.DepositAsset(2, USD, DOLLAR, WALLET));
    assertThat(sent(at(101 * MINUTE))).containsExactly(1L, 2L);
  }

  @Test
  void isTakenButNotSentThroughAClosedGate() {
    policy(WithdrawalMode.GATED, 0);
    bench.applied(bench.withdrawal(0, USD, 40 * DOLLAR));
    assertThat(bench.view().pending(0, USD)).isEqualTo(40 * DOLLAR);
    assertThat(sent(at(50 * MINUTE))).isEmpty();
    policy(WithdrawalMode.IMMEDIATE, 0);
    assertThat(bench.applied(bench.withdrawal(1, USD, DOLLAR))).as("joins those before").hasSize(3);
    assertThat(sent(at(51 * MINUTE))).containsExactly(1L, 2L);
    assertThat(bench.applied(bench.withdrawal(1, USD, DOLLAR))).as("nothing waits").hasSize(5);
  }

  @Test
  void stopsWhenTheGateClosesBetweenTwoMinutes() {
    queued(1);
    bench.applied(bench.withdrawal(0, USD, DOLLAR));
    bench.applied(bench.withdrawal(0, USD, DOLLAR));
    assertThat(sent(at(MINUTE))).containsExactly(1L);
    policy(WithdrawalMode.GATED, 0);
    assertThat(sent(at(5 * MINUTE))).isEmpty();
    queued(1);
    assertThat(sent(at(6 * MINUTE))).containsExactly(2L);
  }

  @Test
  void comesBackToItsOwnerWhenHeCancelsIt() {
    queued(1);
    bench.applied(bench.withdrawal(0, USD, 40 * DOLLAR));
    Command another = new CancelWithdrawal(1, USD, 1);
    bench.refused(another, RefusalReason.NOT_THE_OWNER, 0, 1);
    bench.refused(new CancelWithdrawal(0, BTC, 1), RefusalReason.UNKNOWN_WITHDRAWAL, 0, 1);
    Command own = new CancelWithdrawal(0, USD, 1);
    assertThat(bench.applied(own))
        .containsExactly(
            new Event.CommandApplied((DeskCommand) own),
            new WithdrawalCanceled(1, 0, USD),
            transfer(Cause.WITHDRAWAL_CANCELLATION, pending(0), customer(0), 40));
    assertThat(bench.view().balance(0, USD)).isEqualTo(100 * DOLLAR);
    bench.refused(own, RefusalReason.UNKNOWN_WITHDRAWAL, 0, 1);
    assertThat(sent(at(MINUTE))).isEmpty();
  }

  @Test
  void isNoCollateralWhileItWaits() {
    bench.lending();
    queued(1);
    bench.applied(bench.withdrawal(0, USD, 100 * DOLLAR));
    bench.deposit(1, BTC, BITCOIN);
    bench.refused(
        Bench.bitcoin(0, Side.BUY, 1, 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -30 * DOLLAR);
  }

  @Test
  void isOneOfAtMostTenOfItsAccount() {
    policy(WithdrawalMode.GATED, 0);
    for (int i = 0; i < 10; i++) {
      bench.applied(bench.withdrawal(0, USD, DOLLAR));
    }
    bench.refused(bench.withdrawal(0, USD, DOLLAR), RefusalReason.TOO_MANY_WITHDRAWALS, 11, 10);
    bench.applied(bench.withdrawal(1, USD, DOLLAR));
    bench.applied(new CancelWithdrawal(0, USD, 4));
    bench.applied(bench.withdrawal(0, USD, DOLLAR));
  }

  @Test
  void isNeverMoreThanABalanceMayHoldTogetherWithWhatWaits() {
    long most = 100_000_000_000_000L;
    policy(BTC, WithdrawalMode.GATED, 0);
    bench.deposit(0, BTC, most);
    bench.applied(bench.withdrawal(0, BTC, most));
    bench.deposit(0, BTC, 1);
    bench.refused(bench.withdrawal(0, BTC, 1), RefusalReason.BALANCE_OUT_OF_RANGE, most + 1, most);
    bench.refused(
        new CancelWithdrawal(0, BTC, 1), RefusalReason.BALANCE_OUT_OF_RANGE, most + 1, most);
  }

  @Test
  void refusesAPolicyThatMakesNoSense() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    bench.refused(
        new SetWithdrawalPolicy(9, WithdrawalMode.GATED, 0, "why", "one", "two"),
        RefusalReason.UNKNOWN_ASSET,
        3,
        9);
    bench.refused(
        new SetWithdrawalPolicy(USD, WithdrawalMode.GATED, 0, "run", "one", "One"),
        RefusalReason.SAME_GRANTER,
        2,
        1);
    bench.refused(
        new SetWithdrawalPolicy(USD, WithdrawalMode.QUEUED, 0, "why", "one", "two"), reason, 1, 0);
    bench.refused(
        new SetWithdrawalPolicy(USD, WithdrawalMode.QUEUED, 1_001, "why", "one", "two"),
        reason,
        1_000,
        1_001);
    bench.refused(
        new SetWithdrawalPolicy(USD, WithdrawalMode.GATED, 1, "why", "one", "two"), reason, 0, 1);
    bench.refused(
        new SetWithdrawalPolicy(USD, WithdrawalMode.IMMEDIATE, -1, "why", "one", "two"),
        reason,
        0,
        -1);
  }

  @Test
  void waitsForEverWhereTheClockHasNoMinuteLeft() {
    queued(1);
    bench.applied(new ClockCommand.AdvanceTime(Limits.TIME_MAX_NS, 0));
    bench.applied(bench.withdrawal(0, USD, DOLLAR));
    assertThat(sent(at(Limits.TIME_MAX_NS))).isEmpty();
    assertThat(bench.view().withdrawals(USD)).hasSize(1);
  }

  private void queued(int perMinute) {
    policy(WithdrawalMode.QUEUED, perMinute);
  }

  private void policy(WithdrawalMode mode, int perMinute) {
    policy(USD, mode, perMinute);
  }

  private void policy(int asset, WithdrawalMode mode, int perMinute) {
    bench.applied(new SetWithdrawalPolicy(asset, mode, perMinute, "why", "one", "two"));
    assertThat(bench.view().withdrawalPolicy(asset).mode()).isEqualTo(mode);
  }

  private List<Event> at(long timestampNs) {
    return bench.applied(new ClockCommand.AdvanceTime(timestampNs, 0));
  }

  private static List<Long> sent(List<Event> events) {
    return events.stream()
        .filter(WithdrawalSent.class::isInstance)
        .map(event -> ((WithdrawalSent) event).withdrawal())
        .toList();
  }

  private static Event transfer(Cause cause, int from, int to, long dollars) {
    return new Event.TransferPosted(cause, USD, from, to, dollars * DOLLAR);
  }

  private static int customer(int account) {
    return LedgerAccount.customer(account);
  }

  private static int pending(int account) {
    return LedgerAccount.pending(account);
  }
}
