package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;

/// Reads the statements that make exceptions from the rules.
final class ControlStatements {
  private final Operands in;

  ControlStatements(Operands in) {
    this.in = in;
  }

  /// Returns the commands of the statement that begins with `verb`, or nothing if it makes no
  /// exception.
  Optional<List<? extends Command>> commands(String verb) {
    return switch (verb) {
      case "grant" -> Optional.of(List.of(grant()));
      case "revoke" -> Optional.of(List.of(revoke()));
      case "override" -> Optional.of(List.of(override()));
      default -> Optional.empty();
    };
  }

  private Command grant() {
    int account = in.account();
    Privilege privilege = in.oneOf(Privilege.values());
    long amount = privilege == Privilege.ALLOW_NEGATIVE ? in.value() : 0;
    Approval a = Approval.take(in);
    return new ControlCommand.GrantPrivilege(
        account, privilege, amount, a.reason(), a.granter(), a.secondGranter());
  }

  private Command revoke() {
    int account = in.account();
    Privilege privilege = in.oneOf(Privilege.values());
    Approval a = Approval.take(in);
    return new ControlCommand.RevokePrivilege(
        account, privilege, a.reason(), a.granter(), a.secondGranter());
  }

  private Command override() {
    PublishedFigure figure = in.oneOf(PublishedFigure.values());
    long value = in.value();
    Approval a = Approval.take(in);
    return new ControlCommand.OverridePublishedFigure(
        figure, value, a.reason(), a.granter(), a.secondGranter());
  }
}
