package org.plimsoll.solvency.assess;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;

/// The sum of many intervals, exactly. A large book has sums of millions, and an interval for each
/// step would be one to bring into canonical form and to throw away.
final class RunningSum implements Serializable {
  private static final long serialVersionUID = 1;

  private @Nullable BigDecimal low = BigDecimal.ZERO;
  private @Nullable BigDecimal high = BigDecimal.ZERO;
  private boolean isExact = true;

  void add(Interval part) {
    if (isExact && !part.isExact()) {
      high = low;
      isExact = false;
    }
    low = low == null || part.low() == null ? null : low.add(part.low());
    if (!isExact) {
      high = high == null || part.high() == null ? null : high.add(part.high());
    }
  }

  Interval total() {
    return new Interval(low, isExact ? low : high);
  }
}
