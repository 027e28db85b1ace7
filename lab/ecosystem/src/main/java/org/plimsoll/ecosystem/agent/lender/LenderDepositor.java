package org.plimsoll.ecosystem.agent.lender;

import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A fund with money in a lender: pays in on its day, and finds out when the lender has stopped
/// paying.
final class LenderDepositor implements Agent {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final Alarm alarm;
  private final String name;
  private final FundInLender terms;
  private final Economy economy;
  private final int holder;
  private final int lender;
  private final int money;
  private final int deposits;
  private boolean isIn;

  LenderDepositor(Alarm alarm, Setting setting, String name, FundInLender terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    holder = setting.holder(terms.party());
    lender = setting.holder(terms.lender());
    money = setting.instrument(terms.money());
    deposits = setting.instrument(terms.deposits());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(Math.max(alarm.nowNs(), Plan.timeNs(terms.date())));
  }

  @Override
  public void wake(long nowNs) {
    if (!isIn) {
      payIn();
    } else if (economy.bulletin().latest(Lender.FAILURE + "-" + terms.lenderAgent(), nowNs).value()
        > 0) {
      tell(nowNs);
      return;
    }
    alarm.at(nowNs + DAY_NS);
  }

  private void payIn() {
    WorldLedger ledger = economy.ledger();
    long amount = new Appraiser(ledger, economy.prices()).money(terms.dollars());
    ledger.transfer(WorldCause.OUTSIDE_DEPOSIT, money, holder, lender, amount);
    ledger.transfer(WorldCause.OUTSIDE_DEPOSIT, deposits, lender, holder, amount);
    isIn = true;
  }

  private void tell(long nowNs) {
    WorldLedger ledger = economy.ledger();
    double stuck = ledger.balance(holder, deposits);
    double rest = ledger.balance(holder, money);
    String text =
        name
            + " cannot get at "
            + Math.round(100 * stuck / Math.max(1, stuck + rest))
            + " % of its assets, which are with "
            + terms.lenderAgent();
    economy.chronicle().add(new Flag(nowNs, "loss", text, Optional.empty()));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(isIn ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    isIn = source.flag();
  }
}
