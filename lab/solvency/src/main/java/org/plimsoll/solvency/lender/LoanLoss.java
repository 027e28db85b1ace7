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
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.wrongway.ConditionalCollateral;

/// What one exposure loses if its borrower fails within 30 days.
///
/// Collateral of several assets is taken to move as one: its volatility is the weighted sum of
/// theirs, which is the most that it can be.
///
/// @param exposure the debt and its collateral
/// @param loanToValue debt over collateral at mark; empty where nothing is pledged
/// @param cases the loss by correlation, and with the jump where an issuer is tied to the borrower
/// @param expected loss over a year's chance to fail, in the book's currency; empty where no chance
///   or no bound of the debt is told
public record LoanLoss(
    Exposure exposure,
    Optional<RatioRange> loanToValue,
    List<Case> cases,
    Optional<Expected> expected) {
  private static final List<Double> CORRELATIONS = List.of(0.0, 0.3, 0.6, 0.9);

  /// Copies the cases.
  public LoanLoss {
    cases = List.copyOf(cases);
  }

  /// One way in which collateral and borrower fall together.
  ///
  /// @param jump whether collateral of tied issuers is taken as worthless
  /// @param correlation of what is left with the borrower, 0 to 1; the highest that counts
  /// @param low the part of the debt that is lost, every range at the favorable end
  /// @param high the same at the careful end
  public record Case(boolean jump, double correlation, double low, double high) {}

  /// A loss in the book's currency.
  ///
  /// @param low at the least chance and the least loss
  /// @param high at the greatest
  public record Expected(double low, double high) {}

  /// Returns what `exposure` loses.
  static LoanLoss of(Book book, String borrower, Exposure exposure, Optional<Interval> chance) {
    Losses losses = new Losses(book, borrower, exposure, DefaultChance.rarest(chance));
    List<Case> cases = new ArrayList<>();
    for (double correlation : CORRELATIONS) {
      cases.add(losses.at(false, correlation));
    }
    if (losses.hasTied()) {
      cases.add(losses.at(true, CORRELATIONS.getLast()));
    }
    LoanLoss loss =
        new LoanLoss(
            exposure, RatioRange.of(exposure.debt(), exposure.value()), cases, Optional.empty());
    return new LoanLoss(exposure, loss.loanToValue(), cases, chance.flatMap(loss::expectedAt));
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

  /// Returns the least part of the debt that a default loses.
  public double low() {
    return cases.stream().mapToDouble(Case::low).min().orElseThrow();
  }

  /// Returns the greatest part of the debt that a default loses.
  public double high() {
    return cases.stream().mapToDouble(Case::high).max().orElseThrow();
  }

  /// The loss of one exposure under different assumptions.
  private record Losses(Book book, String borrower, Exposure exposure, double chance) {
    boolean hasTied() {
      return exposure.collateral().keySet().stream().anyMatch(this::isTied);
    }

    private boolean isTied(String id) {
      Asset asset = book.assets().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
      return CollateralHaircut.reason(book, borrower, asset).jump() == 1;
    }

    Case at(boolean jump, double correlation) {
      return new Case(
          jump,
          correlation,
          part(jump, correlation, Corner.FAVORABLE),
          part(jump, correlation, Corner.CAREFUL));
    }

    /// What has no bound on its fall is worth nothing at the careful end.
    private double part(boolean jump, double correlation, Corner corner) {
      double value = 0;
      double weighted = 0;
      for (Map.Entry<String, Interval> pledge : exposure.collateral().entrySet()) {
        String asset = pledge.getKey();
        double volatility = CollateralHaircut.volatility(book, asset, corner);
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
