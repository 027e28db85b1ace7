package org.plimsoll.solvency.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.waterfall.LossBearers.Profit;

class LossWaterfallTest {
  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }

  private static LossBearers bearers(String fund, String capital, String... profits) {
    Map<Layer, BigDecimal> pots = new EnumMap<>(Layer.class);
    pots.put(Layer.INSURANCE_FUND, amount(fund));
    pots.put(Layer.VENUE_CAPITAL, amount(capital));
    List<Profit> named = new ArrayList<>();
    for (String profit : profits) {
      named.add(new Profit("account-" + (named.size() + 1), amount(profit)));
    }
    return new LossBearers(pots, named);
  }

  private static LossAllocation socialized(String loss, LossBearers bearers) {
    return LossWaterfall.allocate(amount(loss), WaterfallProfile.SOCIALIZED, bearers, 2);
  }

  private static String written(LossAllocation allocation) {
    List<String> lines = new ArrayList<>();
    for (LossAllocation.Share share : allocation.shares()) {
      lines.add(share.bearer() + " " + share.amount().stripTrailingZeros().toPlainString());
    }
    return String.join(", ", lines);
  }

  @Test
  void pv17_aLossOf120CutsProfitsByAQuarter() {
    LossAllocation allocation = socialized("120", bearers("50", "20", "100", "60", "40"));
    assertThat(written(allocation))
        .isEqualTo("INSURANCE_FUND 50, VENUE_CAPITAL 20, account-1 25, account-2 15, account-3 10");
    assertThat(allocation.borneBy(Layer.SOCIALIZED_LOSS)).isEqualByComparingTo("50");
    assertThat(allocation.uncovered()).isZero();
  }

  @Test
  void pv17_aLossOf500WipesProfitsOutAndLeaves230() {
    LossAllocation allocation = socialized("500", bearers("50", "20", "100", "60", "40"));
    assertThat(allocation.borneBy(Layer.SOCIALIZED_LOSS)).isEqualByComparingTo("200");
    assertThat(allocation.uncovered()).isEqualByComparingTo("230");
  }

  @Test
  void shouldTakeProfitsInTheirOrderWhereTheProfileDeleverages() {
    LossAllocation allocation =
        LossWaterfall.allocate(
            amount("170"),
            WaterfallProfile.DELEVERAGING,
            bearers("50", "20", "100", "60", "40"),
            2);
    // The venue's capital does not stand in this profile.
    assertThat(written(allocation)).isEqualTo("INSURANCE_FUND 50, account-1 100, account-2 20");
  }

  @Test
  void shouldGiveTheMissingCentToThoseWhomRoundingSparedMost() {
    LossAllocation allocation = socialized("1", bearers("0", "0", "3", "3", "3"));
    assertThat(written(allocation)).isEqualTo("account-1 0.34, account-2 0.33, account-3 0.33");
    assertThat(allocation.remainder()).isEqualByComparingTo("0.01");
  }

  @Test
  void shouldLetALaterLayerFindOnlyWhatAnEarlierOneLeft() {
    WaterfallProfile both =
        new WaterfallProfile("both", List.of(Layer.SOCIALIZED_LOSS, Layer.DELEVERAGING));
    LossAllocation allocation =
        LossWaterfall.allocate(amount("300"), both, bearers("0", "0", "100", "60"), 2);
    assertThat(allocation.borneBy(Layer.SOCIALIZED_LOSS)).isEqualByComparingTo("160");
    assertThat(allocation.borneBy(Layer.DELEVERAGING)).isZero();
    assertThat(allocation.uncovered()).isEqualByComparingTo("140");
  }

  @Test
  void shouldRefuseWhatIsFinerThanAUnit() {
    assertThatThrownBy(() -> socialized("1.001", bearers("0", "0")))
        .hasMessageContaining("loss 1.001");
    assertThatThrownBy(() -> socialized("1", bearers("0.001", "0")))
        .hasMessageContaining("INSURANCE_FUND");
    assertThatThrownBy(() -> socialized("-1", bearers("0", "0"))).hasMessageContaining("loss -1");
    assertThatThrownBy(() -> bearers("-1", "0")).hasMessageContaining("INSURANCE_FUND of -1");
    assertThatThrownBy(() -> bearers("1", "0", "0")).hasMessageContaining("account-1");
    assertThatThrownBy(() -> new WaterfallProfile("twice", List.of(Layer.MARGIN, Layer.MARGIN)))
        .hasMessageContaining("twice");
  }
}
