package org.plimsoll.solvency.lender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.HorizonSale;
import org.plimsoll.solvency.wrongway.ConditionalCollateral;

/// What one exposure loses if its borrower fails within 30 days.
///
/// Collateral of several assets is taken to move as one: its volatility is the weighted sum of
/// theirs, which is the most that it can be.
///
/// @param exposure the debt and its collateral
/// @param loanToValue debt over collateral at mark; empty where nothing bounds it
/// @param cases the loss of a sale at the price of the default, by correlation, and with the jump
///   where an issuer is tied to the borrower
/// @param sales the loss of a sale into the market as it is, by horizon, shortest first
/// @param expected loss over a year's chance to fail, in the book's currency; empty where no chance
///   or no bound of the debt is told
public record LoanJudgment(
    Exposure exposure,
    Optional<RatioRange> loanToValue,
    List<Case> cases,
    List<Sale> sales,
    Optional<Expected> expected) {
  private static final List<Integer> HORIZONS = List.of(1, 7, 30, 90);
  private static final int JUDGED_DAYS = 30;
  private static final List<Double> CORRELATIONS = List.of(0.0, 0.3, 0.6, 0.9);

  /// Copies the lists.
  public LoanJudgment {
    cases = List.copyOf(cases);
    sales = List.copyOf(sales);
  }

  /// One way in which collateral and borrower fall together.
  ///
  /// @param jump whether collateral of tied issuers is taken as worthless
  /// @param correlation of what is left with the borrower, 0 to 1; the highest that counts
  /// @param low the part of the debt that is lost, every range at the favorable end
  /// @param high the same at the careful end
  public record Case(boolean jump, double correlation, double low, double high) {}

  /// What the collateral brings when it is sold within some days.
  ///
  /// @param days the horizon
  /// @param worst proceeds at the careful end, of collateral of untied issuers alone
  /// @param best proceeds at the favorable end; infinite where nothing bounds them
  /// @param low the part of the debt that is lost at best
  /// @param high the part that is lost at worst
  public record Sale(int days, double worst, double best, double low, double high) {}

  /// A loss in the book's currency.
  ///
  /// @param low at the least chance and the least loss
  /// @param high at the greatest
  public record Expected(double low, double high) {}

  /// Returns what `exposure` loses.
  static LoanJudgment of(Book book, String borrower, Exposure exposure, Optional<Interval> chance) {
    Losses losses = new Losses(book, borrower, exposure, DefaultChance.rarest(chance));
    List<Case> cases = new ArrayList<>();
    for (double correlation : CORRELATIONS) {
      cases.add(losses.at(false, correlation));
    }
    if (losses.hasTied()) {
      cases.add(losses.at(true, CORRELATIONS.getLast()));
    }
    LoanJudgment loss =
        new LoanJudgment(
            exposure,
            exposure.collateral().isEmpty()
                ? Optional.empty()
                : RatioRange.of(exposure.debt(), exposure.value()).filter(Block::saysSomething),
            cases,
            HORIZONS.stream().map(losses::within).toList(),
            Optional.empty());
    return new LoanJudgment(
        exposure, loss.loanToValue(), cases, loss.sales(), chance.flatMap(loss::expectedAt));
  }

  private Optional<Expected> expectedAt(Interval chance) {
    double low =
        Corner.FAVORABLE.ofLessIsBetter(chance)
            * low()
            * Corner.FAVORABLE.ofLessIsBetter(exposure.debt());
    double high =
        Corner.CAREFUL.ofLessIsBetter(chance)
            * high()
            * Corner.CAREFUL.ofLessIsBetter(exposure.debt());
    return Double.isFinite(high) ? Optional.of(new Expected(low, high)) : Optional.empty();
  }

  /// Returns what the collateral brings within the 30 days for which a loan is judged.
  public Sale month() {
    return sales.stream().filter(sale -> sale.days() == JUDGED_DAYS).findFirst().orElseThrow();
  }

  /// Returns the least part of the debt that a default loses: neither the kindest price nor the
  /// kindest market takes away what the other one leaves lost.
  public double low() {
    return StrictMath.max(cases.stream().mapToDouble(Case::low).min().orElseThrow(), month().low());
  }

  /// Returns the greatest part of the debt that a default loses.
  public double high() {
    return StrictMath.max(
        cases.stream().mapToDouble(Case::high).max().orElseThrow(), month().high());
  }

  /// The loss of one exposure under different assumptions.
  private record Losses(Book book, String borrower, Exposure exposure, double chance) {
    boolean hasTied() {
      return exposure.collateral().keySet().stream().anyMatch(this::isTied);
    }

    private boolean isTied(String id) {
      Asset asset = book.assets().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
      return HaircutAdvice.reason(book, borrower, asset).jump() == 1;
    }

    Case at(boolean jump, double correlation) {
      return new Case(
          jump,
          correlation,
          part(jump, correlation, Corner.FAVORABLE),
          part(jump, correlation, Corner.CAREFUL));
    }

    Sale within(int days) {
      double worst = 0;
      double best = 0;
      for (Map.Entry<String, Interval> pledge : exposure.collateral().entrySet()) {
        String asset = pledge.getKey();
        HorizonSale sale = sale(asset, pledge.getValue(), days);
        worst += isTied(asset) ? 0 : sale.low();
        best += sale.high();
      }
      return new Sale(
          days, worst, best, unpaid(Corner.FAVORABLE, best), unpaid(Corner.CAREFUL, worst));
    }

    /// Money is not sold.
    private HorizonSale sale(String asset, Interval quantity, int days) {
      if (asset.equals(book.currency())) {
        return new HorizonSale(
            Corner.CAREFUL.ofMoreIsBetter(quantity), Corner.FAVORABLE.ofMoreIsBetter(quantity));
      }
      Optional<Market> market =
          book.markets().stream().filter(m -> m.asset().equals(asset)).findFirst();
      return HorizonSale.of(market, new Prices(book).of(asset), quantity, days);
    }

    private double unpaid(Corner corner, double proceeds) {
      double debt = corner.ofLessIsBetter(exposure.debt());
      if (debt == 0 || Double.isInfinite(proceeds)) {
        return 0;
      }
      return Double.isInfinite(debt) ? 1 : StrictMath.max(0, 1 - proceeds / debt);
    }

    /// What has no bound on its fall is worth nothing at the careful end.
    private double part(boolean jump, double correlation, Corner corner) {
      double value = 0;
      double weighted = 0;
      for (Map.Entry<String, Interval> pledge : exposure.collateral().entrySet()) {
        String asset = pledge.getKey();
        double volatility = HaircutAdvice.volatility(book, asset, corner);
        if (Double.isFinite(volatility) && !(jump && isTied(asset))) {
          double worth = corner.ofMoreIsBetter(new Prices(book).value(asset, pledge.getValue()));
          value += worth;
          weighted += worth * volatility;
        }
      }
      return lost(corner.ofLessIsBetter(exposure.debt()), value, weighted, correlation);
    }

    private double lost(double debt, double value, double weighted, double correlation) {
      if (debt == 0 || Double.isInfinite(value)) {
        return 0;
      }
      if (value == 0 || Double.isInfinite(debt)) {
        return 1;
      }
      return weighted == 0
          ? StrictMath.max(0, 1 - value / debt)
          : new ConditionalCollateral(
                      value, 0, weighted / value, DefaultChance.YEARS, chance, correlation)
                  .lossGivenDefault(debt)
              / debt;
    }
  }
}
