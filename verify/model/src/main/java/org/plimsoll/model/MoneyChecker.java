package org.plimsoll.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.Request;

/// Follows money through transfers alone: what is in custody and what accounts owe is what is owed
/// to accounts and the venue's own, whole deposits less withdrawals are in custody, no location
/// holds less than nothing, each cause moves money only the way it may, no balance leaves its
/// bound, and while nobody may borrow nobody owes.
public final class MoneyChecker implements HistoryChecker {
  private static final int INSURANCE = NaiveLedger.VENUE_BIT + 1;
  private static final int FEES = NaiveLedger.VENUE_BIT;

  private final NaiveLedger ledger = new NaiveLedger();
  private final SortedMap<Integer, BigInteger> broughtIn = new TreeMap<>();
  private final SortedMap<Integer, BigInteger> balanceMax = new TreeMap<>();
  private boolean mayBorrow;

  /// Returns the books as the transfers so far make them.
  public NaiveLedger ledger() {
    return ledger;
  }

  @Override
  public void onCommand(Request request, List<Event> events) {
    for (Event event : events) {
      switch (event) {
        case Event.CommandApplied(ListingCommand.DefineAsset c) ->
            balanceMax.put(c.asset(), BigInteger.valueOf(c.balanceMax()));
        case Event.CommandApplied(ClockCommand.ActivateRules c) -> mayBorrow = c.version() >= 2;
        case Event.TransferPosted e -> follow(e);
        default -> {}
      }
    }
    balanceMax.keySet().forEach(this::checkIdentity);
  }

  private void follow(Event.TransferPosted e) {
    BigInteger amount = BigInteger.valueOf(e.amount());
    boolean fromCustody = isCustody(e.from());
    boolean toCustody = isCustody(e.to());
    boolean fromSettlement = e.from() >= NaiveLedger.SETTLEMENT_BITS;
    boolean toSettlement = e.to() >= NaiveLedger.SETTLEMENT_BITS;
    boolean isProper =
        switch (e.cause()) {
          case DEPOSIT -> fromCustody && !toCustody;
          case WITHDRAWAL -> !fromCustody && toCustody;
          case TRADE -> isCustomer(e.from()) && isCustomer(e.to()) && e.from() != e.to();
          case INTEREST_PAID -> isCustomer(e.from()) && e.to() == FEES;
          case INTEREST_EARNED -> e.from() == FEES && isCustomer(e.to());
          case SETTLEMENT, FUNDING ->
              fromSettlement != toSettlement
                  && (isCustomer(e.from()) || isCustomer(e.to()) || e.to() == INSURANCE)
                  && e.asset() == 0;
        };
    BrokenLaw.unless(isProper && e.amount() > 0, "no such transfer may be: " + e);
    ledger.post(e.asset(), e.from(), e.to(), amount);
    BigInteger broughtInNow = fromCustody ? amount : toCustody ? amount.negate() : BigInteger.ZERO;
    broughtIn.merge(e.asset(), broughtInNow, BigInteger::add);
    checkEnd(e, e.from());
    checkEnd(e, e.to());
  }

  private static boolean isCustomer(int address) {
    return address < NaiveLedger.CUSTODY_BIT;
  }

  private static boolean isCustody(int address) {
    return address >= NaiveLedger.CUSTODY_BIT && address < NaiveLedger.VENUE_BIT;
  }

  private void checkEnd(Event.TransferPosted e, int address) {
    BigInteger balance = ledger.balance(address, e.asset());
    if (address >= NaiveLedger.VENUE_BIT) {
      return;
    }
    if (isCustody(address)) {
      BrokenLaw.unless(balance.signum() <= 0, "custody holds less than nothing after " + e);
      return;
    }
    BrokenLaw.unless(
        balance.abs().compareTo(balanceMax.getOrDefault(e.asset(), BigInteger.ZERO)) <= 0,
        "balance " + balance + " is out of bounds after " + e);
    BrokenLaw.unless(
        mayBorrow
            || balance.signum() >= 0
            || address == e.to()
            || e.cause() == Cause.SETTLEMENT
            || e.cause() == Cause.FUNDING,
        "balance " + balance + " is a debt after " + e);
  }

  private void checkIdentity(int asset) {
    BigInteger onHand = ledger.onHand(asset);
    BrokenLaw.unlessEqual(
        broughtIn.getOrDefault(asset, BigInteger.ZERO), onHand, "custody of asset " + asset);
    BrokenLaw.unlessEqual(
        ledger.owedToAccounts(asset).add(ledger.own(asset)).add(ledger.heldForSettlement(asset)),
        onHand.add(ledger.owedByAccounts(asset)),
        "on hand and owed by accounts against owed to accounts and own, asset " + asset);
  }
}
