package org.plimsoll.script;

import java.util.List;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.script.Operands.Quantity;
import org.plimsoll.units.LeveragedTokenKind;

/// Reads the statements about leveraged tokens.
final class LeveragedTokenStatements {
  private static final int E9_DECIMALS = 9;

  private LeveragedTokenStatements() {}

  /// Reads which asset a fund issues, what it holds, and the largest order that it sends.
  static Command list(Operands in) {
    int asset = in.asset();
    LeveragedTokenKind kind = in.oneOf(LeveragedTokenKind.values());
    in.words().takeKeyword("in");
    int market = in.market();
    in.words().takeKeyword("by");
    int fund = in.account();
    long firstPriceE9 = in.number("at", E9_DECIMALS).count();
    in.words().takeKeyword("child");
    return new ListLeveragedToken(asset, kind, fund, market, firstPriceE9, in.lotsIn(market));
  }

  static List<CreateToken> create(Operands in) {
    List<Integer> accounts = in.accounts();
    Quantity q = in.quantity();
    return accounts.stream().map(a -> new CreateToken(a, q.asset(), q.amount())).toList();
  }

  static List<RedeemToken> redeem(Operands in) {
    List<Integer> accounts = in.accounts();
    Quantity q = in.quantity();
    return accounts.stream().map(a -> new RedeemToken(a, q.asset(), q.amount())).toList();
  }
}
