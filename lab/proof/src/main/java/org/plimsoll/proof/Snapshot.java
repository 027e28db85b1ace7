package org.plimsoll.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.file.BookHash;

/// The accounts of a book as leaves: whole numbers of smallest units, one column per asset for what
/// an account is owed and one for what it owes.
///
/// A debt is listed where the account's collateral, at the book's lowest prices and maintenance
/// weights, is worth it at the highest. Own tokens, and assets without a weight, secure nothing.
/// Other debts are summed as unsecured and stand in no leaf.
public final class Snapshot {
  private final Book book;
  private final List<AssetTerms> terms;
  private final List<Account> accounts;

  private Snapshot(Book book, List<AssetTerms> terms, List<Account> accounts) {
    this.book = book;
    this.terms = terms;
    this.accounts = accounts;
  }

  /// Returns the snapshot of a book; a sentence where there are no accounts, or a balance is not
  /// one number, or has too many digits for a tree.
  public static Reading<Snapshot> of(Book book) {
    return Mistake.reading(() -> read(book));
  }

  private static Snapshot read(Book book) {
    SortedMap<String, Integer> decimals = new TreeMap<>();
    for (Account account : book.accounts()) {
      requireNoPosition(account);
      account
          .balances()
          .forEach((asset, balance) ->
              decimals.merge(asset, exact(account, asset, balance).scale(), Math::max));
    }
    if (decimals.isEmpty()) {
      throw new Mistake("the book has no account with a balance; there is nothing to prove");
    }
    List<Account> accounts =
        book.accounts().stream().sorted(Comparator.comparing(Account::id)).toList();
    Snapshot snapshot = new Snapshot(book, terms(book, decimals), accounts);
    accounts.forEach(snapshot::requireRoom);
    return snapshot;
  }

  /// What a position has earned moves with every price; a leaf holds what is owed in units.
  private static void requireNoPosition(Account account) {
    if (!account.positions().isEmpty()) {
      throw new Mistake(
          "account "
              + account.id()
              + " has an open position; a proof commits to balances, so settle positions first");
    }
  }

  private static BigDecimal exact(Account account, String asset, Figure balance) {
    BigDecimal low = balance.value().low();
    if (low == null || !balance.value().isExact()) {
      throw new Mistake(
          "account "
              + account.id()
              + " has a balance of "
              + asset
              + " that is not known exactly; a proof commits to exact numbers");
    }
    return low;
  }

  private static List<AssetTerms> terms(Book book, SortedMap<String, Integer> decimals) {
    SortedSet<String> own = OwnTokens.of(book);
    return book.assets().stream()
        .filter(asset -> decimals.containsKey(asset.id()))
        .sorted(Comparator.comparing(Asset::id))
        .map(asset -> terms(asset, decimals.getOrDefault(asset.id(), 0), own.contains(asset.id())))
        .toList();
  }

  private static AssetTerms terms(Asset asset, int decimals, boolean isOwn) {
    BigDecimal low = asset.price().value().low();
    BigDecimal high = asset.price().value().high();
    BigDecimal weight =
        asset.weights().map(CollateralWeights::total).filter(_ -> !isOwn).orElse(BigDecimal.ZERO);
    BigDecimal collateral = low == null ? BigDecimal.ZERO : low.multiply(weight);
    return new AssetTerms(asset.id(), decimals, collateral, Optional.ofNullable(high));
  }

  private void requireRoom(Account account) {
    int bits = Range.bits(Range.depth(accounts.size()), 0);
    for (BigInteger each : units(account, Function.identity())) {
      if (each.abs().bitLength() > bits) {
        throw new Mistake(
            "account "
                + account.id()
                + " has a balance of "
                + each
                + " smallest units; a tree of "
                + accounts.size()
                + " accounts holds less than 2^"
                + bits);
      }
    }
  }

  /// Returns how many accounts there are.
  public int count() {
    return accounts.size();
  }

  /// Returns how the assets are counted, in ascending order of id.
  public List<AssetTerms> terms() {
    return terms;
  }

  /// Returns the leaves in ascending order of id, made anew at each reading.
  public Iterable<Leaf> leaves(Salts salts) {
    return () -> {
      Iterator<Account> each = accounts.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public Leaf next() {
          return leaf(each.next(), salts);
        }
      };
    };
  }

  /// Returns the commitment to this snapshot under the root of its tree.
  public Commitment commitment(SumRoot root) {
    List<BigInteger> unsecured = unsecuredDebts();
    List<CommittedAsset> assets = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      assets.add(
          new CommittedAsset(
              terms.get(i),
              root.sums().get(i),
              root.sums().get(terms.size() + i),
              unsecured.get(i)));
    }
    return Commitment.of(
        book.subject(), book.asOf(), BookHash.of(book), root.count(), root.hash(), assets);
  }

  private Leaf leaf(Account account, Salts salts) {
    List<BigInteger> owed = owed(account);
    List<BigInteger> debts = debts(account);
    boolean isListed = DebtCover.holds(terms, owed, debts);
    List<BigInteger> listed = isListed ? debts : Collections.nCopies(terms.size(), BigInteger.ZERO);
    return new Leaf(
        account.id(),
        salts.of(account.id()),
        Stream.concat(owed.stream(), listed.stream()).toList());
  }

  private List<BigInteger> unsecuredDebts() {
    BigInteger[] sums = new BigInteger[terms.size()];
    Arrays.fill(sums, BigInteger.ZERO);
    for (Account account : accounts) {
      List<BigInteger> debts = debts(account);
      if (!DebtCover.holds(terms, owed(account), debts)) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] = sums[i].add(debts.get(i));
        }
      }
    }
    return List.of(sums);
  }

  private List<BigInteger> owed(Account account) {
    return units(account, units -> units.max(BigInteger.ZERO));
  }

  private List<BigInteger> debts(Account account) {
    return units(account, units -> units.negate().max(BigInteger.ZERO));
  }

  /// Returns a part of each balance, in the order of the assets. It is exact: no balance has more
  /// decimals than its asset.
  private List<BigInteger> units(Account account, Function<BigInteger, BigInteger> part) {
    List<BigInteger> units = new ArrayList<>(terms.size());
    for (AssetTerms asset : terms) {
      Figure balance = account.balances().get(asset.id());
      BigDecimal exact = balance == null ? BigDecimal.ZERO : exact(account, asset.id(), balance);
      units.add(
          part.apply(exact.setScale(asset.decimals(), RoundingMode.UNNECESSARY).unscaledValue()));
    }
    return units;
  }
}
