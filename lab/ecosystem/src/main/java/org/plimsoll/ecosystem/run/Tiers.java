package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.PriceEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.solvency.book.Asset;

/// How soon something is money.
///
/// The unit of account is, and a coin whose price outside is constantly 1. A coin that has a market
/// elsewhere is less liquid. Stakes are illiquid, and so is the venue's own token: what it fetches
/// depends on who sells it. What a scenario says of an asset counts where it is worse.
final class Tiers {
  private final Scenario scenario;

  Tiers(Scenario scenario) {
    this.scenario = scenario;
  }

  Tier of(AssetEntry asset) {
    Tier byRule = byRule(asset);
    return byRule.compareTo(asset.tier()) > 0 ? byRule : asset.tier();
  }

  boolean isOwn(String asset) {
    boolean isToken =
        scenario.venue().token().filter(token -> token.asset().equals(asset)).isPresent();
    return isToken
        || scenario.assets().stream().anyMatch(each -> each.own() && each.name().equals(asset));
  }

  /// Returns whether an asset is the unit of account, or as good as it.
  boolean isMoney(String asset) {
    PriceEntry price = scenario.prices().get(asset);
    boolean isStable = price != null && price.constant().filter(BigDecimal.ONE::equals).isPresent();
    return isStable || asset.equals(scenario.assets().getFirst().name());
  }

  /// Returns what an asset is in a book.
  Asset.Kind kind(AssetEntry asset) {
    if (isOwn(asset.name())) {
      return Asset.Kind.TOKEN;
    }
    boolean isAccount = asset.name().equals(scenario.assets().getFirst().name());
    Asset.Kind money = isAccount ? Asset.Kind.FIAT : Asset.Kind.STABLE;
    return isMoney(asset.name()) ? money : Asset.Kind.COIN;
  }

  private Tier byRule(AssetEntry asset) {
    if (isOwn(asset.name()) || asset.kind() == Instrument.Kind.STAKE) {
      return Tier.ILLIQUID;
    }
    return isMoney(asset.name()) ? Tier.LIQUID : Tier.LESS_LIQUID;
  }
}
