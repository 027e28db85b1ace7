package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.WithdrawalMode;

/// Reads the statements about cash besides bringing and taking it.
final class CashStatements {
  private final Operands in;

  CashStatements(Operands in) {
    this.in = in;
  }

  /// Returns the commands of the statement that begins with `verb`, or nothing if it is not about
  /// cash.
  Optional<List<? extends Command>> commands(String verb) {
    return switch (verb) {
      case "withdrawals" -> Optional.of(List.of(withdrawals()));
      default -> Optional.empty();
    };
  }

  private Command withdrawals() {
    int asset = in.asset();
    WithdrawalMode mode = in.oneOf(WithdrawalMode.values());
    int perMinute = 0;
    if (mode == WithdrawalMode.QUEUED) {
      perMinute = in.wholeNumber();
      in.words().takeKeyword("a");
      in.words().takeKeyword("minute");
    }
    return new CashCommand.SetWithdrawalPolicy(asset, mode, perMinute);
  }
}
