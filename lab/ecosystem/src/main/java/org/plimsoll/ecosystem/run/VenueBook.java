package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.scenario.AssetEntry;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PartyEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.scenario.VenueEntry;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.venue.VenueView;

/// Writes the venue of a scenario as a book that an assessment reads, exactly as its ledger has it.
///
/// Accounts that owe nothing stand as one, which changes no answer and makes the book small. The
/// accounts of an affiliate or of insiders stand as one for each such party, since what they are
/// owed is set off against what they owe. What an account that owes has waiting or staked is owed
/// in full. Profit and loss of perpetuals counts as if it were settled at the mark.
final class VenueBook {
  private static final String SUBJECT = "venue";
  private static final String OTHERS = "customers";
  private static final int E9_DECIMALS = 9;

  private final Scenario scenario;
  private final Roster roster;
  private final Setting setting;
  private final Exchange exchange;
  private final VenueView books;
  private final Tiers tiers;
  private final SortedMap<Integer, String> related = new TreeMap<>();
  private final SortedMap<String, BigInteger[]> together = new TreeMap<>();
  private final List<Account> accounts = new ArrayList<>();

  private VenueBook(Scenario scenario, Roster roster, Setting setting) {
    this.scenario = scenario;
    this.roster = roster;
    this.setting = setting;
    exchange = setting.economy().exchange();
    books = exchange.books();
    tiers = new Tiers(scenario);
  }

  /// Returns the book of the venue as it is now.
  static Book of(Scenario scenario, Roster roster, Setting setting) {
    return new VenueBook(scenario, roster, setting).book();
  }

  private Book book() {
    for (PartyEntry party : scenario.parties()) {
      if (party.isRelated()) {
        related.put(setting.holder(party.name()), party.name());
      }
    }
    scenario
        .venue()
        .token()
        .ifPresent(token -> related.put(setting.terminal(token.treasury()).holder(), SUBJECT));
    for (int account = 0; account < exchange.accounts(); account++) {
      add(account);
    }
    together.forEach((owner, sums) -> accounts.add(account("all-of-" + owner, owner, sums)));
    BookSurroundings surroundings = new BookSurroundings(roster, setting.economy());
    List<Loan> loans = surroundings.loans(related);
    return new Book(
        scenario.title(),
        Moments.of(setting.economy().simulation().nowNs())
            .truncatedTo(ChronoUnit.SECONDS)
            .toString(),
        roster.assets().getFirst().name(),
        SUBJECT,
        List.of(),
        roster.assets().subList(0, roster.listed()).stream().map(this::asset).toList(),
        parties(loans),
        accounts,
        loans,
        custody(),
        surroundings.markets(),
        new Policies(
            Policies.CustodyPolicy.valueOf(books.custodyPolicy().name()), BigDecimal.ZERO));
  }

  private void add(int account) {
    String party = related.get(exchange.holderOfAccount(account));
    long[] balances = balances(account);
    boolean owes = false;
    for (long balance : balances) {
      owes |= balance < 0;
    }
    String owner = party == null ? OTHERS : party;
    if (party == null && owes) {
      accounts.add(account("account-" + account, owner, wide(balances)));
    } else {
      addTo(owner, balances);
    }
    addTo(owner, apart(account));
  }

  /// Balances with the profit of positions; what a fund has issued of its token it owes.
  private long[] balances(int account) {
    long[] balances = new long[roster.listed()];
    for (int asset = 0; asset < balances.length; asset++) {
      balances[asset] = books.balance(account, asset);
    }
    for (MarketListing market : books.markets()) {
      if (market instanceof ListFuture) {
        balances[0] += books.unrealized(account, market.market());
      }
    }
    for (VenueEntry.LeveragedTokenEntry token : scenario.venue().leveragedTokens()) {
      if (setting.terminal(token.fund()).account() == account) {
        balances[roster.asset(token.asset())] -= books.issued(roster.asset(token.asset()));
      }
    }
    return balances;
  }

