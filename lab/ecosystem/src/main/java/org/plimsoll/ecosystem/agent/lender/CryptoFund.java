package org.plimsoll.ecosystem.agent.lender;

import java.util.List;
import org.plimsoll.ecosystem.scenario.Plan;

/// What a levered fund is: what it holds, and how it answers its lenders.
///
/// @param party the fund's name among the parties; what it has when the simulation starts is its
///   equity
/// @param money what it borrows, such as `USD`
/// @param from date from which it borrows and buys
/// @param until date from which it draws no more
/// @param holdings what it buys, as fractions of what it has
/// @param slip fraction of the price that it loses on what it has to sell, 0 to 1
public record CryptoFund(
    String party, String money, String from, String until, List<Holding> holdings, double slip) {
  /// A part of what it holds.
  ///
  /// @param asset what it buys
  /// @param weight fraction of money that goes there, 0 to 1
  /// @param isLocked whether it cannot be sold before its term, so that it serves no call
  public record Holding(String asset, double weight, boolean isLocked) {}

  /// Takes a copy.
  public CryptoFund {
    holdings = List.copyOf(holdings);
  }

  /// Returns whether it buys at an instant.
  boolean isBuyingAt(long nowNs) {
    return nowNs >= Plan.timeNs(from) && nowNs < Plan.timeNs(until);
  }
}
