package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PriceClampTest {
  private static final long MINUTE = 60_000;

  private record Price(long fromMillis, long untilMillis, long e9) {}

  @Test
  void shouldPassWhateverComesFirst() {
    assertThat(PriceClamp.first(0, 1).priceE9()).isEqualTo(1);
    assertThat(PriceClamp.first(7, Long.MAX_VALUE).priceE9()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void rules_section4_shouldPassTwentyPercentAtOnceAndNoMore() {
    PriceClamp start = PriceClamp.first(0, 10_000);
    assertThat(start.next(1, 11_999).priceE9()).isEqualTo(11_999);
    assertThat(start.next(1, 12_001).priceE9()).isEqualTo(12_000);
    assertThat(start.next(1, 8_001).priceE9()).isEqualTo(8_001);
    assertThat(start.next(1, 7_999).priceE9()).isEqualTo(8_000);
  }

  /// A price that falls to a tenth reaches the engine in steps of a fifth, one each second slot.
  @Test
  void rules_section4_shouldFollowACrashAFifthAtATime() {
    PriceClamp clamp = PriceClamp.first(0, 10_000);
    long[] expected = {8_000, 8_000, 6_400, 6_400, 5_120, 5_120, 4_096};
    for (int slot = 0; slot < expected.length; slot++) {
      clamp = clamp.next((5 * slot + 2) * MINUTE, 1_000);
      assertThat(clamp.priceE9()).as("slot %s", slot).isEqualTo(expected[slot]);
    }
  }

  @Test
  void shouldMeasureFromTheHighestAndTheLowestPriceInForce() {
    PriceClamp swung = PriceClamp.first(0, 10_000).next(1, 11_000).next(2, 9_500);
    assertThat(swung.lowestE9()).isEqualTo(8_800);
    assertThat(swung.highestE9()).isEqualTo(11_400);
    assertThat(swung.next(6 * MINUTE, 1).priceE9()).isEqualTo(8_800);
    assertThat(swung.next(11 * MINUTE, 1).priceE9()).isEqualTo(7_600);
  }

  @Test
  void shouldLetPricesOfAFewBillionthsMoveByOne() {
    assertThat(PriceClamp.first(0, 1).next(1, 100).priceE9()).isEqualTo(2);
    assertThat(PriceClamp.first(0, 4).next(1, 1).priceE9()).isEqualTo(3);
    assertThat(PriceClamp.first(0, 1).next(1, 1).priceE9()).isEqualTo(1);
  }

  @Test
  void shouldNotOverflowAtTheLargestPrice() {
    PriceClamp largest = PriceClamp.first(0, Long.MAX_VALUE);
    assertThat(largest.next(1, Long.MAX_VALUE).priceE9()).isEqualTo(Long.MAX_VALUE);
    assertThat(largest.next(1, 1).priceE9()).isEqualTo(7_378_697_629_483_820_646L);
    assertThat(largest.next(1, 1).next(MINUTE * 60, Long.MAX_VALUE).priceE9())
        .isEqualTo(8_854_437_155_380_584_775L);
  }

  @Test
  void rules_section4_shouldKeepAnyTwoPricesOfFiveMinutesWithinTwentyPercent() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Price> inForce = history(random);
      for (int later = 1; later < inForce.size(); later++) {
        for (int earlier = later - 1; earlier >= 0; earlier--) {
          if (inForce.get(later).fromMillis() - inForce.get(earlier).untilMillis() <= 5 * MINUTE) {
            assertWithin(inForce.get(earlier).e9(), inForce.get(later).e9());
          }
        }
      }
    }
  }

  /// What is in force while a feed jumps about, from prices of a few billionths to large ones.
  private static List<Price> history(SplittableRandom random) {
    long center = 1L << random.nextInt(62);
    long time = random.nextLong(10 * MINUTE);
    PriceClamp clamp = PriceClamp.first(time, center);
    List<Price> prices = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      long next = time + random.nextLong(1 + ((10 * MINUTE) >> random.nextInt(12)));
      prices.add(new Price(time, next, clamp.priceE9()));
      long heard = random.nextInt(4) == 0 ? clamp.priceE9() : 1 + random.nextLong(2 * center);
      clamp = clamp.next(next, heard);
      if (heard >= clamp.lowestE9() && heard <= clamp.highestE9()) {
        assertThat(clamp.priceE9()).isEqualTo(heard);
      }
      time = next;
    }
    return prices;
  }

  private static void assertWithin(long earlier, long later) {
    BigInteger before = BigInteger.valueOf(earlier);
    BigInteger fifths = BigInteger.valueOf(later).multiply(BigInteger.valueOf(5));
    boolean within =
        fifths.compareTo(before.multiply(BigInteger.valueOf(4))) >= 0
            && fifths.compareTo(before.multiply(BigInteger.valueOf(6))) <= 0;
    assertThat(within || Math.abs(later - earlier) == 1).as("%s after %s", later, earlier).isTrue();
  }
}
