package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.PortfolioView;
import org.plimsoll.units.Side;

/// An account's portfolio as it would be: its balances, the resting orders of one side filled or
/// none, and what it asks to exchange. One object, set anew for each look.
final class Scenario implements PortfolioView {
  private final VenueState state;
  private int account;
  private @Nullable Side filledSide;
  private @Nullable Exchange exchange;
  private boolean inAll;

  Scenario(VenueState state) {
    this.state = state;
  }

  /// Looks at `account` with the resting orders of `filledSide` filled, or none if it is null.
  Scenario of(int account, @Nullable Side filledSide) {
    this.account = account;
    this.filledSide = filledSide;
    this.exchange = null;
    return this;
  }

  /// Adds an exchange: what happens at once, or with what rests of it filled as well.
  Scenario after(Exchange exchange, boolean inAll) {
    this.exchange = exchange;
    this.inAll = inAll;
    return this;
  }

  @Override
  public long quantity(int asset) {
    long quantity = state.ledger.customerBalance(account, asset);
    if (filledSide != null) {
      quantity += state.openOrders.changeIfFilled(account, filledSide, asset);
    }
    return exchange == null ? quantity : quantity + exchange.change(asset, inAll);
  }
}
