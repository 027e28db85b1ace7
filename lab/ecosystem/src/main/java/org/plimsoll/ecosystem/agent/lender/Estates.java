package org.plimsoll.ecosystem.agent.lender;

import java.util.List;
import org.plimsoll.text.bind.Omissible;

/// The terms on which what is left of firms is shared out.
///
/// @param date when it is worked out
/// @param parties the firms, each a debtor or creditor of others
/// @param deposits instrument of kind `OWED` in which lenders owe their depositors
/// @param debt instrument of kind `OWED` in which borrowers owe lenders
/// @param funds who of the parties has which deposit
/// @param depositorsFirst whether depositors are paid before other lenders; if not all rank alike
/// @param kept part of its own assets that a failed firm realizes, 0 to 1 (Rogers and Veraart 2013)
/// @param keptOfClaims part of what others pay it, 0 to 1
public record Estates(
    String date,
    List<String> parties,
    String deposits,
    String debt,
    List<Fund> funds,
    boolean depositorsFirst,
    double kept,
    double keptOfClaims) {
  /// A depositor who is one of the parties.
  ///
  /// @param name of the party
  /// @param lender with which it has its money
  /// @param assets that its owners say it has in all, in dollars; 0 for what the ledger says
  public record Fund(String name, String lender, @Omissible double assets) {}

  /// Takes copies and checks the bounds.
  public Estates {
    parties = List.copyOf(parties);
    funds = List.copyOf(funds);
    if (!(kept >= 0 && kept <= 1 && keptOfClaims >= 0 && keptOfClaims <= 1)) {
      throw new IllegalArgumentException("kept and kept-of-claims: 0 to 1");
    }
  }
}
