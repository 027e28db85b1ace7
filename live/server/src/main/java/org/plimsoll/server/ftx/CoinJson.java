package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// A coin, as `/coins` shows it.
final class CoinJson {
  private CoinJson() {}

  /// @param isConverted whether the venue's dealer quotes for it
  static ObjectNode of(VenueView view, int asset, boolean isConverted) {
    String code = view.asset(asset).code();
    boolean isToken = view.leveragedTokens().stream().anyMatch(token -> token.asset() == asset);
    boolean isClosed = view.withdrawalPolicy(asset).mode() == WithdrawalMode.GATED;
    SetCollateral terms = view.collateral(asset);
    ObjectNode json = Json.object().put("id", code).put("name", code);
    json.put("canDeposit", !isToken).put("canWithdraw", !isToken && !isClosed);
    json.put("canConvert", isConverted).put("collateral", view.isCollateral(asset));
    json.put("collateralWeight", Numbers.e9(terms.totalWeightE9()));
    json.put("fiat", asset == 0).put("hasTag", false).put("isToken", isToken);
    json.put("usdFungible", asset == 0).put("spotMargin", view.isCollateral(asset));
    json.put("imfFactor", Numbers.e9(terms.imfFactorE9()));
    json.set("indexPrice", Json.number(asset == 0 ? BigDecimal.ONE : price(view, asset)));
    json.set("methods", isToken ? Json.array() : Json.array().add(code.toLowerCase(Locale.ROOT)));
    json.putNull("bep2Asset").putNull("erc20Contract").putNull("splMint").putNull("trc20Contract");
    return json.putNull("creditTo");
  }

  private static @Nullable BigDecimal price(VenueView view, int asset) {
    long indexE9 = view.indexE9(asset);
    return indexE9 == 0 ? null : Numbers.e9(indexE9);
  }
}
