package org.plimsoll.protocol;

import org.plimsoll.units.LeveragedTokenKind;

/// Leveraged tokens: assets that a fund issues, an account that holds the unit of account and a
/// position in a perpetual.
public sealed interface LeveragedTokenCommand extends DeskCommand {
  /// Makes an asset a leveraged token. Neither the asset nor the account may have been used.
  ///
  /// @param asset what the fund issues
  /// @param fund the account that holds what stands behind it, and which nobody else uses from here
  ///   on
  /// @param market the perpetual that the fund trades
  /// @param firstPriceE9 what a whole token costs while none is outstanding, billionths of the unit
  ///   of account, positive
  /// @param childLots the largest order that the fund sends at a time, in lots, positive
  record ListLeveragedToken(
      int asset, LeveragedTokenKind kind, int fund, int market, long firstPriceE9, long childLots)
      implements LeveragedTokenCommand {}

  /// Creates tokens for what they are worth and the fee.
  ///
  /// @param account who pays, and gets the tokens
  /// @param tokens count of the token's smallest unit, positive
  record CreateToken(int account, int asset, long tokens) implements LeveragedTokenCommand {}

  /// Gives tokens back for what they are worth less the fee.
  ///
  /// @param account who gives them back, and is paid
  /// @param tokens count of the token's smallest unit, positive
  record RedeemToken(int account, int asset, long tokens) implements LeveragedTokenCommand {}
}
