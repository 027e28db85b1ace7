package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;

class PlausibilityTest {
  private static final Figure UNTOLD = Figure.of(Interval.UNKNOWN);

  private static Book book(double yearly) {
    BigDecimal daily = new BigDecimal(Double.toString(yearly / Math.sqrt(365)));
    Book book = new BookFixture().asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "100").build();
    Figure volatility = Figure.of(Interval.exactly(daily));
    Market market =
        new Market("BTC", UNTOLD, UNTOLD, volatility, UNTOLD, Market.DEFAULT_PARTICIPATION);
    return book.withMarkets(List.of(market));
  }

  private static BreakPoint fall(String part) {
    Breaking at = new Breaking.At(Ratio.of(new BigDecimal(part), BigDecimal.ONE));
    return new BreakPoint(Question.INSOLVENT_AT_MARK, new Axis.PriceFall("BTC"), at, at);
  }

  @Test
  void pv18_aFallOfThirtyPercentWithinAMonthAtEightyPercentVolatility() {
    Plausibility plausibility = Plausibility.of(book(0.8), fall("0.3")).orElseThrow();
    assertThat(plausibility.withinMonth()).isCloseTo(0.142694723, within(1e-6));
    assertThat(plausibility.dailyDeviations())
        .isCloseTo(-Math.log(0.7) / (0.8 / Math.sqrt(365)), within(1e-9));
  }

  @Test
  void aPriceThatMustLoseEverythingHasNoDistance() {
    assertThat(Plausibility.of(book(0.8), fall("1"))).isEqualTo(Optional.empty());
  }

  @Test
  void withoutAVolatilityThereIsNone() {
    Book book = book(0.8).withMarkets(List.of());
    assertThat(Plausibility.of(book, fall("0.3"))).isEmpty();
  }
}
