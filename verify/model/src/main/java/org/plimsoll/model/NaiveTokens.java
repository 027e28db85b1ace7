package org.plimsoll.model;

import java.util.List;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.TokenCommand;

/// Commands about fees and the exchange token at the slow twin, with what each makes due.
final class NaiveTokens {
  private final NaiveToken token;
  private final NaiveFees fees;
  private final NaiveDue due;
  private boolean daysCount;

  NaiveTokens(NaiveToken token, NaiveFees fees, NaiveDue due) {
    this.token = token;
    this.fees = fees;
    this.due = due;
  }

  void on(TokenCommand command, List<Event> events) {
    switch (command) {
      case TokenCommand.SetMakerRebate c -> fees.on(c, events);
      case TokenCommand.SetExchangeToken c -> {
        boolean isFirst = token.terms.isEmpty();
        token.set(c, events);
        if (isFirst) {
          beginDays();
          due.onToken();
        }
      }
      case TokenCommand.StakeToken c -> {
        token.stake(c, events);
        fees.reprice(c.account(), events);
      }
      case TokenCommand.UnstakeToken c -> {
        token.unstake(c, events);
        fees.reprice(c.account(), events);
      }
      case TokenCommand.CancelUnstake c -> {
        token.cancel(c, events);
        fees.reprice(c.account(), events);
      }
    }
  }

  /// Lets days begin, with fees or with the token, whichever is first.
  void beginDays() {
    if (!daysCount) {
      daysCount = true;
      fees.begin();
      due.onFees();
    }
  }
}
