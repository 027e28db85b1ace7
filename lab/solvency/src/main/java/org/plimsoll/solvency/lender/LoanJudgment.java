package org.plimsoll.solvency.lender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.HorizonSale;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// What one loan loses if its borrower defaults, in the book's currency.
///
/// The best case lets the collateral keep its price until the borrower has defaulted and sells it
/// within the horizon at the favorable end of every range. The worst case lets collateral that the
/// borrower or a relative issued be worth nothing, and sells the rest at the careful end. What the
/// borrower pays beyond its collateral is left out: a defaulter may pay nothing.
///
/// @param loan the loan
/// @param debt what is owed
/// @param atMark value of the collateral at mark
/// @param loanToValue debt over collateral; empty where there is none
/// @param sales by horizon, shortest first
public record LoanJudgment(
    Loan loan, Interval debt, Interval atMark, Optional<RatioRange> loanToValue, List<Sale> sales) {
  private static final List<Integer> HORIZONS = List.of(1, 7, 30, 90);

  /// Copies the list.
  public LoanJudgment {
    sales = List.copyOf(sales);
  }

  /// What the collateral brings when it is sold within some days.
  ///
  /// @param days the horizon
  /// @param worst proceeds at the careful end
  /// @param best proceeds at the favorable end; infinite where nothing bounds them
  /// @param lossLow the part of the debt that is lost at best
  /// @param lossHigh the part that is lost at worst
  public record Sale(int days, double worst, double best, double lossLow, double lossHigh) {}

  /// Returns the judgment of a loan of `book`.
  ///
  /// @param reasons why each collateral may fall with the borrower, by asset
  static LoanJudgment of(Book book, Loan loan, SortedMap<String, WrongWayReason> reasons) {
    Prices prices = new Prices(book);
    Interval debt = prices.value(loan.asset(), loan.principal().value());
    Interval atMark = prices.value(loan.collateral());
    List<Sale> sales = new ArrayList<>();
    for (int days : HORIZONS) {
      sales.add(sale(book, loan, reasons, debt, days));
    }
    Optional<RatioRange> ratio =
        loan.collateral().isEmpty() ? Optional.empty() : RatioRange.of(debt, atMark);
    return new LoanJudgment(loan, debt, atMark, ratio, sales);
  }

  private static Sale sale(
      Book book, Loan loan, SortedMap<String, WrongWayReason> reasons, Interval debt, int days) {
    Prices prices = new Prices(book);
    SortedMap<String, Market> markets = new TreeMap<>();
    book.markets().forEach(market -> markets.put(market.asset(), market));
    double worst = 0;
    double best = 0;
    for (Map.Entry<String, Figure> pledge : loan.collateral().entrySet()) {
      String asset = pledge.getKey();
      HorizonSale sale =
          HorizonSale.of(
              Optional.ofNullable(markets.get(asset)),
              prices.of(asset),
              pledge.getValue().value(),
              days);
      WrongWayReason reason = reasons.get(asset);
      worst += reason == null || reason.jump() < 1 ? sale.low() : 0;
      best += sale.high();
    }
    double least = Corner.FAVORABLE.ofLessIsBetter(debt);
    double most = Corner.CAREFUL.ofLessIsBetter(debt);
    return new Sale(days, worst, best, lost(least, best), lost(most, worst));
  }

  private static double lost(double debt, double proceeds) {
    if (debt == 0 || Double.isInfinite(proceeds)) {
      return 0;
    }
    return Double.isInfinite(debt) ? 1 : StrictMath.max(0, 1 - proceeds / debt);
  }
}
