package org.plimsoll.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RowQueueTest {
  private static final Row ROW = new Row(Statement.TRADE, List.of());

  private final RowQueue queue = new RowQueue(10, 0);

  @Test
  void whoTellsMoreThanThereIsRoomForWaitsUntilItIsWritten() throws Exception {
    queue.put(told(1, 6));
    CountDownLatch isIn = new CountDownLatch(1);
    Thread teller =
        Thread.ofPlatform()
            .start(() -> {
              queue.put(told(2, 6));
              isIn.countDown();
            });
    while (teller.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(isIn.getCount()).isEqualTo(1);
    assertThat(queue.rowsWaiting()).isEqualTo(6);
    queue.written(queue.take(9));
    isIn.await();
    assertThat(queue.waitedNs()).isPositive();
    assertThat(queue.position()).isEqualTo(1);
    assertThat(queue.rowsWaiting()).isEqualTo(6);
  }

  @Test
  void aCommandOfMoreRowsThanThereIsEverRoomForGoesInAlone() {
    queue.put(told(1, 50));
    assertThat(queue.rowsWaiting()).isEqualTo(50);
  }

  @Test
  void aCommandWithoutRowsIsWrittenWhenAllBeforeItAre() {
    queue.put(told(1, 0));
    assertThat(queue.position()).isEqualTo(1);
    queue.put(told(2, 3));
    queue.put(told(3, 0));
    assertThat(queue.position()).isEqualTo(1);
    queue.written(queue.take(9));
    assertThat(queue.position()).isEqualTo(3);
  }

  @Test
  void whoWaitsForWhatIsNeverToldIsNotKept() throws Exception {
    queue.put(told(1, 1));
    assertThat(queue.await(1, 1)).isFalse();
    queue.abandon();
    assertThat(queue.await(1, Long.MAX_VALUE)).isFalse();
    assertThat(queue.take(9)).isEmpty();
    queue.put(told(2, 100));
    assertThat(queue.take(9)).isEmpty();
  }

  private static Told told(long sequence, int rows) {
    return new Told(sequence, 0, Collections.nCopies(rows, ROW));
  }
}
