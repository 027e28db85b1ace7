package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.outcome.SourceOrUse;
import org.plimsoll.ecosystem.outcome.SourceOrUse.Side;
import org.plimsoll.ecosystem.outcome.WealthLine;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.MoneyTrailEntry;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// Where the money of some parties, taken as one, came from over a run and where it went.
///
/// What they owe at the end was a source, to lenders and to customers; so was every cause that made
/// them richer. What made them poorer was a use, and so is what is left. Since their change of
/// wealth is the sum of its causes, exactly, both sides add up; to smallest units of account each
/// line is rounded, and `rounding` is what that leaves. Stakes are told at what they cost, so what
/// their price did stands nowhere else.
final class MoneyTrail {
  static final String CUSTOMERS = "customers' money";
  static final String LENDERS = "lenders' money";
  private static final String VENTURES = "ventures";
  private static final String HOLDING = "holding gain on ";
  private static final String ROUNDING = "rounding";

  private final MoneyTrailEntry entry;
  private final Roster roster;
  private final WorldLedger ledger;
  private final Exchange exchange;
  private final LoanBook loans;
  private final PriceBoard prices;
  private final List<WealthLine> wealth;
  private final SortedSet<String> members;

  /// What made the parties richer, less what made them poorer.
  private final SortedMap<String, BigDecimal> causes = new TreeMap<>();

  /// What they owe at the end, less what they have.
  private final SortedMap<String, BigDecimal> end = new TreeMap<>();

  private MoneyTrail(MoneyTrailEntry entry, Roster roster, Economy economy) {
    this.entry = entry;
    this.roster = roster;
    ledger = economy.ledger();
    exchange = economy.exchange();
    loans = economy.loans();
    prices = economy.prices();
    wealth = economy.wealth().lines();
    members = new TreeSet<>(entry.of());
  }

  /// Returns the lines of both sides, which add up to the same.
  static List<SourceOrUse> of(MoneyTrailEntry entry, Roster roster, Economy economy) {
    MoneyTrail trail = new MoneyTrail(entry, roster, economy);
    trail.addCauses();
    trail.addHolders();
    trail.addLoans();
    trail.addAccounts();
    return trail.lines();
  }

  private void addCauses() {
    for (WealthLine line : wealth) {
      if (members.contains(line.party())) {
        causes.merge(name(line.cause()), line.value(), BigDecimal::add);
      }
    }
  }

  private String name(String cause) {
    if (cause.startsWith(HOLDING)) {
      String what = cause.substring(HOLDING.length());
      boolean isStake =
          roster.assets().stream()
              .anyMatch(
                  asset -> asset.name().equals(what) && asset.kind() == Instrument.Kind.STAKE);
      return isStake ? VENTURES : "holding " + what;
    }
    return MoneyWords.of(cause);
  }

  private void addHolders() {
    for (int holder = 0; holder < ledger.holderCount(); holder++) {
      String owner = exchange.isPlace(holder) ? Statement.VENUE : ledger.holder(holder);
      if (members.contains(owner)) {
        for (int instrument = 0; instrument < roster.assets().size(); instrument++) {
          has(instrument, ledger.balance(holder, instrument));
        }
      }
    }
  }

  private void has(int instrument, long amount) {
    AssetEntry asset = roster.assets().get(instrument);
    String line =
        switch (asset.kind()) {
          case HELD -> "left: " + asset.name();
          case STAKE -> VENTURES;
          case OWED -> MoneyWords.LOANS_MADE;
        };
    owes(line, instrument, -amount);
  }

  private void owes(String line, int instrument, long amount) {
    end.merge(line, SheetLines.value(roster, prices, instrument, amount), BigDecimal::add);
  }

