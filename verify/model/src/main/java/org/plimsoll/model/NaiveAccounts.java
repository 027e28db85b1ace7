package org.plimsoll.model;

import java.util.List;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;

/// Whom the venue serves, as the rules say.
record NaiveAccounts(NaiveState state, NaiveGates gates, int most) {
  void on(AccountCommand command, List<Event> events) {
    switch (command) {
      case AccountCommand.OpenAccount c -> {
        NaiveVenue.checkNext(c.account(), state.accounts.size(), most);
        open(c.name(), c.account());
      }
      case AccountCommand.OpenSubaccount c -> {
        NaiveVenue.checkNext(c.account(), state.accounts.size(), most);
        check(c.parent());
        open(c.name(), state.owners.get(c.parent()));
      }
      case AccountCommand.RenameAccount c -> {
        check(c.account());
        state.accounts.set(c.account(), c.name());
      }
      case AccountCommand.SetLeverage c -> setLeverage(c);
    }
    events.add(new Event.CommandApplied(command));
  }

  private void open(String name, int owner) {
    state.accounts.add(name);
    state.owners.add(owner);
  }

  private void setLeverage(AccountCommand.SetLeverage c) {
    check(c.account());
    NaiveVenue.parameter(1, c.leverage(), state.leverage.max());
    gates.checkLeverage(c.account(), c.leverage());
    state.checkFree(c.account());
    state.leverage.choose(c.account(), c.leverage());
  }

  private void check(int account) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, account, state.accounts.size());
  }
}
