package org.plimsoll.ecosystem.agent.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.Chronicle;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Compares a party's cash book with statements from outside, and what customers are owed, asset by
/// asset, with what banks and wallets hold for them. It posts how many entries were missing, double
/// or wrong so far (`reconciliation-breaks`), and what lacks in whole units of account
/// (`reconciliation-alarm`), and flags the first of each. Where it acts, what has lacked for some
/// days is lent no more.
final class Reconciler implements Agent {
  private static final double DAY_NS = 86_400e9;
  private static final long NEVER = Long.MAX_VALUE;

  private final String name;
  private final Alarm alarm;
  private final Exchange exchange;
  private final Appraiser appraiser;
  private final Bulletin bulletin;
  private final Chronicle chronicle;
  private final ReconcilerTerms terms;
  private final int[] places;
  private final CashBook cashBook;
  private final RiskOrders orders;
  private final SortedSet<String> own;
  private long breaks;
  private boolean isAlarmed;
  private long shortSinceNs = NEVER;
  private boolean hasActed;

  Reconciler(
      String name,
      Alarm alarm,
      Economy economy,
      ReconcilerTerms terms,
      int[] places,
      CashBook cashBook,
      RiskOrders orders) {
    this.name = name;
    this.alarm = alarm;
    exchange = economy.exchange();
    appraiser = new Appraiser(economy.ledger(), economy.prices());
    bulletin = economy.bulletin();
    chronicle = economy.chronicle();
    this.terms = terms;
    this.places = places.clone();
    this.cashBook = cashBook;
    this.orders = orders;
    own = new TreeSet<>(terms.ownAccounts());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    compareBooks(nowNs);
    if (places.length > 0) {
      compareHoldings(nowNs);
    }
    sleep();
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + (long) (terms.everyDays() * DAY_NS));
  }

  private void compareBooks(long nowNs) {
    List<Discrepancy> found = cashBook.reconcile();
    if (breaks == 0 && !found.isEmpty()) {
      Discrepancy first = found.getFirst();
      flag(nowNs, "first " + first.kind().name().toLowerCase(Locale.ROOT) + " payment in the book");
    }
    breaks += found.size();
    if (!found.isEmpty()) {
      bulletin.post("reconciliation-breaks", nowNs, breaks);
    }
  }

  private void compareHoldings(long nowNs) {
    long[] lacking = owedToCustomers();
    double owed = 0;
    double gap = 0;
    for (int asset = 0; asset < lacking.length; asset++) {
      owed += worth(asset, lacking[asset]);
      for (int place : places) {
        lacking[asset] -= exchange.books().onHand(place, asset);
      }
      gap += worth(asset, Math.max(0, lacking[asset]));
    }
    boolean isShort = gap > terms.toleranceShare() * owed;
    if (isShort || isAlarmed) {
      bulletin.post("reconciliation-alarm", nowNs, isShort ? (long) gap : 0);
    }
    if (isShort && !isAlarmed) {
      isAlarmed = true;
      flag(nowNs, "customers are owed more than banks and wallets hold");
    }
    shortSinceNs = isShort ? Math.min(shortSinceNs, nowNs) : NEVER;
    if (isShort && acts(nowNs)) {
      act(nowNs, lacking);
    }
  }

  private boolean acts(long nowNs) {
    return terms.actsAfterDays() > 0 && nowNs - shortSinceNs >= terms.actsAfterDays() * DAY_NS;
  }

  private void act(long nowNs, long[] lacking) {
    orders.takeLinesBack();
    for (int asset = 0; asset < lacking.length; asset++) {
      if (lacking[asset] > 0) {
        orders.stopLending(asset);
      }
    }
    if (!hasActed) {
      hasActed = true;
      String text = "What customers lack is lent no more, and credit lines are taken back.";
      chronicle.add(new Flag(nowNs, "lending-stop", text, Optional.empty()));
    }
  }

  private long[] owedToCustomers() {
    long[] owed = new long[exchange.books().assetCount()];
    for (OpenAccount account : exchange.books().accounts()) {
      for (int asset = 0; asset < owed.length && !own.contains(account.name()); asset++) {
        owed[asset] += Math.max(0, exchange.books().balance(account.account(), asset));
        owed[asset] += exchange.books().pending(account.account(), asset);
      }
    }
    return owed;
  }

  private double worth(int asset, long amount) {
    return appraiser.units(appraiser.worth(asset, amount));
  }

  private void flag(long nowNs, String what) {
    chronicle.add(new Flag(nowNs, "alarm", "Reconciliation: " + what + ".", Optional.empty()));
  }

  @Override
  public void writeTo(StateSink sink) {
    cashBook.writeTo(sink);
    sink.add(breaks).add(isAlarmed ? 1 : 0).add(shortSinceNs).add(hasActed ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    cashBook.readFrom(source);
    breaks = source.number();
    isAlarmed = source.flag();
    shortSinceNs = source.number();
    hasActed = source.flag();
  }
}
