package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Interval;

class RunningSumLaws {
  private static final int CASES = 5_000;

  @Test
  void shouldBeTheSumOfTheIntervalsOneAfterTheOther() {
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RunningSum sum = new RunningSum();
      Interval expected = Interval.ZERO;
      int open = random.nextInt(2, 20);
      for (int part = random.nextInt(8); part > 0; part--) {
        Interval next = interval(random, open);
        sum.add(next);
        expected = expected.plus(next);
        assertThat(sum.total()).as("seed %d", seed).isEqualTo(expected);
        assertThat(sum.total().isExact()).isEqualTo(expected.isExact());
      }
    }
  }

  private static Interval interval(SplittableRandom random, int open) {
    BigDecimal low = BigDecimal.valueOf(random.nextInt(-1_000, 1_000), random.nextInt(4));
    return switch (random.nextInt(open)) {
      case 0 -> new Interval(low, low.add(BigDecimal.valueOf(random.nextInt(1, 9))));
      case 1 -> random.nextBoolean() ? new Interval(low, null) : new Interval(null, low);
      default -> Interval.exactly(low);
    };
  }
}
