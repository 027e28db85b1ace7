package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.script.Operands.Quantity;
import org.plimsoll.units.MarginProfile;

/// Reads the statements about what accounts must keep and who stands in for those that fail.
final class LiquidationStatements {
  private final Operands in;

  LiquidationStatements(Operands in) {
    this.in = in;
  }

  /// Returns the commands of the statement that begins with `verb`, or nothing if it is about
  /// something else.
  Optional<List<? extends Command>> commands(String verb) {
    return switch (verb) {
      case "margin" -> Optional.of(List.of(margin()));
      case "waterfall" -> Optional.of(List.of(waterfall()));
      case "pledge" -> Optional.of(List.of(pledge()));
      case "contribute" -> Optional.of(List.of(contribute()));
      default -> Optional.empty();
    };
  }

  private Command margin() {
    MarginProfile profile = in.oneOf(MarginProfile.values());
    in.words().takeKeyword("maintenance");
    in.words().takeKeyword("from");
    long maintenanceNs = in.timeNs();
    Approval a = Approval.take(in);
    return new LiquidationCommand.SetMarginProfile(
        profile, maintenanceNs, a.reason(), a.granter(), a.secondGranter());
  }

  private Command waterfall() {
    LiquidationProfile profile = in.oneOf(LiquidationProfile.values());
    Approval a = Approval.take(in);
    return new LiquidationCommand.SetLiquidationProfile(
        profile, a.reason(), a.granter(), a.secondGranter());
  }

  private Command pledge() {
    int account = in.account();
    long perMinute = in.value();
    in.words().takeKeyword("a");
    in.words().takeKeyword("minute");
    long perHour = in.value();
    in.words().takeKeyword("an");
    in.words().takeKeyword("hour");
    return new LiquidationCommand.PledgeBackstop(account, perMinute, perHour);
  }

  private Command contribute() {
    Quantity q = in.quantity();
    in.words().takeKeyword("to");
    LossBearer bearer = in.oneOf(LossBearer.values());
    in.words().takeKeyword("into");
    return new LiquidationCommand.ContributeCapital(bearer, q.asset(), q.amount(), in.custody());
  }
}
