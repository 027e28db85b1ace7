package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.results.JsonText;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// What a holding would bring if it were sold into the order book now, or a debt would cost if it
/// were bought back. Fees are not counted, nor the account's own orders.
final class BookSale {
  private static final int E9_DECIMALS = 9;

  private final ListMarket market;
  private final int account;
  private final Side against;
  private long leftLots;
  private BigDecimal tickLots = BigDecimal.ZERO;

  private BookSale(ListMarket market, int account, Side against, long lots) {
    this.market = market;
    this.account = account;
    this.against = against;
    this.leftLots = lots;
  }

  /// Returns what becomes of a balance in the first spot market of its asset; null if there is
  /// none.
  static @Nullable Map<String, @Nullable Object> json(VenueView view, int account, int asset) {
    long balance = view.balance(account, asset);
    Optional<ListMarket> spot =
        view.markets().stream()
            .filter(ListMarket.class::isInstance)
            .map(ListMarket.class::cast)
            .filter(each -> each.base() == asset)
            .findFirst();
    return spot.map(market -> of(view, account, market, balance)).orElse(null);
  }

  private static Map<String, @Nullable Object> of(
      VenueView view, int account, ListMarket market, long balance) {
    long lots = Math.abs(balance) / market.lot();
    BookSale sale = new BookSale(market, account, balance > 0 ? Side.BUY : Side.SELL, lots);
    view.forEachOrder(market.market(), sale::meet);
    return sale.json(view.asset(market.base()).decimals(), lots, Math.abs(balance));
  }

  private void meet(long order, int owner, Side side, long priceTicks, long lots) {
    if (side == against && owner != account && leftLots > 0) {
      long taken = Math.min(lots, leftLots);
      leftLots -= taken;
      tickLots = tickLots.add(BigDecimal.valueOf(priceTicks).multiply(BigDecimal.valueOf(taken)));
    }
  }

  private Map<String, @Nullable Object> json(int decimals, long lots, long amount) {
    long traded = (lots - leftLots) * market.lot();
    BigDecimal money =
        tickLots
            .multiply(BigDecimal.valueOf(market.tickE9()))
            .multiply(BigDecimal.valueOf(market.lot()))
            .movePointLeft(E9_DECIMALS + decimals);
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("market", market.name());
    tree.put("traded", Decimals.of(traded, decimals));
    tree.put("money", JsonText.decimal(money));
    tree.put("left", Decimals.of(amount - traded, decimals));
    return tree;
  }
}
