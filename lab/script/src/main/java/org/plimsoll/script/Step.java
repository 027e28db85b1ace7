package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.RefusalReason;

/// One thing that a script does, at a line of its file.
public sealed interface Step {
  /// Returns the line, from 1.
  int line();

  /// Asks the venue for something.
  ///
  /// @param refusal the reason with which it must be refused; empty if it must be applied
  record Ask(int line, Command command, Optional<RefusalReason> refusal) implements Step {}

  /// Expects a table.
  ///
  /// @param header the names of the columns
  /// @param rows as many cells each as there are columns
  record ExpectTable(int line, Subject subject, List<String> header, List<Row> rows)
      implements Step {}

  /// Expects the venue's book to have the figures of another.
  ///
  /// @param name a shipped book or a path
  record ExpectBook(int line, String name) implements Step {}

  /// A row of an expected table.
  record Row(int line, List<String> cells) {}

  /// What an expected table is about.
  sealed interface Subject {
    /// Owed to, owed by and on hand, for each asset named.
    record Sums() implements Subject {}

    /// The balances of the accounts named, in the assets named.
    record Balances() implements Subject {}

    /// What is at the custody locations named, in the assets named.
    record Holdings() implements Subject {}

    /// Every withdrawal of an asset that waits.
    record Withdrawals(int asset) implements Subject {}

    /// Every quote that is open.
    record Quotes() implements Subject {}

    /// Every privilege that anybody has.
    record Privileges() implements Subject {}

    /// Everybody whose balance of an asset is offered or lent.
    record Lending(int asset) implements Subject {}

    /// Every account in liquidation.
    record Stages() implements Subject {}

    /// Who bore every loss since the last such table.
    record Losses() implements Subject {}

    /// What the parties named have gained by now, and who has paid for it.
    record Damage() implements Subject {}

    /// What is the venue's own for the purposes named, in the assets named.
    record Own() implements Subject {}

    /// Every resting order of a market.
    record Orders(int market) implements Subject {}

    /// The positions of the accounts named in a futures market.
    record Positions(int market) implements Subject {}

    /// The index and the mark of the assets and futures named.
    record Prices() implements Subject {}

    /// What owners pay for trading who no longer pay what everybody pays at first.
    record Fees() implements Subject {}

    /// The exchange token, its supply and how much of it is burned.
    record Token() implements Subject {}

    /// Every account that has staked.
    record Stakes() implements Subject {}

    /// Every leveraged token.
    record Tokens() implements Subject {}

    /// Every trade of a market since the last table of its trades.
    record Trades(int market) implements Subject {}
  }
}
