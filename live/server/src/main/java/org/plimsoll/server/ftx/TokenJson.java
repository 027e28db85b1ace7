package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// A leveraged token: a share of a fund that holds money and a position in one perpetual.
final class TokenJson {
  private TokenJson() {}

  static ObjectNode of(VenueView view, ListLeveragedToken token) {
    DefineAsset asset = view.asset(token.asset());
    MarketListing market = view.markets().get(token.market());
    Grid grid = Grid.of(view, market);
    int decimals = view.asset(0).decimals();
    BigDecimal outstanding = Numbers.scaled(view.issued(token.asset()), asset.decimals());
    BigDecimal mark = grid.price(view.futureMarkTicks(token.market()));
    BigDecimal position = grid.size(view.positionLots(token.fund(), token.market()));
    BigDecimal money = Numbers.scaled(view.balance(token.fund(), 0), decimals);
    BigDecimal worth =
        money.add(Numbers.scaled(view.unrealized(token.fund(), token.market()), decimals));
    boolean isOut = outstanding.signum() > 0;
    BigDecimal price =
        isOut ? Numbers.quotient(worth, outstanding) : Numbers.e9(token.firstPriceE9());
    BigDecimal share = isOut ? Numbers.quotient(position, outstanding) : BigDecimal.ZERO;
    String underlying = view.asset(market.base()).code();
    BigDecimal leverage = Numbers.e9(token.kind().targetE9());
    ObjectNode json = Json.object().put("name", asset.code());
    json.put("description", leverage.toPlainString() + "X " + underlying + " token");
    json.put("underlying", market.name()).put("leverage", leverage);
    json.put("outstanding", outstanding).put("pricePerShare", price);
    json.put("positionPerShare", share);
    json.putObject("positionsPerShare").put(market.name(), share);
    ObjectNode basket = json.putObject("basket").put(market.name(), position);
    basket.put(view.asset(0).code(), Numbers.plain(money));
    json.putArray("targetComponents").add(market.name());
    json.set("underlyingMark", Json.number(mark.signum() == 0 ? null : mark));
    json.put("totalNav", Numbers.plain(worth)).put("totalCollateral", Numbers.plain(money));
    json.putNull("contractAddress");
    @Nullable BigDecimal current =
        worth.signum() > 0 ? Numbers.quotient(position.multiply(mark), worth) : null;
    json.set("currentLeverage", Json.number(current));
    return json.putNull("change1h").putNull("change24h").putNull("changeBod");
  }
}
