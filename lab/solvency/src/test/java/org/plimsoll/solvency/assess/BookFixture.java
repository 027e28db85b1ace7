package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Policies;

/// Builds small books in the words of the tests. The subject is `venue`, the currency `USD`.
public final class BookFixture {
  final List<Asset> assets = new ArrayList<>();
  final List<Party> parties = new ArrayList<>();
  final List<Account> accounts = new ArrayList<>();
  final List<Loan> loans = new ArrayList<>();
  final List<Custody> custody = new ArrayList<>();
  final List<Market> markets = new ArrayList<>();
  Policies policies = Policies.DEFAULT;

  public BookFixture() {
    party("venue", Party.Kind.VENUE);
    asset("USD", Asset.Kind.FIAT, Asset.Tier.LIQUID, "1");
  }

  /// The state of Levine's telling before Customer C arrives: 100 accounts A are long 1 BTC and owe
  /// 10,000 USD, 100 accounts B hold 20,000 USD and owe 0.5 BTC.
  public static BookFixture levineBeforeC(String tokenMark) {
    BookFixture book = new BookFixture();
    book.asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "20000");
    book.token("FTT", "venue", Asset.Tier.LESS_LIQUID, tokenMark);
    for (String customer : List.of("A", "B", "C")) {
      book.party(customer, Party.Kind.CUSTOMER);
    }
    for (int i = 1; i <= 100; i++) {
      book.account("A-" + i, "A", "BTC", "1", "USD", "-10000");
      book.account("B-" + i, "B", "USD", "20000", "BTC", "-0.5");
    }
    return book;
  }

  public static BookFixture levineThree(String tokenMark) {
    return levineBeforeC(tokenMark).held("BTC", "50").held("USD", "1000000");
  }

  /// Customer C has borrowed everything on hand against 150,000 of the venue's own token.
  public static BookFixture levineSix(String tokenMark) {
    return levineBeforeC(tokenMark)
        .account("C-1", "C", "BTC", "-50", "FTT", "150000", "USD", "-1000000")
        .held("FTT", "150000");
  }

  public BookFixture asset(String id, Asset.Kind kind, Asset.Tier tier, String price) {
    return asset(id, kind, Optional.empty(), tier, interval(price));
  }

  public BookFixture token(String id, String issuer, Asset.Tier tier, String price) {
    return asset(id, Asset.Kind.TOKEN, Optional.of(issuer), tier, interval(price));
  }

  public BookFixture asset(
      String id, Asset.Kind kind, Optional<String> issuer, Asset.Tier tier, Interval price) {
    assets.add(new Asset(id, kind, issuer, tier, Figure.of(price), Optional.empty()));
    return this;
  }

  public BookFixture party(String id, Party.Kind kind, String... relatedTo) {
    parties.add(new Party(id, kind, List.of(relatedTo), List.of()));
    return this;
  }

  /// Adds an account from pairs of asset and balance.
  public BookFixture account(String id, String owner, String... balances) {
    accounts.add(new Account(id, owner, false, List.of(), basket(balances)));
    return this;
  }

  public BookFixture held(String asset, String quantity) {
    return held("omnibus", asset, quantity, "0");
  }

  public BookFixture held(String location, String asset, String quantity, String encumbered) {
    custody.add(
        new Custody(
            location,
            Custody.Kind.WALLET,
            asset,
            Figure.of(interval(quantity)),
            Figure.of(interval(encumbered))));
    return this;
  }

  public BookFixture borrowed(String id, String asset, String principal, Loan.Due due) {
    return loan(id, "lender", "venue", asset, principal, due, "1");
  }

  public BookFixture loan(
      String id,
      String lender,
      String borrower,
      String asset,
      String principal,
      Loan.Due due,
      String recourse,
      String... collateral) {
    loans.add(
        new Loan(
            id,
            lender,
            borrower,
            asset,
            Figure.of(interval(principal)),
            basket(collateral),
            due,
            Optional.empty(),
            new BigDecimal(recourse)));
    return this;
  }

  public BookFixture depth(String asset, String depth) {
    markets.add(new Market(asset, Figure.of(interval(depth))));
    return this;
  }

  public BookFixture recovering(String part) {
    policies = new Policies(Policies.CustodyPolicy.COMMINGLED, new BigDecimal(part));
    return this;
  }

  public Book build() {
    return new Book(
        "a test",
        "2022-11-10",
        "USD",
        "venue",
        List.of(),
        List.copyOf(assets),
        List.copyOf(parties),
        List.copyOf(accounts),
        List.copyOf(loans),
        List.copyOf(custody),
        List.copyOf(markets),
        policies);
  }

  Assessment assess() {
    return Assessment.of(build());
  }

  static SortedMap<String, Figure> basket(String... pairs) {
    SortedMap<String, Figure> basket = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      basket.put(pairs[i], Figure.of(interval(pairs[i + 1])));
    }
    return basket;
  }

  /// Reads `5`, `2..3`, `2..` (at least), `..3` (at most) or `?`.
  static Interval interval(String text) {
    if (text.equals("?")) {
      return Interval.UNKNOWN;
    }
    int dots = text.indexOf("..");
    if (dots < 0) {
      return Interval.exactly(new BigDecimal(text));
    }
    String low = text.substring(0, dots);
    String high = text.substring(dots + 2);
    return new Interval(
        low.isEmpty() ? null : new BigDecimal(low), high.isEmpty() ? null : new BigDecimal(high));
  }
}
