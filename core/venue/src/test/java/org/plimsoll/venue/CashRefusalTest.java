package org.plimsoll.venue;

import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.WithdrawalMode;

/// Every reason for a refusal that only withdrawals, moves, quotes and privileges have.
class CashRefusalTest {
  private final Bench bench = Bench.listed(3);

  @Test
  void sameGranter() {
    bench.refused(
        new ControlCommand.GrantPrivilege(9, Privilege.ALLOW_NEGATIVE, 0, "r", "a", "A"),
        RefusalReason.SAME_GRANTER,
        2,
        1);
  }

  @Test
  void notGranted() {
    bench.refused(
        new ControlCommand.RevokePrivilege(0, Privilege.INTEREST_EXEMPT, "r", "a", "b"),
        RefusalReason.NOT_GRANTED,
        1,
        0);
  }

  @Test
  void unknownQuote() {
    bench.refused(new QuoteCommand.AcceptQuote(9, 7), RefusalReason.UNKNOWN_QUOTE, 0, 7);
  }

  @Test
  void unknownWithdrawal() {
    bench.refused(
        new CashCommand.CancelWithdrawal(0, USD, 7), RefusalReason.UNKNOWN_WITHDRAWAL, 0, 7);
  }

  @Test
  void differentOwner() {
    bench.refused(new CashCommand.MoveAsset(0, 2, USD, -1), RefusalReason.DIFFERENT_OWNER, 0, 2);
  }

  @Test
  void samePlace() {
    bench.refused(new CashCommand.MoveAsset(2, 2, USD, -1), RefusalReason.SAME_PLACE, 2, 2);
    bench.refused(
        new CashCommand.MoveCustody(BANK, BANK, USD, -1), RefusalReason.SAME_PLACE, BANK, BANK);
  }

  @Test
  void tooManyWithdrawals() {
    bench.applied(
        new CashCommand.SetWithdrawalPolicy(USD, WithdrawalMode.GATED, 0, "why", "one", "two"));
    bench.deposit(0, USD, 100 * DOLLAR);
    for (int waiting = 0; waiting < Limits.WITHDRAWALS_PER_ACCOUNT_MAX; waiting++) {
      bench.applied(bench.withdrawal(0, USD, DOLLAR));
    }
    bench.refused(bench.withdrawal(0, USD, DOLLAR), RefusalReason.TOO_MANY_WITHDRAWALS, 11, 10);
  }
}
