package org.plimsoll.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.mirror.Surroundings;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.mirror.VenuePicture.PicturedAccount;
import org.plimsoll.mirror.VenuePicture.PicturedPosition;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Row;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What a party has made of a venue and who has paid for it, at the marks of the moment. What a
/// party took out and what it has left, less what it put in, is its gain; an account that is below
/// nothing is left behind, and what it lacks is unpaid. Nobody bears what the fund is below
/// nothing. Gain, others, fund, capital and fees together are what is unpaid and what nobody bears.
final class Damage {
  static final List<String> COLUMNS =
      List.of("party", "gain", "unpaid", "others", "fund", "capital", "fees", "nobody");

  private final Surroundings surroundings;
  private final Map<Integer, Map<Integer, Long>> putIn = new TreeMap<>();

  Damage(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void hear(Event event) {
    if (event instanceof TransferPosted t && t.cause() != Cause.CUSTODY_MOVE) {
      if (LedgerAccount.kind(t.from()) == Kind.CUSTODY) {
        count(t.to(), t.asset(), t.amount());
      }
      if (LedgerAccount.kind(t.to()) == Kind.CUSTODY) {
        count(t.from(), t.asset(), -t.amount());
      }
    }
  }

  private void count(int address, int asset, long amount) {
    boolean isPending = LedgerAccount.kind(address) == Kind.PENDING;
    int owner = isPending ? LedgerAccount.customer(LedgerAccount.number(address)) : address;
    putIn.computeIfAbsent(owner, _ -> new TreeMap<>()).merge(asset, amount, Math::addExact);
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
      long since = worth - valueOfPutIn(LedgerAccount.customer(account), picture);
      if (isOwnedBy(party, picture.accounts().get(account))) {
        gain += since + Math.max(0, -worth);
        unpaid += Math.max(0, -worth);
      } else {
        others += since;
      }
    }
    long nobody = Math.max(0, -worth(VenueAccount.INSURANCE, picture));
    long fund = since(VenueAccount.INSURANCE, picture) + nobody;
    long capital = since(VenueAccount.CAPITAL, picture);
    long fees = since(VenueAccount.FEES, picture);
    List<String> cells = new ArrayList<>(List.of(party));
    LongStream.of(gain, unpaid, others, fund, capital, fees, nobody)
        .forEach(amount -> cells.add(Decimals.format(amount, unit(picture))));
    return cells;
  }

  private long since(VenueAccount purpose, VenuePicture picture) {
    return worth(purpose, picture) - valueOfPutIn(LedgerAccount.venue(purpose), picture);
  }

  private static long worth(VenueAccount purpose, VenuePicture picture) {
    return picture.own().stream()
        .filter(own -> own.purpose() == purpose)
        .flatMapToLong(own ->
            IntStream.range(0, own.balances().size())
                .mapToLong(asset -> value(asset, own.balances().get(asset), picture)))
        .sum();
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

  private long valueOfPutIn(int address, VenuePicture picture) {
    return putIn.getOrDefault(address, Map.of()).entrySet().stream()
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
}
