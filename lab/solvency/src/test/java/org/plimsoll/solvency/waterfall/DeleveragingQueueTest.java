package org.plimsoll.solvency.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.waterfall.DeleveragingQueue.Close;
import org.plimsoll.solvency.waterfall.DeleveragingQueue.Open;

class DeleveragingQueueTest {
  private static Open open(String account, int profit, int entry, int leverage, int size) {
    return new Open(
        account,
        BigDecimal.valueOf(profit),
        BigDecimal.valueOf(entry),
        BigDecimal.valueOf(leverage),
        BigDecimal.valueOf(size));
  }

  private final DeleveragingQueue queue =
      new DeleveragingQueue(
          List.of(
              open("d", -100, 1_000, 4, 5),
              open("b", 500, 4_000, 10, 8),
              open("c", 50, 200, 3, 2),
              open("a", 300, 1_000, 5, 3)));

  @Test
  void pv17_scoresRankProfitTimesLeverage() {
    assertThat(queue.ranked()).extracting(Open::account).containsExactly("a", "b", "c", "d");
    assertThat(queue.ranked())
        .extracting(position -> position.score().doubleValue())
        .containsExactly(1.5, 1.25, .75, -.025);
  }

  @Test
  void pv17_sixAreTakenAsThreeAndThree() {
    assertThat(queue.close(BigDecimal.valueOf(6)))
        .containsExactly(
            new Close("a", BigDecimal.valueOf(3)), new Close("b", BigDecimal.valueOf(3)));
  }

  @Test
  void shouldCloseNoMoreThanThereIs() {
    assertThat(queue.close(BigDecimal.valueOf(100)))
        .extracting(Close::account)
        .containsExactly("a", "b", "c", "d");
    assertThat(queue.close(BigDecimal.ZERO)).isEmpty();
  }

  @Test
  void shouldMeasureLeverageByTheDistanceToBankruptcy() {
    assertThat(DeleveragingQueue.effectiveLeverage(new BigDecimal("100"), new BigDecimal("80")))
        .isEqualByComparingTo("5");
    assertThat(DeleveragingQueue.effectiveLeverage(new BigDecimal("100"), new BigDecimal("120")))
        .isEqualByComparingTo("5");
    assertThatThrownBy(() -> DeleveragingQueue.effectiveLeverage(BigDecimal.ONE, BigDecimal.ONE))
        .hasMessageContaining("bankrupt 1");
  }

  @Test
  void shouldBreakTiesByAccount() {
    DeleveragingQueue tied =
        new DeleveragingQueue(List.of(open("z", 1, 1, 1, 1), open("y", 2, 2, 1, 1)));
    assertThat(tied.ranked()).extracting(Open::account).containsExactly("y", "z");
    assertThatThrownBy(() -> open("x", 1, 1, 0, 1)).hasMessageContaining("leverage 0");
    assertThatThrownBy(() -> tied.close(BigDecimal.valueOf(-1))).hasMessageContaining("size -1");
  }
}
