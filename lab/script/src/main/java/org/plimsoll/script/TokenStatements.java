package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.TokenCommand;

/// Reads the statements about what trading costs.
final class TokenStatements {
  private static final int E9_DECIMALS = 9;

  private final Operands in;

  TokenStatements(Operands in) {
    this.in = in;
  }

  /// Returns the commands of the statement that begins with `verb`, or nothing if it says nothing
  /// of fees.
  Optional<List<? extends Command>> commands(String verb) {
    return switch (verb) {
      case "rebate" -> Optional.of(List.of(rebate()));
      default -> Optional.empty();
    };
  }

  private Command rebate() {
    return new TokenCommand.SetMakerRebate(in.account(), in.number(E9_DECIMALS).count());
  }
}
