package org.plimsoll.solvency.book;

import java.math.BigDecimal;
import java.util.Optional;

/// What a loan's contract says besides the debt and the pledge. What is empty is not told.
///
/// @param rate simple interest for a year, as a fraction: 0.05 is 5 %
/// @param callable whether the lender can ask for it before it matures
/// @param maturity the day it is due, ISO 8601
/// @param targetLtv debt over collateral value to which a liquidation brings the loan back, 0 to 1
/// @param closeFactor the part of the debt that one liquidation may repay, 0 to 1
/// @param bonus what a liquidator gets on top of the debt repaid, as a fraction of it
public record LoanTerms(
    Optional<Figure> rate,
    Optional<Boolean> callable,
    Optional<String> maturity,
    Optional<BigDecimal> targetLtv,
    Optional<BigDecimal> closeFactor,
    Optional<BigDecimal> bonus) {
  /// Nothing is told.
  public static final LoanTerms UNTOLD =
      new LoanTerms(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public LoanTerms {
    rate = rate.map(Figure::asQuantity);
    targetLtv = targetLtv.map(Decimals::canonical);
    closeFactor = closeFactor.map(Decimals::canonical);
    bonus = bonus.map(Decimals::canonical);
  }
}
