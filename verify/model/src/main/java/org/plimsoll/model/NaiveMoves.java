package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.checkKnown;
import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.List;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;

/// Moves at the slow twin: between accounts of one owner, and between custody locations.
final class NaiveMoves {
  private static final BigInteger CUSTODY_MAX = BigInteger.TWO.pow(62);

  private final NaiveState state;
  private final NaiveGates gates;

  NaiveMoves(NaiveState state, NaiveGates gates) {
    this.state = state;
    this.gates = gates;
  }

  void move(CashCommand.MoveAsset c, List<Event> events) {
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.from(), state.accounts.size());
    checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.to(), state.accounts.size());
    int payer = state.owners.get(c.from());
    int receiver = state.owners.get(c.to());
    unless(payer == receiver, RefusalReason.DIFFERENT_OWNER, payer, receiver);
    BigInteger amount = checkAmount(c.from(), c.to(), c.asset(), c.amount());
    gates.checkReceiving(c.to(), c.asset(), amount);
    BigInteger forgiven =
        gates
            .checkWithdrawal(c.from(), c.asset(), amount)
            .max(gates.checkOffers(c.from(), c.asset(), amount));
    state.checkFree(c.from());
    state.checkFree(c.to());
    state.ledger.post(c.asset(), c.from(), c.to(), amount);
    events.add(new Event.CommandApplied(c));
    events.addAll(NaiveGates.exemption(c.from(), forgiven));
    events.add(new Event.TransferPosted(Cause.MOVE, c.asset(), c.from(), c.to(), c.amount()));
  }

  void move(CashCommand.MoveCustody c, List<Event> events) {
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_CUSTODY, c.from(), state.custody.size());
    checkKnown(RefusalReason.UNKNOWN_CUSTODY, c.to(), state.custody.size());
    BigInteger amount = checkAmount(c.from(), c.to(), c.asset(), c.amount());
    BigInteger held = state.ledger.onHand(c.to(), c.asset()).add(amount);
    unless(held.compareTo(CUSTODY_MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, held, CUSTODY_MAX);
    BigInteger there = state.ledger.onHand(c.from(), c.asset());
    unless(amount.compareTo(there) <= 0, RefusalReason.INSUFFICIENT_CUSTODY, amount, there);
    // What is there is a debit, so the place that receives is the one that is debited.
    int debited = c.to() | NaiveLedger.CUSTODY_BIT;
    int credited = c.from() | NaiveLedger.CUSTODY_BIT;
    state.ledger.post(c.asset(), debited, credited, amount);
    events.add(new Event.CommandApplied(c));
    events.add(
        new Event.TransferPosted(Cause.CUSTODY_MOVE, c.asset(), debited, credited, c.amount()));
  }

  private BigInteger checkAmount(int from, int to, int asset, long amount) {
    unless(from != to, RefusalReason.SAME_PLACE, from, to);
    unlessWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        1,
        amount,
        state.assets.get(asset).definition().balanceMax());
    return BigInteger.valueOf(amount);
  }
}
