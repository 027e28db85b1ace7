package org.plimsoll.script;

import java.util.List;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.mirror.VenuePicture.PicturedFund;
import org.plimsoll.mirror.VenuePicture.PicturedPosition;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// The table of leveraged tokens: what is outstanding, what the fund is worth, and how much it
/// holds for that.
final class LeveragedTokenTable {
  static final List<String> HEADER = List.of("token", "outstanding", "worth", "leverage");

  private static final int E9_DECIMALS = 9;

  private final VenuePicture picture;
  private final Names names;

  LeveragedTokenTable(VenuePicture picture, Names names) {
    this.picture = picture;
    this.names = names;
  }

  List<List<String>> rows() {
    return picture.funds().stream().map(this::row).toList();
  }

  private List<String> row(PicturedFund fund) {
    int asset = fund.listing().asset();
    PicturedPosition position = position(fund);
    long value = value(position);
    long worth =
        picture.accounts().get(fund.listing().fund()).balances().getFirst()
            + value
            - position.cost();
    return List.of(
        names.assets().get(asset).code(),
        amount(asset, fund.outstanding()),
        amount(0, worth),
        worth <= 0
            ? "none"
            : Decimals.format(
                Exact.mulDivOrMax(Math.abs(value), Exact.ONE_E9, worth, Rounding.FLOOR),
                E9_DECIMALS));
  }

  private PicturedPosition position(PicturedFund fund) {
    int market = fund.listing().market();
    int account = fund.listing().fund();
    return picture.positions().stream()
        .filter(p -> p.market() == market && p.account() == account)
        .findFirst()
        .orElse(new PicturedPosition(market, account, 0, 0));
  }

  private long value(PicturedPosition position) {
    MarketListing listing = names.markets().get(position.market());
    return Exact.value(
        position.lots() * listing.lot(),
        picture.markets().get(position.market()).markTicks() * listing.tickE9(),
        names.assets().get(listing.base()).decimals(),
        names.assets().getFirst().decimals(),
        Rounding.FLOOR);
  }

  private String amount(int asset, long units) {
    return Decimals.format(units, names.assets().get(asset).decimals());
  }
}
