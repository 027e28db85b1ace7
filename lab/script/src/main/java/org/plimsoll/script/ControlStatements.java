package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.PublishedFigure;

/// Reads the statements that make exceptions from the rules.
final class ControlStatements {
  private static final int E9_DECIMALS = 9;

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
      case "cap" -> Optional.of(List.of(cap()));
      case "weight" -> Optional.of(List.of(weight()));
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

  private Command cap() {
    in.words().takeKeyword("account");
    Operands.Quantity counted = in.quantity();
    boolean capsAll = in.words().takeIf("venue");
    long venueMax = capsAll ? in.amountOf(counted.asset()) : Long.MAX_VALUE;
    in.words().takeKeyword("borrowing");
    long borrowMax = in.amountOf(counted.asset());
    Approval a = approval();
    return new CollateralCommand.CapCollateral(
        counted.asset(),
        counted.amount(),
        venueMax,
        borrowMax,
        a.reason(),
        a.granter(),
        a.secondGranter());
  }

  private Command weight() {
    int asset = in.asset();
    long weightE9 = in.number("to", E9_DECIMALS).count();
    in.words().takeKeyword("from");
    long startNs = in.timeNs();
    long dailyMaxE9 = in.number("daily", E9_DECIMALS).count();
    Approval a = approval();
    return new CollateralCommand.AnnounceWeight(
        asset, weightE9, startNs, dailyMaxE9, a.reason(), a.granter(), a.secondGranter());
  }

  private Approval approval() {
    in.words().takeKeyword("because");
    String reason = in.newName("a reason in one word");
    in.words().takeKeyword("by");
    String granter = in.newName("who asks for it");
    in.words().takeKeyword("and");
    return new Approval(reason, granter, in.newName("who agrees"));
  }
}
