package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PriceEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// Balance sheets as they are now, from the exact books: the world's ledger, the venue's and the
/// loans.
///
/// The lines of a party add up to its wealth and what it has pledged to lenders, which the wealth
/// does not count while somebody else keeps it. Debts can be demanded, so they stand with what is
/// liquid. What is pledged, staked, or owed by somebody who is worth less than nothing is illiquid;
/// so is everything at the venue from the moment its withdrawals stop.
final class Statement {
  /// The party that has what is in custody.
  static final String VENUE = "venue";

  private static final String HALT = "halt";

  private final Scenario scenario;
  private final Roster roster;
  private final Economy economy;
  private final WorldLedger ledger;
  private final Exchange exchange;
  private final VenueView books;
  private final Tiers tiers;
  private final boolean isHalted;
  private final SortedMap<String, Boolean> failed = new TreeMap<>();
  private final SheetLines lines;

  private Statement(Scenario scenario, Roster roster, Setting setting) {
    this.scenario = scenario;
    this.roster = roster;
    economy = setting.economy();
    ledger = economy.ledger();
    exchange = economy.exchange();
    books = exchange.books();
    tiers = new Tiers(scenario);
    isHalted = economy.chronicle().flags().stream().anyMatch(flag -> flag.kind().equals(HALT));
    lines = new SheetLines(roster, economy.prices());
  }

  /// Returns the balance sheet of a party as it is now.
  static Sheet of(String party, Scenario scenario, Roster roster, Setting setting) {
    Statement statement = new Statement(scenario, roster, setting);
    return new Sheet(setting.economy().simulation().nowNs(), party, statement.lines(party));
  }

  private List<Sheet.Line> lines(String party) {
    if (party.equals(VENUE)) {
      new VenueStatement(scenario, roster, economy, this::isFailed).addTo(lines);
    }
    for (int holder = 0; holder < ledger.holderCount(); holder++) {
      if (!exchange.isPlace(holder) && ledger.holder(holder).equals(party)) {
        addHeld(holder);
        addLoans(holder);
      }
    }
    if (!party.equals(VENUE)) {
      for (int account = 0; account < exchange.accounts(); account++) {
        if (ledger.holder(exchange.holderOfAccount(account)).equals(party)) {
          addAccount(account);
        }
      }
    }
    return lines.lines();
  }

  private void addHeld(int holder) {
    for (int instrument = 0; instrument < roster.assets().size(); instrument++) {
      AssetEntry asset = roster.assets().get(instrument);
      if (asset.kind() != Instrument.Kind.OWED) {
        String label = asset.kind() == Instrument.Kind.STAKE ? aged(asset) : asset.name();
        lines.add(label, tiers.of(asset), instrument, ledger.balance(holder, instrument));
      }
    }
  }

  /// A stake is worth what its last round says, and a round can be old.
  private String aged(AssetEntry asset) {
    long nowNs = economy.simulation().nowNs();
    PriceEntry price = scenario.prices().get(asset.name());
    List<PriceEntry.Anchor> rounds = price == null ? List.of() : price.path().orElse(List.of());
    long lastNs =
        rounds.stream()
            .mapToLong(round -> Moments.ns(round.at()))
            .filter(atNs -> atNs <= nowNs)
            .max()
            .orElse(Moments.ns(scenario.start()));
    return asset.name() + ", marked " + Duration.ofNanos(nowNs - lastNs).toDays() + " days ago";
  }

  private void addLoans(int holder) {
    LoanBook loans = economy.loans();
    long[] others = new long[roster.assets().size()];
    for (int instrument = 0; instrument < others.length; instrument++) {
      others[instrument] = ledger.balance(holder, instrument);
    }
    for (int loan = 0; loan < loans.count(); loan++) {
      LoanBook.Terms terms = loans.terms(loan);
      long owed = loans.principal(loan);
      long pledged = loans.pledged(loan);
      if (terms.borrower() == holder) {
        String lender = ledger.holder(terms.lender());
        lines.add("loan from " + lender, Tier.LIQUID, terms.debt(), -owed);
        String label = code(terms.collateral()) + " pledged to " + lender;
        lines.add(label, Tier.ILLIQUID, terms.collateral(), pledged);
        others[terms.debt()] += owed;
      }
      if (terms.lender() == holder) {
        String borrower = ledger.holder(terms.borrower());
        lines.add("loan to " + borrower, claimOn(borrower), terms.debt(), owed);
        others[terms.debt()] -= owed;
      }
      if (terms.keeping() == holder) {
        String label = code(terms.collateral()) + " kept for a borrower";
        lines.add(label, Tier.LIQUID, terms.collateral(), -pledged);
      }
    }
    for (int instrument = 0; instrument < others.length; instrument++) {
      if (roster.assets().get(instrument).kind() == Instrument.Kind.OWED) {
        boolean isDebt = others[instrument] < 0;
        String label = code(instrument) + (isDebt ? " owed to others" : " due from others");
        lines.add(label, isDebt ? Tier.LIQUID : Tier.ILLIQUID, instrument, others[instrument]);
      }
    }
  }

  private void addAccount(int account) {
    for (int asset = 0; asset < roster.listed(); asset++) {
      long balance = books.balance(account, asset);
      Tier tier = isHalted ? Tier.ILLIQUID : tiers.of(roster.assets().get(asset));
      if (balance < 0) {
        lines.add(code(asset) + " owed to the venue", Tier.LIQUID, asset, balance);
      } else {
        lines.add(code(asset) + " at the venue", tier, asset, balance);
      }
      String waiting = code(asset) + " asked for at the venue and not sent";
      lines.add(waiting, tier, asset, books.pending(account, asset));
      String staked = code(asset) + " staked at the venue";
      lines.add(staked, Tier.ILLIQUID, asset, books.staked(account, asset));
      if (isFundOf(account, asset)) {
        lines.add(code(asset) + " issued", Tier.LIQUID, asset, -books.issued(asset));
      }
    }
    for (MarketListing market : books.markets()) {
      if (market instanceof ListFuture) {
        BigDecimal profit =
            BigDecimal.valueOf(books.unrealized(account, market.market()), roster.moneyDecimals());
        lines.add(
            "profit of " + market.name() + " that is not settled",
            isHalted ? Tier.ILLIQUID : Tier.LIQUID,
            profit);
      }
    }
  }

  private boolean isFundOf(int account, int asset) {
    return books.leveragedTokens().stream()
        .anyMatch(token -> token.asset() == asset && token.fund() == account);
  }

  private Tier claimOn(String debtor) {
    return isFailed(debtor) ? Tier.ILLIQUID : Tier.LESS_LIQUID;
  }

  private boolean isFailed(String party) {
    return failed.computeIfAbsent(party, name -> economy.wealth().wealth(name).signum() < 0);
  }

  private String code(int instrument) {
    return roster.assets().get(instrument).name();
  }
}
