package org.plimsoll.script;

import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.script.Operands.Quantity;

/// Reads the statements about who stands in for accounts that fail.
final class LiquidationStatements {
  private final Operands in;

  LiquidationStatements(Operands in) {
    this.in = in;
  }

  /// Returns the commands of the statement that begins with `verb`, or nothing if it is about
  /// something else.
  Optional<List<? extends Command>> commands(String verb) {
    return switch (verb) {
      case "waterfall" -> Optional.of(List.of(waterfall()));
      case "pledge" -> Optional.of(List.of(pledge()));
      case "contribute" -> Optional.of(List.of(contribute()));
      default -> Optional.empty();
    };
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
