package org.plimsoll.solvency.cascade;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// A cascade of liquidations in part, as lending protocols do them.
///
/// In each round liquidators repay the part `closeFactor` of every debt under water, take
/// collateral worth that and the bonus at the price of the round, and sell it. Where the collateral
/// is not worth that much they take all of it and repay what it is worth less their bonus; the rest
/// is bad debt. A loan that is still under water at the next price is hit again.
///
/// @param book the loans
/// @param market before the shock
/// @param closeFactor the part of a debt repaid per round; in (0, 1\]
/// @param bonus what a liquidator gains, as a part of what he repays; not negative
public record PartialCascade(
    LoanBook book, ExponentialImpact market, double closeFactor, double bonus) {
  /// A debt below this part of what it was is closed at once, so that halving ends.
  private static final double DUST = 1e-6;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the close factor is not in (0, 1\] or the bonus is
  ///   negative
  public PartialCascade {
    if (!(closeFactor > 0 && closeFactor <= 1)) {
      throw new IllegalArgumentException("closeFactor " + closeFactor + " is not in (0, 1]");
    }
    if (!(bonus >= 0 && bonus < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bonus " + bonus + " is out of bounds");
    }
  }

  /// Returns what a fall of the price by the part `shock` sets off.
  ///
  /// @throws IllegalArgumentException if the shock is not in \[0, 1)
  public CascadeOutcome after(double shock) {
    if (!(shock >= 0 && shock < 1)) {
      throw new IllegalArgumentException("shock " + shock + " is not in [0, 1)");
    }
    return new Run(this, shock).outcome();
  }

  /// The loans as they stand between rounds. Those that were never hit are still the back of the
  /// book; of those that were, the open ones are looked at in every round.
  private static final class Run {
    private final PartialCascade rules;
    private final LoanBook book;
    private final ExponentialImpact shocked;
    private final double[] quantity;
    private final double[] debt;
    private final int[] open;
    private int openCount;
    private int touched;
    private double price;
    private double sold;
    private double badDebt;

    Run(PartialCascade rules, double shock) {
      this.rules = rules;
      this.book = rules.book;
      this.shocked =
          new ExponentialImpact(rules.market.price() * (1 - shock), rules.market.depth());
      this.quantity = book.quantity.clone();
      this.debt = book.debt.clone();
      this.open = new int[book.size()];
      this.price = shocked.price();
    }

    CascadeOutcome outcome() {
      List<CascadeOutcome.Round> rounds = new ArrayList<>();
      while (true) {
        int hit = 0;
        double soldBefore = sold;
        double badBefore = badDebt;
        for (; touched < book.size() && book.trigger[touched] >= price; touched++) {
          open[openCount++] = touched;
        }
        int kept = 0;
        for (int entry = 0; entry < openCount; entry++) {
          int rank = open[entry];
          if (isUnderWater(rank)) {
            liquidate(rank);
            hit++;
          }
          if (debt[rank] > 0) {
            open[kept++] = rank;
          }
        }
        openCount = kept;
        if (hit == 0) {
          return new CascadeOutcome(price, touched, sold, badDebt, rounds);
        }
        ExponentialImpact round = new ExponentialImpact(price, shocked.depth());
        double volume = sold - soldBefore;
        price = shocked.priceAfter(sold);
        double average = round.proceeds(volume) / volume;
        rounds.add(new CascadeOutcome.Round(hit, volume, average, price, badDebt - badBefore));
      }
    }

    private boolean isUnderWater(int rank) {
      return debt[rank] >= book.loan(rank).liquidationLtv() * quantity[rank] * price;
    }

    private void liquidate(int rank) {
      boolean isDust = debt[rank] <= DUST * book.debt[rank];
      double repaid = isDust ? debt[rank] : rules.closeFactor * debt[rank];
      double seized = repaid * (1 + rules.bonus) / price;
      if (seized >= quantity[rank]) {
        seized = quantity[rank];
        badDebt += StrictMath.max(0, debt[rank] - seized * price / (1 + rules.bonus));
        debt[rank] = 0;
      } else {
        debt[rank] -= repaid;
      }
      quantity[rank] -= seized;
      sold += seized;
    }
  }
}
