package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.PortfolioView;
import org.plimsoll.units.Side;

/// An account's portfolio as it would be: its balances, the resting orders of one side filled or
/// none, and up to two balances changed by what is asked for. One object, set anew for each look.
final class Scenario implements PortfolioView {
  private final VenueState state;
  private int account;
  private @Nullable Side filledSide;
  private int paid;
  private long paidAmount;
  private int received;
  private long receivedAmount;

  Scenario(VenueState state) {
    this.state = state;
  }

  /// Looks at `account` with the resting orders of `filledSide` filled, or none if it is null.
  Scenario of(int account, @Nullable Side filledSide) {
    this.account = account;
    this.filledSide = filledSide;
    this.paidAmount = 0;
    this.receivedAmount = 0;
    return this;
  }

  /// Changes two balances more.
  Scenario exchanging(int paid, long paidAmount, int received, long receivedAmount) {
    this.paid = paid;
    this.paidAmount = paidAmount;
    this.received = received;
    this.receivedAmount = receivedAmount;
    return this;
  }

  @Override
  public long quantity(int asset) {
    long quantity = state.ledger.customerBalance(account, asset);
    if (filledSide != null) {
      quantity += state.openOrders.changeIfFilled(account, filledSide, asset);
    }
    if (asset == paid) {
      quantity -= paidAmount;
    }
    if (asset == received) {
      quantity += receivedAmount;
    }
    return quantity;
  }
}
