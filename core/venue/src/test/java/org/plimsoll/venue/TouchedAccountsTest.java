package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TouchedAccountsTest {
  private static final int ACCOUNTS = 20_000;

  @Test
  void shouldFindWhatASortedSetFinds() {
    SplittableRandom random = new SplittableRandom(5);
    TouchedAccounts touched = new TouchedAccounts();
    TreeSet<Integer> expected = new TreeSet<>();
    for (int i = 0; i < 100_000; i++) {
      int account = random.nextInt(ACCOUNTS);
      if (random.nextInt(3) == 0) {
        touched.add(account);
        expected.add(account);
      } else {
        touched.remove(account);
        expected.remove(account);
      }
      int from = random.nextInt(ACCOUNTS);
      int to = from + random.nextInt(ACCOUNTS - from + 1);
      Integer next = expected.ceiling(from);
      assertThat(touched.next(from, to)).isEqualTo(next == null || next > to ? to : next);
    }
    assertThat(expected).isNotEmpty();
  }

  @Test
  void shouldFindNobodyWhereNobodyEverWas() {
    TouchedAccounts touched = new TouchedAccounts();
    assertThat(touched.next(0, 1_000_000)).isEqualTo(1_000_000);
    touched.remove(500_000);
    touched.add(999_999);
    assertThat(touched.next(3, 1_000_000)).isEqualTo(999_999);
  }
}
