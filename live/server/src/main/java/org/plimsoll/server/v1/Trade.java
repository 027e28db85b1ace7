package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.List;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.VenueView;

/// The account trades with somebody who is there with as much, at a price: an account that is
/// opened for it. What others offer at a better price comes first.
record Trade(String market, Side side, BigDecimal size, BigDecimal price) implements Change {
  /// So many times what the trade is worth covers whatever its other side must put up.
  private static final long MEANS = 4;

  @Override
  public List<Command> commands(VenueView view, int account) {
    MarketListing listing = Named.market(view, market);
    Listed listed = Listed.of(view, listing);
    long lots = listed.lots(size);
    long ticks = listed.ticks(price);
    if (lots <= 0 || ticks <= 0) {
      throw NativeError.invalid("'size' and 'price' must be positive");
    }
    requireBest(view, listing.market(), ticks);
    int other = view.accounts().size();
    return List.of(
        new OpenAccount(other, Change.WHY),
        means(view, listing, other, lots, ticks),
        order(other, listing.market(), side.opposite(), ticks, lots, TimeInForce.POST_ONLY),
        order(account, listing.market(), side, ticks, lots, TimeInForce.IMMEDIATE_OR_CANCEL));
  }

  private static PlaceLimitOrder order(
      int account, int market, Side side, long ticks, long lots, TimeInForce timeInForce) {
    return new PlaceLimitOrder(account, market, side, ticks, lots, timeInForce, 0, false);
  }

  /// Nobody sells to one where others bid as much, or buys where others ask as little.
  private void requireBest(VenueView view, int market, long ticks) {
    long best = view.bestTicks(market, side);
    boolean isOutbid = best != 0 && (side == Side.BUY ? ticks <= best : ticks >= best);
    if (isOutbid) {
      throw NativeError.invalid("others would trade at that 'price' before the account");
    }
  }

  private DepositAsset means(
      VenueView view, MarketListing listing, int other, long lots, long ticks) {
    boolean bringsBase = side == Side.BUY && !(listing instanceof ListFuture);
    long amount = Exact.mulDivOrMax(lots, listing.lot(), 1, Rounding.CEILING);
    if (bringsBase) {
      return deposit(view, other, listing.base(), amount);
    }
    long priceE9 = Exact.mulDivOrMax(ticks, listing.tickE9(), 1, Rounding.CEILING);
    long highE9 = Math.max(priceE9, view.markE9(listing.base()));
    long worth =
        Exact.valueOrMax(
            amount,
            highE9,
            view.asset(listing.base()).decimals(),
            view.asset(0).decimals(),
            Rounding.CEILING);
    return deposit(view, other, 0, Exact.mulDivOrMax(worth, MEANS, 1, Rounding.CEILING));
  }

  private static DepositAsset deposit(VenueView view, int account, int asset, long amount) {
    return new DepositAsset(account, asset, amount, Change.Balance.fullest(view, asset));
  }
}
