package org.plimsoll.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.mirror.Surroundings;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.mirror.VenuePicture.PicturedAccount;
import org.plimsoll.mirror.VenuePicture.PicturedPosition;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Row;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What a party has made of a venue and who has paid for it, at the marks of the moment. What a
/// party took out and what it has left, less what it put in, is its gain; an account that is below
/// nothing is left behind, and what it lacks is unpaid.
final class Damage {
  static final List<String> COLUMNS =
      List.of("party", "gain", "unpaid", "others", "fund", "capital", "profits", "nobody");

  private final Surroundings surroundings;
  private final Map<Integer, Map<Integer, Long>> putIn = new TreeMap<>();
  private final List<LossBorne> losses = new ArrayList<>();

  Damage(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void hear(Event event) {
    if (event instanceof LossBorne loss) {
      losses.add(loss);
    }
    if (event instanceof TransferPosted transfer) {
      count(transfer);
    }
  }

  private void count(TransferPosted t) {
    boolean isIn = LedgerAccount.kind(t.from()) == Kind.CUSTODY;
    boolean isOut = LedgerAccount.kind(t.to()) == Kind.CUSTODY;
    int owned = isIn ? t.to() : t.from();
    boolean isCustomers =
        LedgerAccount.kind(owned) == Kind.CUSTOMER || LedgerAccount.kind(owned) == Kind.PENDING;
    if (isIn != isOut && isCustomers) {
      putIn
          .computeIfAbsent(LedgerAccount.number(owned), _ -> new TreeMap<>())
          .merge(t.asset(), isIn ? t.amount() : -t.amount(), Math::addExact);
    }
  }

  /// Returns a row for each party that is named.
  List<List<String>> rows(ExpectTable expected, VenuePicture picture) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : expected.rows()) {
      rows.add(row(row.cells().getFirst(), picture));
    }
    return rows;
  }

  private List<String> row(String party, VenuePicture picture) {
    if (surroundings.parties().stream().noneMatch(p -> p.id().equals(party))) {
      throw new ScriptMistake(1, "there is no party '" + party + "'");
    }
    long gain = 0;
    long unpaid = 0;
    long others = 0;
    for (int account = 0; account < picture.accounts().size(); account++) {
      long worth = worth(account, picture);
      long since = worth - valueOfPutIn(account, picture);
      if (isOwnedBy(party, picture.accounts().get(account))) {
        gain += since + Math.max(0, -worth);
        unpaid += Math.max(0, -worth);
      } else {
        others += since;
      }
    }
    return List.of(
        party,
        money(gain, picture),
        money(unpaid, picture),
        money(others, picture),
        money(losses.stream().mapToLong(LossBorne::fund).sum(), picture),
        money(losses.stream().mapToLong(LossBorne::capital).sum(), picture),
        money(losses.stream().mapToLong(LossBorne::profits).sum(), picture),
        money(losses.stream().mapToLong(LossBorne::nobody).sum(), picture));
  }

  private boolean isOwnedBy(String party, PicturedAccount account) {
    return party.equals(surroundings.owners().get(account.opening().name()));
  }

  private static long worth(int account, VenuePicture picture) {
    PicturedAccount of = picture.accounts().get(account);
    long worth = 0;
    for (int asset = 0; asset < picture.assets().size(); asset++) {
      long amount = of.balances().get(asset) + of.pending().get(asset) + of.staked().get(asset);
      worth += value(asset, amount, picture);
    }
    for (PicturedPosition position : picture.positions()) {
      worth += position.account() == account ? profit(position, picture) : 0;
    }
    return worth;
  }

  private static long profit(PicturedPosition position, VenuePicture picture) {
    MarketListing listing = picture.markets().get(position.market()).listing();
    long markE9 = picture.markets().get(position.market()).markTicks() * listing.tickE9();
    int decimals = picture.assets().get(listing.base()).definition().decimals();
    long worth =
        Exact.value(
            position.lots() * listing.lot(), markE9, decimals, unit(picture), Rounding.FLOOR);
    return worth - position.cost();
  }

  private long valueOfPutIn(int account, VenuePicture picture) {
    return putIn.getOrDefault(account, Map.of()).entrySet().stream()
        .mapToLong(each -> value(each.getKey(), each.getValue(), picture))
        .sum();
  }

  private static long value(int asset, long amount, VenuePicture picture) {
    if (asset == 0) {
      return amount;
    }
    int decimals = picture.assets().get(asset).definition().decimals();
    long markE9 = picture.assets().get(asset).markE9();
    return Exact.value(amount, markE9, decimals, unit(picture), Rounding.FLOOR);
  }

  private static int unit(VenuePicture picture) {
    DefineAsset unit = picture.assets().getFirst().definition();
    return unit.decimals();
  }

  private static String money(long amount, VenuePicture picture) {
    return Decimals.format(amount, unit(picture));
  }
}
