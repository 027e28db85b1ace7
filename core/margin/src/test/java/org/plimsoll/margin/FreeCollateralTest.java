package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FreeCollateralTest {
  private static final int USD = 0;
  private static final int BTC = 1;
  private static final int FTT = 2;
  private static final int UNSTATED = 3;

  private final Terms terms = new Terms();
  private final FreeCollateral rule = new FreeCollateral(terms);
  private final long[] quantities = new long[4];

  @Test
  void shouldBeNothingForAnEmptyPortfolio() {
    assertThat(free()).isZero();
  }

  @Test
  void shouldCountCoinsAtTheirInitialWeight() {
    quantities[BTC] = btc("0.5");
    assertThat(free()).isEqualTo(usd(9_500));
    quantities[USD] = usd(1_000);
    assertThat(free()).isEqualTo(usd(10_500));
  }

  @Test
  void shouldTakeOffADebtAndTheRequirementOnIt() {
    quantities[USD] = -usd(10_000);
    assertThat(free()).isEqualTo(-usd(11_000));
    quantities[BTC] = btc("1");
    assertThat(free()).isEqualTo(usd(8_000));
  }

  @Test
  void shouldRequireElevenHalvesNineteenthsOfABorrowedBitcoin() {
    quantities[USD] = usd(20_000);
    quantities[BTC] = -btc("0.5");
    assertThat(free()).isEqualTo(usd(20_000) - 11_578_947_370L);
  }

  @Test
  void shouldWeighALargeHoldingOfAThinTokenLess() {
    quantities[FTT] = 150_000_000_000L;
    assertThat(free()).isEqualTo(2_764_631_424_000L);
  }

  @Test
  void shouldAskNoMoreThanTheWholeValueOfWhatIsBorrowed() {
    quantities[UNSTATED] = -100;
    terms.marks[UNSTATED] = 1_000_000_000L;
    assertThat(free()).isEqualTo(-usd(200));
  }

  @Test
  void shouldStopAtTheLargestNumberWhereADebtWithItsRequirementPassesIt() {
    quantities[USD] = -Long.MAX_VALUE;
    assertThat(free()).isEqualTo(-Long.MAX_VALUE);
    quantities[FTT] = -150_000_000_000L;
    quantities[BTC] = btc("1");
    assertThat(free()).isEqualTo(usd(19_000) - Long.MAX_VALUE);
  }

  @Test
  void shouldCountNothingForCoinsWithoutWeightOrMark() {
    quantities[UNSTATED] = 100;
    assertThat(free()).isZero();
    terms.marks[UNSTATED] = 1_000_000_000L;
    assertThat(free()).isZero();
    quantities[BTC] = btc("1");
    terms.marks[BTC] = 0;
    assertThat(free()).isZero();
  }

  @Test
  void shouldReadTheTermsAnewEachTime() {
    quantities[BTC] = btc("1");
    assertThat(free()).isEqualTo(usd(19_000));
    terms.marks[BTC] = 10_000_000_000_000L;
    assertThat(free()).isEqualTo(usd(9_500));
  }

  @Test
  void shouldRoundEveryLineAgainstTheCustomer() {
    quantities[BTC] = 1;
    terms.marks[BTC] = 1;
    assertThat(free()).isZero();
    quantities[BTC] = -1;
    assertThat(free()).isEqualTo(-2);
  }

  @Test
  void shouldFit64BitsWithSixtyFourDebtsOfTheLargestValue() {
    long largest = 50_000_000_000_000_000L;
    MarginParameters many = new Uniform(64);
    assertThat(new FreeCollateral(many).of(asset -> -largest)).isEqualTo(-64 * 2 * largest);
    assertThat(new FreeCollateral(many).of(asset -> largest)).isZero();
  }

  private long free() {
    return rule.of(asset -> quantities[asset]);
  }

  private static long usd(long dollars) {
    return dollars * 1_000_000;
  }

  private static long btc(String coins) {
    return new BigDecimal(coins).movePointRight(8).longValueExact();
  }

  private static final class Terms implements MarginParameters {
    private final int[] decimals = {6, 8, 6, 0};
    private final long[] marks = {1_000_000_000L, 20_000_000_000_000L, 20_000_000_000L, 0};
    private final long[] weights = {1_000_000_000L, 950_000_000L, 950_000_000L, 0};
    private final long[] factors = {0, 2_000_000, 500_000, 0};

    @Override
    public int assetCount() {
      return decimals.length;
    }

    @Override
    public int decimals(int asset) {
      return decimals[asset];
    }

    @Override
    public long markE9(int asset) {
      return marks[asset];
    }

    @Override
    public long initialWeightE9(int asset) {
      return weights[asset];
    }

    @Override
    public long totalWeightE9(int asset) {
      return weights[asset];
    }

    @Override
    public long imfFactorE9(int asset) {
      return factors[asset];
    }
  }

  /// Assets worth one each that count for nothing.
  private record Uniform(int assetCount) implements MarginParameters {
    @Override
    public int decimals(int asset) {
      return 6;
    }

    @Override
    public long markE9(int asset) {
      return 1_000_000_000L;
    }

    @Override
    public long initialWeightE9(int asset) {
      return 0;
    }

    @Override
    public long totalWeightE9(int asset) {
      return 0;
    }

    @Override
    public long imfFactorE9(int asset) {
      return 0;
    }
  }
}
