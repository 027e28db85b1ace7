package org.plimsoll.ecosystem.agent.lender;

import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.ShortNumber;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.Instrument.Kind;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A firm that takes deposits and lends them on against collateral. Once a day it pays its
/// depositors, marks its loans, calls for collateral, asks money back when it lacks cash, and takes
/// the collateral of whoever does not pay. It fails when it cannot pay its depositors.
final class Lender implements Agent {
  static final String FAILURE = "failure";
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final long MEMORY_NS = 30 * DAY_NS;
  private static final long WAKES_AFTER_MIDNIGHT_NS = 60_000_000_000L;

  private final Alarm alarm;
  private final String name;
  private final Lending terms;
  private final Economy economy;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final int holder;
  private final int money;
  private final int deposits;
  private final Plan funding;
  private final LoanDesk desk;
  private double gone;
  private long planned;
  private boolean isFrozen;
  private long unpaidSinceNs = Long.MAX_VALUE;

  Lender(Alarm alarm, Setting setting, String name, Lending terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    ledger = economy.ledger();
    appraiser = new Appraiser(ledger, economy.prices());
    holder = setting.holder(terms.party());
    money = setting.instrument(terms.money());
    deposits = setting.instrument(terms.deposits());
    funding = new Plan(terms.funding());
    desk = new LoanDesk(setting, terms, holder);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(nextDay(alarm.nowNs()));
  }

  private static long nextDay(long nowNs) {
    return (Math.floorDiv(nowNs, DAY_NS) + 1) * DAY_NS + WAKES_AFTER_MIDNIGHT_NS;
  }

  @Override
  public void wake(long nowNs) {
    long lost = desk.mark(nowNs);
    if (lost > 0) {
      tell(nowNs, "loan-loss", name + " writes off " + dollars(lost));
    }
    long unmet = isFrozen ? 0 : serveDepositors(nowNs);
    long reserve = Math.round(terms.reserve() * owedToDepositors());
    desk.balance(nowNs, isFrozen ? Long.MAX_VALUE : unmet + reserve);
    if (unmet > 0 && nowNs - unpaidSinceNs > terms.noticeDays() * DAY_NS) {
      freeze(nowNs);
    }
    alarm.at(nextDay(nowNs));
  }

  /// Takes what depositors bring, or pays what they want back as far as there is cash.
  ///
  /// @return what they want back and have not got
  private long serveDepositors(long nowNs) {
    frighten(nowNs);
    long target = appraiser.money(funding.at(nowNs) * (1 - gone));
    if (target >= planned) {
      receive(target - planned);
      unpaidSinceNs = Long.MAX_VALUE;
      return 0;
    }
    long paid = Math.min(planned - target, ledger.balance(holder, money));
    ledger.transfer(WorldCause.OUTSIDE_WITHDRAWAL, money, holder, WorldLedger.OUTSIDE, paid);
    ledger.transfer(WorldCause.OUTSIDE_WITHDRAWAL, deposits, WorldLedger.OUTSIDE, holder, paid);
    planned -= paid;
    long unmet = planned - target;
    unpaidSinceNs = unmet == 0 ? Long.MAX_VALUE : Math.min(unpaidSinceNs, nowNs);
    return unmet;
  }

  private void receive(long amount) {
    ledger.transfer(WorldCause.OUTSIDE_DEPOSIT, money, WorldLedger.OUTSIDE, holder, amount);
    ledger.transfer(WorldCause.OUTSIDE_DEPOSIT, deposits, holder, WorldLedger.OUTSIDE, amount);
    planned += amount;
  }

  private void frighten(long nowNs) {
    long failures =
        economy.bulletin().latest(FAILURE, nowNs).value()
            - economy.bulletin().latest(FAILURE, nowNs - MEMORY_NS).value();
    double owed = Math.max(1, owedToDepositors());
    double lacking = Math.max(0, (owed - assets()) / owed);
    double leaving = terms.fearPerFailure() * failures + terms.fearOfLoss() * lacking;
    gone += (1 - gone) * Math.min(1, leaving);
  }

  private void freeze(long nowNs) {
    isFrozen = true;
    long failures = economy.bulletin().latest(FAILURE, nowNs).value();
    economy.bulletin().post(FAILURE, nowNs, failures + 1);
    economy.bulletin().post(FAILURE + "-" + name, nowNs, 1);
    tell(
        nowNs,
        FAILURE,
        name
            + " stops paying its depositors, whom it owes "
            + dollars(owedToDepositors())
            + ", having "
            + dollars(assets()));
  }

  private void tell(long nowNs, String kind, String text) {
    economy.chronicle().add(new Flag(nowNs, kind, text, Optional.empty()));
  }

  private String dollars(long amount) {
    return ShortNumber.of(appraiser.units(amount), "USD");
  }

  private long owedToDepositors() {
    return -ledger.balance(holder, deposits);
  }

  private long assets() {
    long sum = desk.owed();
    for (int each = 0; each < ledger.instruments().size(); each++) {
      if (ledger.instruments().get(each).kind() != Kind.OWED) {
        sum += appraiser.worthOf(holder, each);
      }
    }
    return sum;
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToLongBits(gone)).add(planned).add(isFrozen ? 1 : 0).add(unpaidSinceNs);
    desk.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    gone = Double.longBitsToDouble(source.number());
    planned = source.number();
    isFrozen = source.flag();
    unpaidSinceNs = source.number();
    desk.readFrom(source);
  }
}
