package org.plimsoll.solvency.cascade;

import java.util.ArrayList;
import java.util.List;

/// Loans against one collateral, sorted by the price that triggers them, highest first.
///
/// What a falling price has triggered is then always the front of the book, so that a cascade over
/// a million loans reads each of them once. A loan is known by its rank in this order; loans with
/// the same trigger keep the order in which they came.
public final class LoanBook {
  final double[] trigger;
  final double[] quantity;
  final double[] debt;
  private final double[] liquidationLtv;
  private final int[] position;

  private LoanBook(List<PledgedLoan> loans) {
    int size = loans.size();
    double[] triggers = new double[size];
    double[] quantities = new double[size];
    double[] debts = new double[size];
    double[] ltvs = new double[size];
    // The loans are read as they lie in memory; only arrays are read in the order of triggers.
    for (int place = 0; place < size; place++) {
      PledgedLoan loan = loans.get(place);
      triggers[place] = loan.trigger();
      quantities[place] = loan.quantity();
      debts[place] = loan.debt();
      ltvs[place] = loan.liquidationLtv();
    }
    this.position = DescendingOrder.of(triggers);
    this.trigger = ranked(triggers);
    this.quantity = ranked(quantities);
    this.debt = ranked(debts);
    this.liquidationLtv = ranked(ltvs);
  }

  private double[] ranked(double[] values) {
    double[] ranked = new double[values.length];
    for (int rank = 0; rank < ranked.length; rank++) {
      ranked[rank] = values[position[rank]];
    }
    return ranked;
  }

  /// Returns the book of these loans.
  ///
  /// @throws IllegalArgumentException if there is none
  public static LoanBook of(List<PledgedLoan> loans) {
    if (loans.isEmpty()) {
      throw new IllegalArgumentException("loans is empty");
    }
    return new LoanBook(loans);
  }

  /// Returns how many loans there are.
  public int size() {
    return trigger.length;
  }

  /// Returns the loan of this rank.
  public PledgedLoan loan(int rank) {
    return new PledgedLoan(quantity[rank], debt[rank], liquidationLtv[rank]);
  }

  /// Returns at which place of the list that the book was made from the loan of this rank stood.
  public int position(int rank) {
    return position[rank];
  }

  /// Returns the price at or below which the loan of this rank is liquidated.
  public double trigger(int rank) {
    return trigger[rank];
  }

  /// How hard one trigger price pushes towards the next.
  ///
  /// @param trigger price
  /// @param released units sold there
  /// @param gain log price lost by these sales over the log distance to the next trigger
  public record Rung(double trigger, double released, double gain) {}

  /// Returns the gain at each trigger price but the last, from the highest down: `R = (s/M) / ln(p
  /// / p')`. A run of rungs of 1 or more is a stretch that falls by itself, and one such rung can
  /// drag those behind it along.
  ///
  /// @param depth log-depth of the market, in units
  /// @throws IllegalArgumentException if the depth is not positive
  public List<Rung> profile(double depth) {
    PledgedLoan.requirePositive("depth", depth);
    List<Rung> rungs = new ArrayList<>();
    double released = 0;
    for (int rank = 0; rank + 1 < size(); rank++) {
      released += quantity[rank];
      if (trigger[rank + 1] < trigger[rank]) {
        double gap = StrictMath.log(trigger[rank] / trigger[rank + 1]);
        rungs.add(new Rung(trigger[rank], released, released / depth / gap));
        released = 0;
      }
    }
    return rungs;
  }
}
