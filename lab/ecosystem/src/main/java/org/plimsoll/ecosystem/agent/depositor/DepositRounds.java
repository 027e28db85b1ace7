package org.plimsoll.ecosystem.agent.depositor;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.CashCommand.MoveCustody;

/// Equal deposits at a venue that has invested a part of them for a while: who asks is paid while
/// there is money, then everything comes back, gains and losses are settled, and all begins anew.
final class DepositRounds {
  private static final int DOLLAR = 0;

  private final Exchange exchange;
  private final WorldLedger ledger;
  private final List<Terminal> accounts = new ArrayList<>();
  private final int holder;
  private final int bank;
  private final int invested;
  private final long stake;

  /// @param dollars of each deposit
  DepositRounds(
      Setting setting, String agent, String party, int accounts, double dollars, Places places) {
    exchange = setting.economy().exchange();
    ledger = setting.economy().ledger();
    holder = setting.holder(party);
    bank = setting.place(places.bank());
    invested = setting.place(places.invested());
    stake = ledger.instruments().get(DOLLAR).amount(dollars);
    for (int i = 0; i < accounts; i++) {
      this.accounts.add(setting.terminal(agent + "-" + i, party));
    }
  }

  /// Where the money is.
  ///
  /// @param bank what can be paid out
  /// @param invested what cannot
  record Places(String bank, String invested) {}

  int size() {
    return accounts.size();
  }

  /// Lets everybody have his deposit at the venue, and invests all but a part of it.
  ///
  /// @param liquid part of all deposits that stays, 0 to 1
  void begin(double liquid) {
    for (Terminal each : accounts) {
      long lacking = stake - each.balance(DOLLAR);
      if (lacking > 0) {
        long poor = Math.max(0, lacking - ledger.balance(holder, DOLLAR));
        ledger.transfer(WorldCause.ARRIVAL, DOLLAR, WorldLedger.OUTSIDE, holder, poor);
        each.deposit(DOLLAR, lacking, bank);
      }
    }
    long all = stake * accounts.size();
    long out = Math.min(all, all - (long) (all * Math.min(1, liquid)));
    if (out > 0) {
      exchange.require(new MoveCustody(bank, invested, DOLLAR, out));
    }
  }

  /// Lets somebody ask for his deposit, and returns whether he is paid.
  boolean isPaid(int account) {
    return accounts.get(account).withdraw(DOLLAR, stake, bank);
  }

  /// Brings what was invested back, and gives everybody who is still there what his deposit has
  /// become.
  ///
  /// @param payoff of a deposit of 1, from 0
  void settle(double payoff) {
    long back = accounts.getFirst().onHand(invested, DOLLAR);
    if (back > 0) {
      exchange.require(new MoveCustody(invested, bank, DOLLAR, back));
    }
    long change = (long) (stake * (payoff - 1));
    for (Terminal each : accounts) {
      if (each.balance(DOLLAR) > 0) {
        settle(each, change);
      }
    }
  }

  private void settle(Terminal account, long change) {
    if (change > 0) {
      ledger.transfer(WorldCause.GAIN, DOLLAR, WorldLedger.OUTSIDE, holder, change);
    } else if (change < 0) {
      account.withdraw(DOLLAR, -change, bank);
      ledger.transfer(WorldCause.LOSS, DOLLAR, holder, WorldLedger.OUTSIDE, -change);
    }
  }
}
