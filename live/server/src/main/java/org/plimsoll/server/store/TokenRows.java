package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.TokenCommand.CancelUnstake;
import org.plimsoll.protocol.TokenCommand.StakeToken;
import org.plimsoll.protocol.TokenCommand.UnstakeToken;
import org.plimsoll.server.store.Kept.StakeKind;

/// Leveraged tokens created and redeemed, and exchange tokens staked.
record TokenRows(Rows rows) implements Projection {
  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case CommandApplied(CreateToken c) -> {
        long worth = paid(Cause.TOKEN_CREATED, rest);
        order(c.account(), c.asset(), true, c.tokens(), worth, paid(Cause.TOKEN_FEE, rest));
      }
      case CommandApplied(RedeemToken c) -> {
        long fee = paid(Cause.TOKEN_FEE, rest);
        long worth = paid(Cause.TOKEN_REDEEMED, rest) + fee;
        order(c.account(), c.asset(), false, c.tokens(), worth, fee);
      }
      case CommandApplied(StakeToken c) -> stake(c.account(), StakeKind.STAKED, c.amount());
      case CommandApplied(UnstakeToken c) -> stake(c.account(), StakeKind.ASKED_BACK, c.amount());
      case CommandApplied(CancelUnstake c) ->
          rows.put(Statement.STAKE_KEPT, c.request(), c.account(), c.amount());
      case TransferPosted e when e.cause() == Cause.UNSTAKE ->
          stake(LedgerAccount.number(e.to()), StakeKind.RELEASED, e.amount());
      default -> {}
    }
  }

  private void order(
      int account, int asset, boolean isCreation, long tokens, long worth, long fee) {
    rows.add(
        Statement.LEVERAGED_TOKEN, rows.nowNs(), account, asset, isCreation, tokens, worth, fee);
  }

  private void stake(int account, StakeKind kind, long amount) {
    rows.add(Statement.STAKE, rows.dueNs(), account, kind.name(), amount);
  }

  /// Returns what the command itself moved of the unit of account, before anything that was due.
  private static long paid(Cause cause, List<Event> rest) {
    long sum = 0;
    for (Event event : rest) {
      if (event instanceof DueWorkBegan) {
        break;
      }
      if (event instanceof TransferPosted e && e.cause() == cause && e.asset() == 0) {
        sum += e.amount();
      }
    }
    return sum;
  }
}
