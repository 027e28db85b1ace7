package org.plimsoll.solvency.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.survival.Debt;

/// Who holds and owes what, while a book is read into it. Parties and assets are positions.
final class PositionTable {
  /// The book's currency.
  static final int MONEY = 0;

  /// The book's currency where it is pledged: nobody can pay with it.
  static final int PLEDGED_MONEY = 1;

  /// The first asset of the book beside its currency.
  static final int FIRST_ASSET = 2;

  private final SortedMap<String, Integer> assetNumbers = new TreeMap<>();
  private final double[] prices;
  private final double[][] holdings;
  private final List<Debt> debts = new ArrayList<>();

  /// @param prices by asset, the two of money first
  PositionTable(Book book, int parties, double[] prices) {
    int next = FIRST_ASSET;
    for (Asset asset : assetsBesideMoney(book)) {
      assetNumbers.put(asset.id(), next++);
    }
    this.prices = prices.clone();
    this.holdings = new double[parties][prices.length];
  }

  /// Returns the assets behind the two of money that anybody has or owes, in order.
  static List<Asset> assetsBesideMoney(Book book) {
    SortedSet<String> used = new TreeSet<>();
    book.accounts().forEach(account -> used.addAll(account.exposure(book.currency()).keySet()));
    book.custody().forEach(custody -> used.add(custody.asset()));
    book.elsewhere().forEach(elsewhere -> used.add(elsewhere.asset()));
    for (Loan loan : book.loans()) {
      used.add(loan.asset());
      used.addAll(loan.collateral().keySet());
    }
    used.remove(book.currency());
    return book.assets().stream().filter(asset -> used.contains(asset.id())).toList();
  }

  /// Returns the position of an asset that is owed or free.
  int asset(String id) {
    return assetNumbers.getOrDefault(id, MONEY);
  }

  /// Returns the position of the same asset where it is pledged.
  static int pledged(int asset) {
    return asset == MONEY ? PLEDGED_MONEY : asset;
  }

  double price(int asset) {
    return prices[asset];
  }

  double held(int party, int asset) {
    return holdings[party][asset];
  }

  /// Returns what a party owes in an asset by the debts that are entered so far.
  double owed(int party, int asset) {
    double sum = 0;
    for (Debt debt : debts) {
      sum += debt.borrower() == party && debt.asset() == asset ? debt.principal() : 0;
    }
    return sum;
  }

  void hold(int party, int asset, double units) {
    holdings[party][asset] += units;
  }

  /// Takes up to `units` from what a party holds.
  ///
  /// @return what was there
  double take(int party, int asset, double units) {
    double taken = StrictMath.min(units, holdings[party][asset]);
    holdings[party][asset] -= taken;
    return taken;
  }

  /// Adds a debt; nothing is none.
  void owe(Debt debt) {
    debts.add(debt);
  }

  /// Adds a debt that nothing secures and that is never due at once.
  ///
  /// @param called share of what is left that falls due every day
  void owe(int lender, int borrower, int asset, double units, double called) {
    if (units > 0) {
      owe(new Debt(lender, borrower, asset, units, called, 0, Debt.Security.NONE));
    }
  }

  List<Debt> debts() {
    return debts;
  }

  List<Double> holdings(int party) {
    List<Double> row = new ArrayList<>();
    for (double units : holdings[party]) {
      row.add(units);
    }
    return row;
  }

  /// Returns all units of an asset that anybody holds.
  double units(int asset) {
    double sum = 0;
    for (double[] row : holdings) {
      sum += row[asset];
    }
    return sum;
  }
}
