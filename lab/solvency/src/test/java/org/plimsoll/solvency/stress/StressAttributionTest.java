package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;

class StressAttributionTest {
  private static Scenario scenario(String fall, String depth) {
    TreeMap<String, BigDecimal> falls = new TreeMap<>();
    falls.put("LAND", new BigDecimal(fall));
    falls.put("FTT", new BigDecimal("0.3"));
    return new Scenario(falls, BigDecimal.ZERO, new BigDecimal(depth), List.of("bob"));
  }

  @Test
  void whatAFallAndAThinnerMarketDoTogetherIsSharedEvenly() {
    Book book =
        new BookFixture()
            .asset("LAND", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "10")
            .held("LAND", "100")
            .depth("LAND", "100")
            .build();
    TreeMap<String, BigDecimal> falls = new TreeMap<>();
    falls.put("LAND", new BigDecimal("0.5"));
    Scenario scenario = new Scenario(falls, BigDecimal.ZERO, new BigDecimal("0.5"), List.of());
    StressAttribution attribution = StressAttribution.of(book, scenario);
    double deep = 1000 * (1 - Math.exp(-1));
    double thin = 500 * (1 - Math.exp(-2));
    assertThat(attribution.before()).isCloseTo(deep, within(1e-6));
    assertThat(attribution.after()).isCloseTo(thin / 2, within(1e-6));
    assertThat(attribution.shares().getFirst().name()).isEqualTo("price of LAND");
    assertThat(attribution.shares().getFirst().change())
        .isCloseTo(-(deep / 2 + thin / 2) / 2, within(1e-6));
    assertThat(attribution.shares().getLast().change())
        .isCloseTo(-((deep - thin) + (deep - thin) / 2) / 2, within(1e-6));
  }

  @Test
  void theSharesSumToTheChange() {
    int told = 0;
    for (long seed = 0; seed < 300; seed++) {
      StressAttribution attribution =
          StressAttribution.of(RandomBook.withRanges(seed), scenario("0.4", "0.5"));
      if (!attribution.shares().isEmpty()) {
        told++;
        double sum =
            attribution.shares().stream().mapToDouble(StressAttribution.Share::change).sum();
        assertThat(sum).isCloseTo(attribution.after() - attribution.before(), within(1e-6));
      }
    }
    assertThat(told).isGreaterThan(200);
  }

  @Test
  void nothingIsSharedWhereNothingHappens() {
    assertThat(StressAttribution.of(RandomBook.exact(1), Scenario.NONE).shares()).isEmpty();
  }
}
