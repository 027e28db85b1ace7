package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.venue.BalanceStanding;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an account has of a coin.
final class BalanceJson {
  private static final int CENTS = 8;

  private BalanceJson() {}

  /// Returns what an account has of every coin of which it has or owes any, and of the unit of
  /// account.
  static ArrayNode all(VenueView view, int account) {
    List<Integer> assets =
        IntStream.range(0, view.assetCount())
            .filter(asset -> asset == 0 || view.balance(account, asset) != 0)
            .boxed()
            .toList();
    return Json.list(assets, asset -> of(view, account, asset));
  }

  private static ObjectNode of(VenueView view, int account, int asset) {
    BalanceStanding standing = view.balanceStanding(account, asset);
    int decimals = view.asset(asset).decimals();
    BigDecimal total = Numbers.scaled(standing.balance(), decimals);
    BigDecimal own = Numbers.scaled(standing.availableWithoutBorrow(), decimals);
    ObjectNode json = Json.object().put("coin", view.asset(asset).code());
    json.put("free", Numbers.scaled(standing.free(), decimals)).put("total", total);
    json.put("spotBorrow", Numbers.scaled(standing.borrowed(), decimals));
    json.put("availableWithoutBorrow", own).put("availableForWithdrawal", own);
    return json.put("usdValue", worth(view, asset, total));
  }

  /// An asset without a mark is worth nothing yet.
  static BigDecimal worth(VenueView view, int asset, BigDecimal amount) {
    BigDecimal price = asset == 0 ? BigDecimal.ONE : Numbers.e9(view.markE9(asset));
    return Numbers.plain(amount.multiply(price).setScale(CENTS, RoundingMode.FLOOR));
  }
}
