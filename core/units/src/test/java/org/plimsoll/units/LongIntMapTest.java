package org.plimsoll.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LongIntMapTest {
  @Test
  void shouldAnswerAsAHashMapDoesOverALongHistory() {
    SplittableRandom random = new SplittableRandom(5);
    LongIntMap map = new LongIntMap(4);
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 400_000; i++) {
      long key = 1L + random.nextInt(3_000);
      switch (random.nextInt(3)) {
        case 0 -> {
          map.put(key, i);
          expected.put(key, i);
        }
        case 1 -> assertThat(map.remove(key)).isEqualTo(orMissing(expected.remove(key)));
        default -> assertThat(map.get(key)).isEqualTo(orMissing(expected.get(key)));
      }
      assertThat(map.size()).isEqualTo(expected.size());
    }
  }

  @Test
  void shouldKeepEveryKeyOfABunchThatSharesItsPlaces() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 300; round++) {
      LongIntMap map = new LongIntMap(1);
      Map<Long, Integer> expected = new HashMap<>();
      for (int i = 0; i < 400; i++) {
        long key = 1L + random.nextInt(6) + ((long) random.nextInt(4) << 60);
        if (random.nextBoolean()) {
          map.put(key, i);
          expected.put(key, i);
        } else {
          assertThat(map.remove(key)).isEqualTo(orMissing(expected.remove(key)));
        }
        expected.forEach((k, v) -> assertThat(map.get(k)).isEqualTo(v));
      }
    }
  }

  @Test
  void shouldNeitherGrowNorSlowDownOverMillionsOfInsertionsAndRemovals() {
    LongIntMap map = new LongIntMap(64);
    int live = 60;
    int longestRun = 0;
    for (long key = 1; key <= 3_000_000; key++) {
      map.put(key, 1);
      if (key > live && map.remove(key - live) != 1) {
        throw new AssertionError("key " + (key - live) + " is lost");
      }
      if (key % 1_000 == 0) {
        longestRun = Math.max(longestRun, longestRun(places(map)));
      }
    }
    assertThat(map.size()).isEqualTo(live);
    assertThat(places(map)).hasSize(128);
    assertThat(Arrays.stream(places(map)).filter(key -> key != 0).count()).isEqualTo(live);
    assertThat(longestRun).as("most places that a search may look at").isLessThan(live);
  }

  @Test
  void shouldMissKeysThatCannotBeThere() {
    LongIntMap map = new LongIntMap(2);
    map.put(1, 10);
    map.put(Long.MAX_VALUE, 11);
    assertThat(map.get(0)).isEqualTo(LongIntMap.MISSING);
    assertThat(map.get(-1)).isEqualTo(LongIntMap.MISSING);
    assertThat(map.get(Long.MIN_VALUE)).isEqualTo(LongIntMap.MISSING);
    assertThat(map.remove(0)).isEqualTo(LongIntMap.MISSING);
    assertThat(map.remove(-1)).isEqualTo(LongIntMap.MISSING);
    assertThat(map.get(Long.MAX_VALUE)).isEqualTo(11);
    assertThat(map.size()).isEqualTo(2);
  }

  @Test
  void shouldRefuseAKeyOrValueThatItCouldNotTellFromNothing() {
    LongIntMap map = new LongIntMap(2);
    assertThatThrownBy(() -> map.put(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> map.put(-5, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> map.put(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(map.size()).isZero();
  }

  private static long[] places(LongIntMap map) {
    try {
      Field field = LongIntMap.class.getDeclaredField("entries");
      field.setAccessible(true);
      long[] entries = (long[]) field.get(map);
      return IntStream.range(0, entries.length / 2).mapToLong(i -> entries[i * 2]).toArray();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static int longestRun(long[] places) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < 2 * places.length && run < places.length; i++) {
      run = places[i % places.length] == 0 ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static int orMissing(@Nullable Integer value) {
    return value == null ? LongIntMap.MISSING : value;
  }
}
