package org.plimsoll.ecosystem.agent.lender;

import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.OutsideMarket;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A fund that borrows all it is offered and holds it in coins. It pays what is asked back by
/// selling what can be sold; when nothing is left it answers no more, and has failed.
final class LeveredFund implements Agent {
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final long WAKES_AFTER_MIDNIGHT_NS = 120_000_000_000L;

  private final Alarm alarm;
  private final String name;
  private final CryptoFund terms;
  private final Economy economy;
  private final WorldLedger ledger;
  private final Setting setting;
  private final Borrower borrower;
  private final OutsideMarket market;
  private final int holder;
  private final int money;
  private boolean hasFailed;

  LeveredFund(Alarm alarm, Setting setting, String name, CryptoFund terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    economy = setting.economy();
    ledger = economy.ledger();
    holder = setting.holder(terms.party());
    money = setting.instrument(terms.money());
    Appraiser appraiser = new Appraiser(ledger, economy.prices());
    borrower = new Borrower(economy.loans(), ledger, appraiser, holder);
    market = new OutsideMarket(ledger, appraiser);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  private void sleep() {
    long day = Math.floorDiv(alarm.nowNs(), DAY_NS) + 1;
    alarm.at(day * DAY_NS + WAKES_AFTER_MIDNIGHT_NS);
  }

  @Override
  public void wake(long nowNs) {
    if (hasFailed) {
      return;
    }
    long lacking = borrower.pledgeWhatIsCalled();
    long demanded = borrower.demanded();
    if (demanded + lacking > 0) {
      raise(demanded);
      borrower.repay(demanded);
      hasFailed = borrower.demanded() > 0 || lacking > 0;
      if (hasFailed) {
        fail(nowNs);
      }
    } else if (terms.isBuyingAt(nowNs)) {
      buy();
    }
    sleep();
  }

  private void buy() {
    borrower.draw(Long.MAX_VALUE);
    long cash = ledger.balance(holder, money);
    for (CryptoFund.Holding holding : terms.holdings()) {
      market.buy(holder, setting.instrument(holding.asset()), Math.round(cash * holding.weight()));
    }
  }

  /// Sells as much as is needed of what can be sold, one asset after the other.
  private void raise(long needed) {
    for (CryptoFund.Holding holding : terms.holdings()) {
      long lacking = needed - ledger.balance(holder, money);
      if (!holding.isLocked() && lacking > 0) {
        market.sellFor(holder, setting.instrument(holding.asset()), lacking, terms.slip());
      }
    }
  }

  private void fail(long nowNs) {
    long failures = economy.bulletin().latest(Lender.FAILURE, nowNs).value();
    economy.bulletin().post(Lender.FAILURE, nowNs, failures + 1);
    String text = name + " cannot pay what its lenders ask back";
    economy.chronicle().add(new Flag(nowNs, Lender.FAILURE, text, Optional.empty()));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(hasFailed ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    hasFailed = source.flag();
  }
}
