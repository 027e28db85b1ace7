package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// Adds a book up per asset, in one pass over its entries.
final class AssetSums {
  private final Book book;
  private final Prices prices;
  private final SortedSet<String> related;
  private final SortedSet<String> ownTokens;
  private final SortedMap<String, Interval> owedTo = new TreeMap<>();
  private final SortedMap<String, Interval> owedBy = new TreeMap<>();
  private final SortedMap<String, Interval> net = new TreeMap<>();
  private final SortedMap<String, Interval> netOfOthers = new TreeMap<>();
  private final SortedMap<String, Interval> onHand = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Interval>> debtors = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> accountsInDebt = new TreeMap<>();

  private AssetSums(Book book) {
    this.book = book;
    this.prices = new Prices(book);
    this.related = OwnTokens.relatedParties(book);
    this.ownTokens = OwnTokens.of(book);
  }

  /// Returns one row per asset that an account, a loan of the subject or a place names, in the
  /// order of the book. An asset that is only pledged to somebody, or only priced, has no sums.
  static List<AssetRow> of(Book book) {
    AssetSums sums = new AssetSums(book);
    Positions.accounts(book).forEach(sums::add);
    book.custody().forEach(held -> add(sums.onHand, held.asset(), held.quantity().value()));
    SortedSet<String> named = sums.named();
    return book.assets().stream()
        .filter(asset -> named.contains(asset.id()))
        .map(sums::row)
        .toList();
  }

  private SortedSet<String> named() {
    SortedSet<String> named = new TreeSet<>(net.keySet());
    named.addAll(onHand.keySet());
    Positions.lent(book).forEach(loan -> named.add(loan.asset()));
    Positions.borrowed(book).forEach(loan -> named.add(loan.asset()));
    return named;
  }

  private void add(Account account) {
    for (Map.Entry<String, Figure> entry : prices.settled(account, book.currency()).entrySet()) {
      String asset = entry.getKey();
      Interval balance = entry.getValue().value();
      Interval debt = balance.negate().positivePart();
      add(owedTo, asset, balance.positivePart());
      add(owedBy, asset, debt);
      add(net, asset, balance);
      if (!related.contains(account.owner())) {
        add(netOfOthers, asset, balance);
      }
      if (!Bounds.isZero(debt)) {
        add(debtors.computeIfAbsent(asset, _ -> new TreeMap<>()), account.owner(), debt);
        accountsInDebt
            .computeIfAbsent(asset, _ -> new TreeMap<>())
            .merge(account.owner(), 1, Integer::sum);
      }
    }
  }

  private AssetRow row(Asset asset) {
    String id = asset.id();
    Interval claims = sum(owedTo, id);
    Interval held = sum(onHand, id);
    return new AssetRow(
        id,
        asset.tier(),
        asset.price().value().positivePart(),
        ownTokens.contains(id),
        claims,
        sum(owedBy, id),
        held,
        principal(Positions.lent(book), id),
        principal(Positions.borrowed(book), id),
        holdings(id),
        held.minus(sum(net, id)),
        held.minus(sum(netOfOthers, id)),
        held.minus(claims),
        RatioRange.of(held, claims),
        RatioRange.part(held, claims),
        largestDebtor(id));
  }

  private List<AssetRow.Holding> holdings(String asset) {
    return book.custody().stream()
        .filter(custody -> custody.asset().equals(asset))
        .sorted(Comparator.comparing(Custody::location))
        .map(custody ->
            new AssetRow.Holding(
                custody.location(),
                custody.kind(),
                custody.quantity().value(),
                custody.encumbered().value()))
        .toList();
  }

  /// The largest by what it owes at most; a debt without a limit comes before any other, and of
  /// equal debts the one that stands in the fewest accounts.
  private Optional<AssetRow.Debtor> largestDebtor(String asset) {
    Comparator<AssetRow.Debtor> byMost =
        Comparator.comparing(
            debtor -> debtor.quantity().high(), Comparator.nullsLast(BigDecimal::compareTo));
    SortedMap<String, Integer> accounts = accountsInDebt.getOrDefault(asset, new TreeMap<>());
    Comparator<AssetRow.Debtor> byFewest =
        Comparator.comparing(
            debtor -> accounts.getOrDefault(debtor.owner(), 0), Comparator.reverseOrder());
    return debtors.getOrDefault(asset, new TreeMap<>()).entrySet().stream()
        .map(entry -> new AssetRow.Debtor(entry.getKey(), entry.getValue()))
        .max(
            byMost
                .thenComparing(byFewest)
                .thenComparing(AssetRow.Debtor::owner, Comparator.reverseOrder()));
  }

  private static Interval principal(List<Loan> loans, String asset) {
    return loans.stream()
        .filter(loan -> loan.asset().equals(asset))
        .map(loan -> loan.principal().value())
        .reduce(Interval.ZERO, Interval::plus);
  }

  private static Interval sum(SortedMap<String, Interval> sums, String asset) {
    return sums.getOrDefault(asset, Interval.ZERO);
  }

  private static void add(SortedMap<String, Interval> sums, String key, Interval value) {
    sums.merge(key, value, Interval::plus);
  }
}
