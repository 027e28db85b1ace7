package org.plimsoll.solvency.outlook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.survival.Counterparty;
import org.plimsoll.solvency.survival.CreditSystem;
import org.plimsoll.solvency.survival.Debt;
import org.plimsoll.solvency.survival.MarketJump;
import org.plimsoll.solvency.survival.RiskyAsset;

/// Reads a book into a system that can be simulated, at one end of its ranges.
///
/// Systems of one book have the same assets and parties at the same positions, so that they meet
/// the same random numbers.
final class BookSystem {
  /// A price of zero cannot be simulated.
  private static final double LEAST_PRICE = 1e-12;

  /// What a pledge to somebody unnamed secures: next to nothing, so that it only binds.
  private static final double NOMINAL_DEBT = 1e-9;

  /// The engine wants a chance below one.
  private static final double MOST_LIKELY_DEFAULT = 0.999_999;

  private final Book book;
  private final Choices choices;
  private final End end;
  private final boolean areExempt;
  private final Roster roster;
  private final PositionTable table;

  private BookSystem(Book book, Choices choices, End end, boolean areExempt, double[] prices) {
    this.book = book;
    this.choices = choices;
    this.end = end;
    this.areExempt = areExempt;
    this.roster = Roster.of(book);
    this.table = new PositionTable(book, roster.size(), prices);
  }

  /// Returns the system.
  ///
  /// @param areExempt whether the exemptions of accounts hold
  static CreditSystem of(Book book, Choices choices, End end, boolean areExempt) {
    double[] prices = prices(book, end, _ -> true);
    CreditSystem first = new BookSystem(book, choices, end, true, prices).system();
    double[] better = prices(book, end, asset -> units(first, asset) >= 0);
    return new BookSystem(book, choices, end, areExempt, better).system();
  }

  /// A high price is good where the subject has more of the asset than it owes in it, and bad where
  /// it must buy it.
  private static double[] prices(Book book, End end, IntPredicate isHighGood) {
    List<Asset> assets = PositionTable.assetsBesideMoney(book);
    double[] prices = new double[assets.size() + PositionTable.FIRST_ASSET];
    prices[PositionTable.MONEY] = 1;
    prices[PositionTable.PLEDGED_MONEY] = 1;
    for (int i = 0; i < assets.size(); i++) {
      int number = i + PositionTable.FIRST_ASSET;
      Interval price = assets.get(i).price().value();
      double chosen = isHighGood.test(number) ? end.ofGood(price) : end.ofBad(price);
      prices[number] = StrictMath.max(chosen, LEAST_PRICE);
    }
    return prices;
  }

  /// What the subject has of an asset beyond what it owes in it.
  private static double units(CreditSystem system, int asset) {
    double units = system.parties().get(Roster.SUBJECT).holdings().get(asset);
    for (Debt debt : system.debts()) {
      if (debt.asset() == asset) {
        units += debt.lender() == Roster.SUBJECT ? debt.principal() : 0;
        units -= debt.borrower() == Roster.SUBJECT ? debt.principal() : 0;
      }
    }
    return units;
  }

  private CreditSystem system() {
    for (Custody custody : book.custody()) {
      table.hold(
          Roster.SUBJECT, table.asset(custody.asset()), end.ofGood(custody.quantity().value()));
    }
    for (Elsewhere elsewhere : book.elsewhere()) {
      int holder = roster.number(elsewhere.party());
      table.hold(holder, table.asset(elsewhere.asset()), end.ofGood(elsewhere.quantity().value()));
    }
    List<AssetTerms> terms =
        PositionTable.assetsBesideMoney(book).stream()
            .map(asset -> AssetTerms.of(book, choices, asset))
            .toList();
    enterDeposits();
    new MarginAccounts(book, roster, table, end)
        .enter(limits(terms), areExempt, choices.withdrawn());
    new LoanDebts(book, roster, table, end, choices.withdrawn()).enter();
    bindEncumbered();
    List<RiskyAsset> assets = assets(terms);
    return new CreditSystem(
        assets,
        correlation(assets.size()),
        parties(),
        table.debts(),
        MarketJump.NONE,
        choices.correlation());
  }

  /// Accounts that owe nothing, all together: they differ in nothing that is asked here.
  private void enterDeposits() {
    SortedMap<Integer, Double> deposits = new TreeMap<>();
    for (Account account : Positions.accounts(book)) {
      SortedMap<String, Figure> exposure = account.exposure(book.currency());
      List<Double> units = exposure.values().stream().map(Figure::value).map(end::ofBad).toList();
      if (units.stream().allMatch(quantity -> quantity >= 0)) {
        List<String> ids = List.copyOf(exposure.keySet());
        for (int i = 0; i < ids.size(); i++) {
          deposits.merge(table.asset(ids.get(i)), units.get(i), Double::sum);
        }
      }
    }
    deposits.forEach((asset, units) ->
        table.owe(Roster.CREDITORS, Roster.SUBJECT, asset, units, choices.withdrawn()));
  }

