package org.plimsoll.script;

import java.util.List;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;

/// Reads the statements about indices and what follows them.
final class PriceStatements {
  private static final int E9_DECIMALS = 9;

  private PriceStatements() {}

  /// Returns the command of a statement that begins with `price`, `clamp` or `index`.
  static List<? extends ClockCommand> commands(String verb, Operands in) {
    int asset = in.asset();
    return List.of(
        switch (verb) {
          case "price" -> new PublishIndexPrice(asset, in.number(E9_DECIMALS).count());
          case "clamp" -> new SetPriceClamp(asset, isOn(in));
          default -> new SetIndexSource(asset, source(in));
        });
  }

  private static boolean isOn(Operands in) {
    if (in.words().takeIf("on")) {
      return true;
    }
    in.words().takeKeyword("off");
    return false;
  }

  private static int source(Operands in) {
    if (in.words().takeIf("published")) {
      return SetIndexSource.PUBLISHED;
    }
    in.words().takeKeyword("from");
    return in.market();
  }
}
