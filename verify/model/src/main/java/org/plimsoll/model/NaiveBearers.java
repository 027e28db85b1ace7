package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.checkKnown;
import static org.plimsoll.model.NaiveVenue.parameter;
import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.DualControlled;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.RefusalReason;

/// How accounts are liquidated, and who stands in for them, as the slow twin is told.
final class NaiveBearers {
  private static final long PLEDGE_MAX = 50_000_000_000_000_000L;
  private static final long DAY = 86_400_000_000_000L;
  private static final BigInteger MAX = BigInteger.TWO.pow(62);

  private final NaiveState state;
  private final NaiveGates gates;

  NaiveBearers(NaiveState state, NaiveGates gates) {
    this.state = state;
    this.gates = gates;
  }

  void on(LiquidationCommand command, List<Event> events) {
    switch (command) {
      case LiquidationCommand.SetLiquidationProfile c -> {
        checkTwo(c);
        state.failing.profile = c.profile();
        events.add(new Event.CommandApplied(c));
      }
      case LiquidationCommand.SetMarginProfile c -> {
        checkTwo(c);
        parameter(state.clock + DAY, c.maintenanceNs(), 7_258_118_399_999_999_999L);
        state.leverage.state(c, state.clock);
        events.add(new Event.CommandApplied(c));
      }
      case LiquidationCommand.PledgeBackstop c -> {
        checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
        parameter(0, c.perMinute(), PLEDGE_MAX);
        parameter(c.perMinute(), c.perHour(), PLEDGE_MAX);
        gates.checkNotFailing(c.account());
        state.checkFree(c.account());
        state.failing.pledges.put(c.account(), c);
        events.add(new Event.CommandApplied(c));
      }
      case LiquidationCommand.ContributeCapital c -> contribute(c, events);
    }
  }

  private static void checkTwo(DualControlled command) {
    String one = command.granter().toLowerCase(Locale.ROOT);
    String other = command.secondGranter().toLowerCase(Locale.ROOT);
    unless(!one.equals(other), RefusalReason.SAME_GRANTER, 2, 1);
  }

  private void contribute(LiquidationCommand.ContributeCapital c, List<Event> events) {
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_CUSTODY, c.custody(), state.custody.size());
    long most = state.assets.get(c.asset()).definition().balanceMax();
    unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, c.amount(), most);
    BigInteger amount = BigInteger.valueOf(c.amount());
    int to = c.bearer() == LossBearer.INSURANCE ? NaiveHandover.INSURANCE : NaiveEstate.CAPITAL;
    BigInteger has = state.ledger.balance(to, c.asset()).add(amount);
    unless(has.compareTo(MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, has, MAX);
    BigInteger held = state.ledger.onHand(c.custody(), c.asset()).add(amount);
    unless(held.compareTo(MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, held, MAX);
    state.checkInCustody(c.asset());
    events.add(new Event.CommandApplied(c));
    int from = c.custody() | NaiveLedger.CUSTODY_BIT;
    NaiveHandover.post(state, Cause.CONTRIBUTION, c.asset(), from, to, amount, events);
  }
}