  /// What a lender outside is owed stands apart from what others owe the parties.
  private void addLoans() {
    for (int loan = 0; loan < loans.count(); loan++) {
      LoanBook.Terms terms = loans.terms(loan);
      boolean isBorrowed = members.contains(ledger.holder(terms.borrower()));
      if (isBorrowed && !members.contains(ledger.holder(terms.lender()))) {
        owes(LENDERS, terms.debt(), loans.principal(loan));
        owes(MoneyWords.LOANS_MADE, terms.debt(), -loans.principal(loan));
      }
    }
  }

  /// A venue owes what accounts of others have; to an account's owner the venue does.
  private void addAccounts() {
    boolean isVenue = members.contains(Statement.VENUE);
    for (int account = 0; account < exchange.accounts(); account++) {
      boolean isMember = members.contains(ledger.holder(exchange.holderOfAccount(account)));
      if (isMember != isVenue) {
        addAccount(account, isVenue ? 1 : -1);
      }
    }
    VenueView books = exchange.books();
    for (FundOfToken fund : funds(books)) {
      boolean isMember = members.contains(ledger.holder(exchange.holderOfAccount(fund.account)));
      if (isMember != isVenue) {
        owes(CUSTOMERS, fund.asset, (isVenue ? -1 : 1) * books.issued(fund.asset));
      }
    }
  }

  private record FundOfToken(int asset, int account) {}

  private static List<FundOfToken> funds(VenueView books) {
    return books.leveragedTokens().stream()
        .map(token -> new FundOfToken(token.asset(), token.fund()))
        .toList();
  }

  private void addAccount(int account, int sign) {
    VenueView books = exchange.books();
    for (int asset = 0; asset < roster.listed(); asset++) {
      long has =
          books.balance(account, asset)
              + books.pending(account, asset)
              + books.staked(account, asset);
      boolean isLeft = sign < 0 && has > 0;
      owes(isLeft ? "left: " + roster.assets().get(asset).name() : CUSTOMERS, asset, sign * has);
    }
    for (MarketListing market : books.markets()) {
      if (market instanceof ListFuture) {
        long profit = sign * books.unrealized(account, market.market());
        end.merge(CUSTOMERS, BigDecimal.valueOf(profit, roster.moneyDecimals()), BigDecimal::add);
      }
    }
  }

  private List<SourceOrUse> lines() {
    SortedMap<String, BigDecimal> all = new TreeMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (SortedMap<String, BigDecimal> part : List.of(causes, end)) {
      part.forEach((line, value) -> all.merge(line, value, BigDecimal::add));
    }
    all.remove(ROUNDING);
    for (String line : all.keySet()) {
      all.computeIfPresent(
          line, (_, value) -> value.setScale(roster.moneyDecimals(), RoundingMode.HALF_EVEN));
    }
    for (BigDecimal value : all.values()) {
      sum = sum.add(value);
    }
    all.put(ROUNDING, sum.negate());
    List<SourceOrUse> lines = new ArrayList<>();
    all.forEach((line, value) -> add(lines, line, value));
    for (MoneyTrailEntry.BesideEntry beside : entry.beside()) {
      if (!all.containsKey(beside.line()) || all.get(beside.line()).signum() == 0) {
        lines.add(line(Side.USE, beside.line(), BigDecimal.ZERO));
      }
    }
    return List.copyOf(lines);
  }

  private void add(List<SourceOrUse> lines, String line, BigDecimal value) {
    if (value.signum() != 0) {
      lines.add(line(value.signum() > 0 ? Side.SOURCE : Side.USE, line, value.abs()));
    }
  }

  private SourceOrUse line(Side side, String line, BigDecimal value) {
    Optional<MoneyTrailEntry.BesideEntry> beside =
        entry.beside().stream().filter(each -> each.line().equals(line)).findFirst();
    return new SourceOrUse(
        side,
        line,
        value,
        beside.map(MoneyTrailEntry.BesideEntry::told).filter(words -> !words.isEmpty()),
        beside.map(MoneyTrailEntry.BesideEntry::recorded).filter(words -> !words.isEmpty()));
  }
}
