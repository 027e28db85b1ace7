package org.plimsoll.model;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.Request;

/// Follows money through transfers alone: what is in custody, what accounts owe and what funds have
/// issued is what is owed to accounts, what they have asked for and not been sent, what they have
/// staked, the venue's own and what is held for settlement; whole deposits less withdrawals and
/// what owners were paid are in custody, no location holds less than nothing, each cause moves
/// money only the way it may, no balance leaves its bound, and while nobody may borrow nobody owes
/// more than he has lost on futures, but who was granted to.
public final class MoneyChecker implements HistoryChecker {
  private static final int INSURANCE = NaiveLedger.VENUE_BIT + 1;
  private static final int FEES = NaiveLedger.VENUE_BIT;

  /// Why somebody pays no more than he has.
  private static final Set<Cause> HAVE_IT =
      EnumSet.of(Cause.SOCIALIZED_LOSS, Cause.LOSS_COVERED, Cause.OWNERS_PAID);

  private final NaiveLedger ledger = new NaiveLedger();
  private final SortedMap<Integer, BigInteger> broughtIn = new TreeMap<>();
  private final SortedMap<Integer, BigInteger> balanceMax = new TreeMap<>();
  private final SortedMap<Integer, Integer> owners = new TreeMap<>();
  private final SortedSet<Integer> funds = new TreeSet<>();
  private final SortedSet<Integer> mayOwe = new TreeSet<>();
  private final SortedMap<Integer, BigInteger> lossesOnFutures = new TreeMap<>();
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
        case Event.CommandApplied(AccountCommand.OpenAccount c) ->
            owners.put(c.account(), c.account());
        case Event.CommandApplied(AccountCommand.OpenSubaccount c) ->
            owners.put(c.account(), owners.getOrDefault(c.parent(), c.account()));
        case Event.CommandApplied(ControlCommand.GrantPrivilege c) -> {
          if (c.privilege() == Privilege.ALLOW_NEGATIVE) {
            mayOwe.add(c.account());
          }
        }
        case Event.CommandApplied(LeveragedTokenCommand.ListLeveragedToken c) ->
            funds.add(c.fund());
        case Event.TransferPosted e -> follow(e);
        default -> {}
      }
    }
    balanceMax.keySet().forEach(this::checkIdentity);
  }

  private void follow(Event.TransferPosted e) {
    BigInteger amount = BigInteger.valueOf(e.amount());
    Kind from = LedgerAccount.kind(e.from());
    Kind to = LedgerAccount.kind(e.to());
    boolean isOwn = LedgerAccount.number(e.from()) == LedgerAccount.number(e.to());
    boolean isProper =
        switch (e.cause()) {
          case DEPOSIT -> from == Kind.CUSTODY && to == Kind.CUSTOMER;
          case WITHDRAWAL_REQUEST -> from == Kind.CUSTOMER && to == Kind.PENDING && isOwn;
          case WITHDRAWAL_CANCELLATION -> from == Kind.PENDING && to == Kind.CUSTOMER && isOwn;
          case WITHDRAWAL -> from == Kind.PENDING && to == Kind.CUSTODY;
          case MOVE -> from == Kind.CUSTOMER && to == Kind.CUSTOMER && !isOwn && haveOneOwner(e);
          case CUSTODY_MOVE -> from == Kind.CUSTODY && to == Kind.CUSTODY && !isOwn;
          case TRADE, CONVERSION -> from == Kind.CUSTOMER && to == Kind.CUSTOMER && !isOwn;
          case INTEREST_PAID -> from == Kind.CUSTOMER && e.to() == FEES;
          case INTEREST_EARNED -> e.from() == FEES && to == Kind.CUSTOMER;
          case OWNERS_PAID -> e.from() == FEES && to == Kind.CUSTODY;
          case TOKEN_CREATED -> isCreation(e.asset(), e.from(), e.to());
          case TOKEN_REDEEMED -> isCreation(e.asset(), e.to(), e.from());
          case TOKEN_FEE -> from == Kind.CUSTOMER && e.to() == FEES && e.asset() == 0;
          case MANAGEMENT_FEE -> funds.contains(e.from()) && e.to() == FEES && e.asset() == 0;
          case SETTLEMENT, FUNDING -> isSettlement(e, from, to);
          case CONTRIBUTION, HANDOVER, ESTATE, LOSS_COVERED, SOCIALIZED_LOSS ->
              LossChecker.isProper(e, from, to);
          case TAKER_FEE, MAKER_FEE -> isTrader(e, from) && (e.to() == FEES || e.to() == INSURANCE);
          case REBATE -> e.from() == FEES && isTrader(e, to);
          case BUYBACK_FUNDING -> e.from() == FEES && to == Kind.CUSTOMER && e.asset() == 0;
          case BURN -> from == Kind.CUSTOMER && to == Kind.CUSTODY;
          case STAKE -> from == Kind.CUSTOMER && to == Kind.STAKED && isOwn;
          case UNSTAKE -> from == Kind.STAKED && to == Kind.CUSTOMER && isOwn;
        };
    BrokenLaw.unless(isProper && e.amount() > 0, () -> "no such transfer may be: " + e);
    ledger.post(e.asset(), e.from(), e.to(), amount);
    if (e.cause() == Cause.SETTLEMENT || e.cause() == Cause.FUNDING) {
      lossesOnFutures.merge(e.from(), amount, BigInteger::add);
    }
    if (from == Kind.CUSTODY) {
      broughtIn.merge(e.asset(), amount, BigInteger::add);
    }
    if (to == Kind.CUSTODY) {
      broughtIn.merge(e.asset(), amount.negate(), BigInteger::add);
    }
    checkEnd(e, e.from());
    checkEnd(e, e.to());
    boolean isTaken = HAVE_IT.contains(e.cause());
    BrokenLaw.unless(
        !isTaken || ledger.balance(e.from(), e.asset()).signum() >= 0,
        "who pays is left owing: " + e);
  }

  /// Money goes to the fund, and tokens come from nowhere but what it issues.
  private boolean isCreation(int asset, int from, int to) {
    return asset == 0
        ? LedgerAccount.kind(from) == Kind.CUSTOMER && funds.contains(to)
        : from == NaiveLedger.ISSUED_BITS && LedgerAccount.kind(to) == Kind.CUSTOMER;
  }

  private boolean haveOneOwner(Event.TransferPosted e) {
    return owners.getOrDefault(e.from(), -1).equals(owners.get(e.to()));
  }

  private static boolean isTrader(Event.TransferPosted e, Kind kind) {
    return kind == Kind.CUSTOMER || (kind == Kind.SETTLEMENT && e.asset() == 0);
  }

  private static boolean isSettlement(Event.TransferPosted e, Kind from, Kind to) {
    return (from == Kind.SETTLEMENT) != (to == Kind.SETTLEMENT)
        && (from == Kind.CUSTOMER || to == Kind.CUSTOMER || e.to() == INSURANCE)
        && e.asset() == 0;
  }

  /// Returns the most that a loss on futures can have left an account owing, at once or when an
  /// order fills that the loss has left without cover.
  private BigInteger lossOnFutures(int address) {
    return lossesOnFutures.getOrDefault(address, BigInteger.ZERO);
  }

  private void checkEnd(Event.TransferPosted e, int address) {
    BigInteger balance = ledger.balance(address, e.asset());
    Kind kind = LedgerAccount.kind(address);
    if (kind == Kind.VENUE || kind == Kind.SETTLEMENT) {
      return;
    }
    if (kind == Kind.CUSTODY || kind == Kind.ISSUED) {
      BrokenLaw.unless(balance.signum() <= 0, kind + " is less than nothing after " + e);
      return;
    }
    BrokenLaw.unless(
        (kind != Kind.PENDING && kind != Kind.STAKED) || balance.signum() >= 0,
        "less than nothing is pending or staked after " + e);
    BrokenLaw.unless(
        balance.abs().compareTo(balanceMax.getOrDefault(e.asset(), BigInteger.ZERO)) <= 0,
        () -> "balance " + balance + " is out of bounds after " + e);
    BrokenLaw.unless(
        mayBorrow
            || balance.signum() >= 0
            || mayOwe.contains(address)
            || (e.asset() == 0 && balance.add(lossOnFutures(address)).signum() >= 0),
        () -> "balance " + balance + " is a debt after " + e);
  }

  private void checkIdentity(int asset) {
    BigInteger onHand = ledger.onHand(asset);
    BrokenLaw.unlessEqual(
        broughtIn.getOrDefault(asset, BigInteger.ZERO), onHand, () -> "custody of asset " + asset);
    BrokenLaw.unlessEqual(
        ledger
            .owedToAccounts(asset)
            .add(ledger.pending(asset))
            .add(ledger.staked(asset))
            .add(ledger.own(asset))
            .add(ledger.heldForSettlement(asset)),
        onHand.add(ledger.owedByAccounts(asset)).add(ledger.issued(asset)),
        "on hand, owed by accounts and issued against owed to accounts, pending, staked and own, asset "
            + asset);
  }
}