  private double[] limits(List<AssetTerms> terms) {
    double[] limits = new double[terms.size() + PositionTable.FIRST_ASSET];
    double ofMoney =
        book.assets().stream()
            .filter(asset -> asset.id().equals(book.currency()))
            .map(asset -> AssetTerms.of(book, choices, asset).limit())
            .findFirst()
            .orElse(AssetTerms.UNTOLD_LIMIT);
    limits[PositionTable.MONEY] = ofMoney;
    limits[PositionTable.PLEDGED_MONEY] = ofMoney;
    for (int i = 0; i < terms.size(); i++) {
      limits[i + PositionTable.FIRST_ASSET] = terms.get(i).limit();
    }
    return limits;
  }

  /// What is pledged in custody beyond the collateral of the subject's loans in the book is bound
  /// to somebody whom the book does not name.
  private void bindEncumbered() {
    SortedMap<Integer, Double> bound = new TreeMap<>();
    for (Custody custody : book.custody()) {
      int asset = table.asset(custody.asset());
      bound.merge(asset, end.ofBad(custody.encumbered().value()), Double::sum);
    }
    for (Debt debt : table.debts()) {
      if (debt.borrower() == Roster.SUBJECT && debt.security().quantity() > 0) {
        int pledged = debt.security().asset();
        int asset = pledged == PositionTable.PLEDGED_MONEY ? PositionTable.MONEY : pledged;
        bound.merge(asset, -debt.security().quantity(), Double::sum);
      }
    }
    bound.forEach((asset, units) -> {
      double there = table.take(Roster.SUBJECT, asset, StrictMath.max(0, units));
      if (there > 0) {
        int pledged = PositionTable.pledged(asset);
        table.hold(Roster.SUBJECT, pledged, there);
        table.owe(
            new Debt(
                Roster.CREDITORS,
                Roster.SUBJECT,
                PositionTable.MONEY,
                NOMINAL_DEBT * there * table.price(asset),
                0,
                0,
                new Debt.Security(pledged, there, Double.POSITIVE_INFINITY, 1)));
      }
    });
  }

  private List<RiskyAsset> assets(List<AssetTerms> terms) {
    List<RiskyAsset> assets = new ArrayList<>();
    assets.add(RiskyAsset.MONEY);
    assets.add(new RiskyAsset(1, 0, 0, Double.POSITIVE_INFINITY, 0));
    for (AssetTerms each : terms) {
      int position = assets.size();
      double price = table.price(position);
      double depth = each.depth(end, price, table.units(position));
      assets.add(new RiskyAsset(price, 0, each.volatility(end), depth, 0));
    }
    return assets;
  }

  /// Money moves with nothing.
  private RealMatrix correlation(int size) {
    RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(size);
    for (int row = PositionTable.FIRST_ASSET; row < size; row++) {
      for (int column = PositionTable.FIRST_ASSET; column < row; column++) {
        matrix.setEntry(row, column, choices.correlation());
        matrix.setEntry(column, row, choices.correlation());
      }
    }
    return matrix;
  }

  /// Nobody ends the subject, whom nobody has looked into; whoever owes it is ended once nothing is
  /// left, so that a lost claim does not count for ever.
  private List<Counterparty> parties() {
    SortedMap<String, Double> defaults = new TreeMap<>();
    for (Party party : book.parties()) {
      defaults.put(party.id(), outsideDefault(party, end));
    }
    List<Counterparty> parties = new ArrayList<>();
    for (int number = 0; number < roster.size(); number++) {
      double chance = defaults.getOrDefault(roster.names().get(number), 0.0);
      parties.add(new Counterparty(table.holdings(number), chance, number != Roster.SUBJECT));
    }
    return parties;
  }

  private static double outsideDefault(Party party, End end) {
    return isDefaultTold(party)
        ? StrictMath.min(MOST_LIKELY_DEFAULT, end.ofBad(party.defaultProbability().value()))
        : 0;
  }

  /// A chance from 0 to 1 is none that is told.
  static boolean isDefaultTold(Party party) {
    Interval chance = party.defaultProbability().value();
    return !chance.equals(Interval.between(BigDecimal.ZERO, BigDecimal.ONE));
  }
}
