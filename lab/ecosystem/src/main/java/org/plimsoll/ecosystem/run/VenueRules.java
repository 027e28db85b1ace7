package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.VenueEntry;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LendingCommand.SetLendingTerms;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.venue.Limits;

/// The venue of a scenario as commands: what it lists, and the rules that can be stated anew.
final class VenueRules {
  /// Who answers in a scenario for what takes two people.
  static final String REASON = "scenario";

  static final String GRANTER = "first";
  static final String SECOND_GRANTER = "second";

  private static final long ONE_E9 = 1_000_000_000L;

  private final VenueEntry venue;
  private final Roster roster;

  VenueRules(Scenario scenario, Roster roster) {
    venue = scenario.venue();
    this.roster = roster;
  }

  /// Returns what defines assets.
  List<DeskCommand> assets() {
    List<DeskCommand> commands = new ArrayList<>();
    for (int i = 0; i < roster.listed(); i++) {
      AssetEntry asset = roster.assets().get(i);
      long most =
          asset
              .balanceMax()
              .map(whole -> Whole.units(whole, asset.decimals()))
              .orElse(Math.min(Limits.BALANCE_MAX, Limits.VALUE_MAX));
      commands.add(new DefineAsset(i, asset.name(), asset.decimals(), most));
    }
    return commands;
  }

  /// Returns what lists markets.
  List<DeskCommand> markets() {
    List<DeskCommand> commands = new ArrayList<>();
    for (VenueEntry.MarketEntry each : venue.markets()) {
      int number = roster.market(each.name());
      int base = roster.asset(each.base());
      long lot = Whole.units(each.lot(), roster.decimals(each.base()));
      long tickE9 = Whole.e9(each.tick());
      commands.add(
          each.kind() == VenueEntry.MarketEntry.Kind.SPOT
              ? new ListMarket(number, each.name(), base, 0, tickE9, lot)
              : perpetual(each, number, base, tickE9, lot));
    }
    return commands;
  }

  private ListFuture perpetual(
      VenueEntry.MarketEntry market, int number, int base, long tickE9, long lot) {
    BigDecimal most = market.positionMax().orElseThrow();
    long mostLots = Whole.units(most, roster.decimals(market.base())) / lot;
    long imfE9 = Whole.e9(market.imfFactor().orElse(BigDecimal.ZERO));
    return new ListFuture(
        number, market.name(), base, tickE9, lot, 0, imfE9, ONE_E9, ONE_E9, mostLots);
  }

  /// Returns what can be stated anew at any time: the difference of two lists is what a switch
  /// changes.
  List<DeskCommand> policies() {
    List<DeskCommand> commands = new ArrayList<>();
    venue
        .collateral()
        .forEach((asset, terms) -> commands.add(collateral(roster.asset(asset), terms)));
    commands.add(new SetCustodyPolicy(venue.custody()));
    venue.lendingFee().ifPresent(fee -> commands.add(new SetLendingTerms(Whole.e9(fee))));
    if (venue.liquidation() != LiquidationProfile.OFF) {
      commands.add(liquidation(venue.liquidation()));
    }
    venue.caps().forEach((asset, caps) -> commands.add(caps(asset, caps)));
    venue.clamped().forEach(asset -> commands.add(new SetPriceClamp(roster.asset(asset), true)));
    return commands;
  }

  static SetCollateral collateral(int asset, VenueEntry.CollateralEntry terms) {
    return new SetCollateral(
        asset,
        Whole.e9(terms.initial()),
        Whole.e9(terms.total()),
        Whole.e9(terms.imfFactor().orElse(BigDecimal.ZERO)));
  }

  static SetLiquidationProfile liquidation(LiquidationProfile profile) {
    return new SetLiquidationProfile(profile, REASON, GRANTER, SECOND_GRANTER);
  }

  private CapCollateral caps(String asset, VenueEntry.CapEntry caps) {
    AssetEntry entry = roster.assets().get(roster.asset(asset));
    int decimals = entry.decimals();
    long accountMax =
        caps.account()
            .or(entry::balanceMax)
            .map(whole -> Whole.units(whole, decimals))
            .orElse(Math.min(Limits.BALANCE_MAX, Limits.VALUE_MAX));
    return new CapCollateral(
        roster.asset(asset),
        accountMax,
        caps.venue().map(whole -> Whole.units(whole, decimals)).orElse(Long.MAX_VALUE),
        caps.borrowed().map(whole -> Whole.units(whole, decimals)).orElse(Limits.LENDING_MAX),
        REASON,
        GRANTER,
        SECOND_GRANTER);
  }
}
