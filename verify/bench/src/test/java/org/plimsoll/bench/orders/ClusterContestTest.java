package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The contest checks what it measures, so that a run of it is the test.
@Tag("cluster")
class ClusterContestTest {
  private static final int FIRST_PORT = 16_000;

  @Test
  void aHostAndAClusterMakeTheTradesThatAreMeant() {
    long port = FIRST_PORT + ProcessHandle.current().pid() % 100 * 40;
    assertThatCode(() -> ClusterContest.main("commands=600", "rounds=1", "port=" + port))
        .doesNotThrowAnyException();
  }
}
