package org.plimsoll.solvency.survival;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which debts a day has to look at: most of them, on most days, it does not.
final class DebtCalendar {
  private static final int[] NONE = {};

  private final int[] secured;
  private final int[] called;
  private final int[][] dueOn;

  DebtCalendar(List<Debt> debts) {
    this.secured = positions(debts, debt -> debt.security().quantity() > 0);
    this.called = positions(debts, debt -> debt.called() > 0);
    int last = debts.stream().mapToInt(Debt::dueDay).max().orElse(0);
    this.dueOn = new int[last + 1][];
    for (int day = 0; day <= last; day++) {
      int today = day;
      dueOn[day] = positions(debts, debt -> debt.dueDay() == today);
    }
  }

  private static int[] positions(List<Debt> debts, Predicate<Debt> chosen) {
    return IntStream.range(0, debts.size()).filter(i -> chosen.test(debts.get(i))).toArray();
  }

  /// Positions of the debts with collateral.
  int[] secured() {
    return secured;
  }

  /// Positions of the debts of which a part falls due every day.
  int[] called() {
    return called;
  }

  /// Positions of the debts that fall due altogether on `day`, from 1.
  int[] dueOn(int day) {
    return day < dueOn.length ? dueOn[day] : NONE;
  }
}
