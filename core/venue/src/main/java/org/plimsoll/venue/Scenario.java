package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.PortfolioView;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.units.Side;

/// An account's portfolio as margin counts it: its balances, with its resting buys filled or not,
/// its resting sells filled or not, and what it asks to exchange. Where only offers are lent, what
/// it offers is left out. One object, set anew for each look.
final class Scenario implements PortfolioView {
  private final VenueState state;
  private int account;
  private boolean buysFill;
  private boolean sellsFill;
  private @Nullable Exchange exchange;
  private boolean inAll;

  Scenario(VenueState state) {
    this.state = state;
  }

  Scenario of(int account, boolean buysFill, boolean sellsFill) {
    this.account = account;
    this.buysFill = buysFill;
    this.sellsFill = sellsFill;
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
    long quantity = state.ledger.customerBalance(account, asset) + change(asset);
    return state.custodyPolicy() == CustodyPolicy.OPT_IN
        ? quantity - state.offers.reserved(account, asset)
        : quantity;
  }

  @Override
  public long coming(int asset) {
    long balance = state.ledger.customerBalance(account, asset);
    return Math.max(0, Math.max(0, balance + change(asset)) - Math.max(0, balance));
  }

  private long change(int asset) {
    long change = exchange == null ? 0 : exchange.countedChange(asset, inAll);
    if (buysFill) {
      change += state.openOrders.countedChange(account, Side.BUY, asset);
    }
    if (sellsFill) {
      change += state.openOrders.countedChange(account, Side.SELL, asset);
    }
    return change;
  }
}