  /// What was set apart while the account could bear it.
  private long[] apart(int account) {
    long[] apart = new long[roster.listed()];
    for (int asset = 0; asset < apart.length; asset++) {
      apart[asset] = books.pending(account, asset) + books.staked(account, asset);
    }
    return apart;
  }

  private void addTo(String owner, long[] amounts) {
    for (int asset = 0; asset < amounts.length; asset++) {
      if (amounts[asset] != 0) {
        BigInteger[] sums = together.computeIfAbsent(owner, _ -> wide(new long[amounts.length]));
        sums[asset] = sums[asset].add(BigInteger.valueOf(amounts[asset]));
      }
    }
  }

  private static BigInteger[] wide(long[] amounts) {
    BigInteger[] wide = new BigInteger[amounts.length];
    for (int i = 0; i < amounts.length; i++) {
      wide[i] = BigInteger.valueOf(amounts[i]);
    }
    return wide;
  }

  private Account account(String id, String owner, BigInteger[] amounts) {
    SortedMap<String, Figure> balances = new TreeMap<>();
    for (int asset = 0; asset < amounts.length; asset++) {
      if (amounts[asset].signum() != 0) {
        balances.put(roster.assets().get(asset).name(), figure(amounts[asset], decimals(asset)));
      }
    }
    return new Account(id, owner, false, List.of(), balances);
  }

  private Asset asset(AssetEntry entry) {
    long markE9 = books.markE9(roster.asset(entry.name()));
    return new Asset(
        entry.name(),
        tiers.kind(entry),
        tiers.isOwn(entry.name()) ? Optional.of(SUBJECT) : Optional.empty(),
        Asset.Tier.valueOf(tiers.of(entry).name()),
        markE9 == 0 ? Figure.of(Interval.UNKNOWN) : figure(BigInteger.valueOf(markE9), E9_DECIMALS),
        weights(entry));
  }

  private Optional<CollateralWeights> weights(AssetEntry entry) {
    int asset = roster.asset(entry.name());
    return books.isCollateral(asset)
        ? Optional.of(
            new CollateralWeights(
                e9(books.collateral(asset).initialWeightE9()),
                e9(books.collateral(asset).totalWeightE9()),
                e9(books.collateral(asset).imfFactorE9())))
        : Optional.empty();
  }

  private List<Party> parties(List<Loan> loans) {
    List<Party> parties = new ArrayList<>(BookSurroundings.lenders(loans));
    parties.add(new Party(SUBJECT, Party.Kind.VENUE, List.of(), List.of()));
    parties.add(new Party(OTHERS, Party.Kind.CUSTOMER, List.of(), List.of()));
    for (PartyEntry party : scenario.parties()) {
      if (party.isRelated()) {
        parties.add(new Party(party.name(), Party.Kind.AFFILIATE, List.of(SUBJECT), List.of()));
      }
    }
    return parties;
  }

  private List<Custody> custody() {
    List<Custody> custody = new ArrayList<>();
    for (OpenCustody place : books.custody()) {
      for (int asset = 0; asset < roster.listed(); asset++) {
        long held = books.onHand(place.custody(), asset);
        if (held != 0) {
          custody.add(
              new Custody(
                  place.name(),
                  Custody.Kind.valueOf(place.kind().name()),
                  roster.assets().get(asset).name(),
                  figure(BigInteger.valueOf(held), decimals(asset)),
                  Figure.of(Interval.ZERO)));
        }
      }
    }
    return custody;
  }

  private int decimals(int asset) {
    return roster.assets().get(asset).decimals();
  }

  private static BigDecimal e9(long scaled) {
    return new BigDecimal(BigInteger.valueOf(scaled), E9_DECIMALS);
  }

  private static Figure figure(BigInteger units, int decimals) {
    return Figure.of(Interval.exactly(new BigDecimal(units, decimals)));
  }
}
