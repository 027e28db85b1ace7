package org.plimsoll.script;

import java.util.List;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LendingCommand.SetLendingTerms;
import org.plimsoll.script.Operands.Quantity;

/// Reads the statements about lending.
final class LendingStatements {
  private static final int E9_DECIMALS = 9;

  private LendingStatements() {}

  /// Returns the commands of a statement that begins with `policy`, `lending`, `offer` or `recall`.
  static List<? extends LendingCommand> commands(String verb, Operands in) {
    return switch (verb) {
      case "policy" -> List.of(new SetCustodyPolicy(in.oneOf(CustodyPolicy.values())));
      case "lending" -> List.of(new SetLendingTerms(in.number("taker-fee", E9_DECIMALS).count()));
      case "offer" -> offer(in);
      default -> recall(in);
    };
  }

  private static List<OfferLending> offer(Operands in) {
    List<Integer> accounts = in.accounts();
    Quantity q = in.quantity();
    long rateE9 = in.number("at", E9_DECIMALS).count();
    return accounts.stream()
        .map(account -> new OfferLending(account, q.asset(), q.amount(), rateE9))
        .toList();
  }

  private static List<OfferLending> recall(Operands in) {
    List<Integer> accounts = in.accounts();
    int asset = in.asset();
    return accounts.stream().map(account -> new OfferLending(account, asset, 0, 0)).toList();
  }
}
