package org.plimsoll.ecosystem.agent.lender;

import java.util.List;
import org.plimsoll.ecosystem.scenario.Plan;

/// What a lender is: whom it lends to on which terms, whose money it is, and when it wants it back.
///
/// @param party the lender's name among the parties
/// @param money what is lent, such as `USD`
/// @param debt instrument of kind `OWED` in which borrowers owe it
/// @param deposits instrument of kind `OWED` in which it owes its own depositors
/// @param lines whom it lends to
/// @param funding what its depositors want to have left with it by date, in dollars, as long as
///   nothing frightens them
/// @param reserve cash that it keeps, as a fraction of deposits, 0 to 1
/// @param fearPerFailure fraction of deposits that leaves each day for each firm that has failed
///   within the last 30 days, 0 to 1; a parameter without a source
/// @param fearOfLoss fraction of deposits that leaves each day for each unit of (deposits - assets)
///   / deposits, from 0; a parameter without a source
/// @param fireSale fraction of its value that seized collateral loses when it is sold, 0 to 1
/// @param noticeDays from asking money back to the day it must come
/// @param wrongWay collateral that it believes to be worth nothing when its borrower defaults
///   (wrong-way risk, Pykhtin 2003), and so lends nothing on
public record Lending(
    String party,
    String money,
    String debt,
    String deposits,
    List<Line> lines,
    List<Plan.Point> funding,
    double reserve,
    double fearPerFailure,
    double fearOfLoss,
    double fireSale,
    double noticeDays,
    List<String> wrongWay) {
  /// Whom it lends to.
  ///
  /// @param borrower party
  /// @param collateral asset that is pledged
  /// @param keeping party at whom it is kept, which is nobody's own
  /// @param limit the most it lends by date, in dollars; where it falls, the difference is recalled
  /// @param haircut fraction of the collateral's worth on which it does not lend, 0 to 1
  /// @param keptAtDefault what it believes that the collateral is worth when this borrower
  ///   defaults, as a fraction of its worth now: 1 treats it as if it were uncorrelated, 0 is right
  ///   for the borrower's own token (wrong-way risk, Pykhtin 2003)
  /// @param callAt debt over worth of the collateral at which it calls for more, above 0 (0 where
  ///   it never does)
  /// @param isUnsecured lends without collateral
  public record Line(
      String borrower,
      String collateral,
      String keeping,
      List<Plan.Point> limit,
      double haircut,
      double keptAtDefault,
      double callAt,
      boolean isUnsecured) {
    /// Takes a copy.
    public Line {
      limit = List.copyOf(limit);
    }

    /// Returns how much it lends on collateral worth one, in billionths; the largest number where
    /// it needs none.
    long advanceE9() {
      return isUnsecured ? Long.MAX_VALUE : Math.round((1 - haircut) * keptAtDefault * 1e9);
    }
  }

  /// Returns how much it lends on collateral worth one in a line, in billionths.
  long advanceE9(Line line) {
    return !line.isUnsecured() && wrongWay.contains(line.collateral()) ? 0 : line.advanceE9();
  }

  /// Takes copies.
  public Lending {
    lines = List.copyOf(lines);
    funding = List.copyOf(funding);
    wrongWay = List.copyOf(wrongWay);
  }
}
