package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;
import org.plimsoll.ecosystem.scenario.PartyEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// What the venue has and owes by its own books: what is in each place of custody, what accounts
/// owe it, and what it owes them. Its affiliates and insiders stand by name; its own accounts are
/// what it owes itself, and stand nowhere.
final class VenueStatement {
  private static final String CUSTOMERS = "customers";

  private final Roster roster;
  private final Economy economy;
  private final Exchange exchange;
  private final VenueView books;
  private final Tiers tiers;
  private final Predicate<String> isFailed;
  private final SortedSet<String> named = new TreeSet<>();

  VenueStatement(Scenario scenario, Roster roster, Economy economy, Predicate<String> isFailed) {
    this.roster = roster;
    this.economy = economy;
    this.isFailed = isFailed;
    exchange = economy.exchange();
    books = exchange.books();
    tiers = new Tiers(scenario);
    scenario.parties().stream()
        .filter(party ->
            party.kind() == PartyEntry.Kind.AFFILIATE || party.kind() == PartyEntry.Kind.INSIDER)
        .forEach(party -> named.add(party.name()));
  }

  void addTo(SheetLines lines) {
    for (int place = 0; place < exchange.places(); place++) {
      String where = economy.ledger().holder(exchange.holderOfPlace(place));
      for (int asset = 0; asset < roster.listed(); asset++) {
        String label = code(asset) + " in " + where;
        lines.add(label, tier(asset), asset, books.onHand(place, asset));
      }
    }
    for (int account = 0; account < exchange.accounts(); account++) {
      String owner = economy.ledger().holder(exchange.holderOfAccount(account));
      if (!owner.equals(Statement.VENUE)) {
        addAccount(lines, account, named.contains(owner) ? owner : CUSTOMERS, owner);
      }
    }
    for (int asset = 0; asset < roster.listed(); asset++) {
      lines.add(code(asset) + " owed by its fund", Tier.LIQUID, asset, books.issued(asset));
    }
  }

  private void addAccount(SheetLines lines, int account, String group, String owner) {
    for (int asset = 0; asset < roster.listed(); asset++) {
      long balance = books.balance(account, asset);
      if (balance < 0) {
        Tier claim = isFailed.test(owner) ? Tier.ILLIQUID : Tier.LESS_LIQUID;
        lines.add(code(asset) + " owed by " + group, claim, asset, -balance);
      } else {
        lines.add(code(asset) + " owed to " + group, Tier.LIQUID, asset, -balance);
      }
      String waiting = code(asset) + " asked for and not sent";
      lines.add(waiting, Tier.LIQUID, asset, -books.pending(account, asset));
      String staked = code(asset) + " staked";
      lines.add(staked, Tier.ILLIQUID, asset, -books.staked(account, asset));
    }
    for (MarketListing market : books.markets()) {
      if (market instanceof ListFuture) {
        BigDecimal profit =
            BigDecimal.valueOf(books.unrealized(account, market.market()), roster.moneyDecimals());
        lines.add("profits of futures that are not settled", Tier.LIQUID, profit.negate());
      }
    }
  }

  private Tier tier(int asset) {
    return tiers.of(roster.assets().get(asset));
  }

  private String code(int asset) {
    return roster.assets().get(asset).name();
  }
}
