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
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Compares a party's cash book with statements from outside, and customers' dollars with what
/// banks hold for them. It posts how many entries were missing, double or wrong so far
/// (`reconciliation-breaks`), and by how many whole dollars customers' exceed what is there
/// (`reconciliation-alarm`), and flags the first of each.
final class Reconciler implements Agent {
  private static final double DAY_NS = 86_400e9;
  private static final int DOLLAR = 0;

  private final String name;
  private final Alarm alarm;
  private final Exchange exchange;
  private final Instrument dollar;
  private final Bulletin bulletin;
  private final Chronicle chronicle;
  private final ReconcilerTerms terms;
  private final int[] places;
  private final CashBook cashBook;
  private final SortedSet<String> own;
  private long breaks;
  private boolean isAlarmed;

  Reconciler(
      String name,
      Alarm alarm,
      Economy economy,
      ReconcilerTerms terms,
      int[] places,
      CashBook cashBook) {
    this.name = name;
    this.alarm = alarm;
    exchange = economy.exchange();
    dollar = economy.ledger().instruments().get(DOLLAR);
    bulletin = economy.bulletin();
    chronicle = economy.chronicle();
    this.terms = terms;
    this.places = places.clone();
    this.cashBook = cashBook;
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
      watchDollars(nowNs);
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

  private void watchDollars(long nowNs) {
    long owed = owedToCustomers();
    long there = 0;
    for (int place : places) {
      there += exchange.books().onHand(place, DOLLAR);
    }
    double lacking = dollar.whole(owed - there);
    boolean isShort = lacking > terms.toleranceShare() * dollar.whole(owed);
    if (isShort || isAlarmed) {
      bulletin.post("reconciliation-alarm", nowNs, isShort ? (long) lacking : 0);
    }
    if (isShort && !isAlarmed) {
      isAlarmed = true;
      flag(nowNs, "customers' dollars exceed what banks hold");
    }
  }

  private long owedToCustomers() {
    long sum = 0;
    for (OpenAccount account : exchange.books().accounts()) {
      if (!own.contains(account.name())) {
        sum += Math.max(0, exchange.books().balance(account.account(), DOLLAR));
        sum += exchange.books().pending(account.account(), DOLLAR);
      }
    }
    return sum;
  }

  private void flag(long nowNs, String what) {
    chronicle.add(new Flag(nowNs, "alarm", "Reconciliation: " + what + ".", Optional.empty()));
  }

  @Override
  public void writeTo(StateSink sink) {
    cashBook.writeTo(sink);
    sink.add(breaks).add(isAlarmed ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    cashBook.readFrom(source);
    breaks = source.number();
    isAlarmed = source.flag();
  }
}
