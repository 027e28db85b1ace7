package org.plimsoll.server.v1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.server.exchange.Rewind;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.server.solvency.Reading;
import org.plimsoll.server.v1.Route.Ask;
import org.plimsoll.venue.VenueView;

/// The venue's sheet after any command of its history. The journal has every customer's business in
/// it, so what is shown of it is sums: nobody is named.
public final class Sheets {
  private static final Pattern SEQUENCE = Pattern.compile("sequence=([1-9][0-9]{0,17})");

  private final Rewind rewind;
  private final LiveFacts facts;

  /// Creates those of a history.
  ///
  /// @param facts that the history does not know
  public Sheets(Rewind rewind, LiveFacts facts) {
    this.rewind = rewind;
    this.facts = facts;
  }

  Object replay(Ask ask) {
    var given = SEQUENCE.matcher(ask.call().query());
    if (!given.matches()) {
      throw NativeError.invalid("ask for one command: ?sequence=N, from 1");
    }
    try {
      return rewind.at(Long.parseLong(given.group(1)), this::sheet);
    } catch (Rewind.Lost lost) {
      throw new NativeError(lost.isLater() ? 503 : 404, String.valueOf(lost.getMessage()));
    }
  }

  /// Returns a venue's sheet, without names.
  Map<String, @Nullable Object> sheet(VenueView view) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("sequence", view.sequence());
    tree.put("time", Instant.ofEpochSecond(0, view.clockNs()).toString());
    tree.put("state_hash", HexFormat.of().toHexDigits(view.stateHash()));
    tree.put("accounts", view.accounts().size());
    tree.put("fund", LiquidationCalls.fund(view));
    tree.put("marks", marks(view));
    tree.put("solvency", view.assetCount() == 0 ? null : solvency(view));
    return tree;
  }

  private Map<String, @Nullable Object> solvency(VenueView view) {
    Map<String, @Nullable Object> tree = SolvencyJson.of(Reading.of(view, facts));
    tree.remove("borrowers");
    return tree;
  }

  private static List<Object> marks(VenueView view) {
    List<Object> rows = new ArrayList<>();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      rows.add(mark(view.asset(asset).code(), Decimals.e9(view.markE9(asset))));
    }
    for (MarketListing market : view.markets()) {
      if (market instanceof ListFuture) {
        rows.add(
            mark(market.name(), Decimals.price(market, view.futureMarkTicks(market.market()))));
      }
    }
    return rows;
  }

  private static Map<String, Object> mark(String name, String mark) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("mark", mark);
    return tree;
  }
}
