package org.plimsoll.script;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Row;
import org.plimsoll.units.Decimals;

/// The indices and marks of the assets and futures that a script names.
final class PriceTable {
  static final List<String> COLUMNS = List.of("name", "index", "mark");

  private static final int E9_DECIMALS = 9;

  private PriceTable() {}

  static List<List<String>> rows(ExpectTable expected, VenuePicture picture, Names names) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : expected.rows()) {
      String name = row.cells().getFirst();
      Priced priced = priced(name, picture, names);
      rows.add(
          expected.header().stream()
              .map(column ->
                  switch (column) {
                    case "name" -> name;
                    case "index" -> Decimals.format(priced.indexE9(), E9_DECIMALS);
                    default -> Decimals.format(priced.markE9(), E9_DECIMALS);
                  })
              .toList());
    }
    return rows;
  }

  private record Priced(long indexE9, long markE9) {}

  private static Priced priced(String name, VenuePicture picture, Names names) {
    int asset = names.asset(name);
    if (asset >= 0) {
      return new Priced(
          picture.indices().get(asset).priceE9(), picture.assets().get(asset).markE9());
    }
    int market = names.market(name);
    MarketListing listing = market < 0 ? null : names.markets().get(market);
    if (!(listing instanceof ListFuture)) {
      throw new ScriptMistake(1, "there is no asset or future '" + name + "'");
    }
    return new Priced(
        picture.indices().get(listing.base()).priceE9(),
        picture.markets().get(market).markTicks() * listing.tickE9());
  }
}
