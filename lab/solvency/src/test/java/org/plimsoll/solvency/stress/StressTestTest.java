package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;

class StressTestTest {
  private final Book levine = BookFixture.levineSix("20").build();

  @Test
  void pv01_atHalfTheTokenPriceTheVenueLacksHalfAMillion() {
    StressTest test = StressTest.of(levine, Scenario.fall("FTT", new BigDecimal("0.5")));
    assertThat(test.before().atMark().total()).isEqualTo(Interval.ZERO);
    assertThat(test.after().atMark().total())
        .isEqualTo(Interval.exactly(new BigDecimal("-500000")));
    assertThat(test.after().finding(Question.INSOLVENT_AT_MARK).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void anIssuersDefaultTakesWhatItIssuedAlong() {
    Book book =
        new BookFixture()
            .party("fund", Party.Kind.FUND)
            .party("saver", Party.Kind.CUSTOMER)
            .token("PUT", "fund", Asset.Tier.LIQUID, "10")
            .held("PUT", "100")
            .account("saver-1", "saver", "USD", "1000")
            .build();
    StressTest test = StressTest.of(book, Scenario.defaultOf("fund"));
    assertThat(test.before().atMark().total()).isEqualTo(Interval.ZERO);
    assertThat(test.after().atMark().total()).isEqualTo(Interval.exactly(new BigDecimal("-1000")));
  }

  @Test
  void withdrawalsAreFirstPaidFromLiquidAssetsAndThenFromASaleOfTheRest() {
    Book book =
        new BookFixture()
            .party("saver", Party.Kind.CUSTOMER)
            .asset("LAND", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "10")
            .account("saver-1", "saver", "USD", "1000")
            .held("USD", "300")
            .held("LAND", "100")
            .depth("LAND", "100")
            .build();
    Withdrawals some = Withdrawals.of(book, new BigDecimal("0.3"));
    assertThat(some.failsAtOnce()).isEqualTo(Answer.NO);
    Withdrawals more = Withdrawals.of(book, new BigDecimal("0.9"));
    assertThat(more.lacking()).isEqualTo(Interval.exactly(new BigDecimal("600")));
    assertThat(more.failsAtOnce()).isEqualTo(Answer.YES);
    assertThat(more.failsAfterSales()).as("1,000 (1 - 1/e) = 632").isEqualTo(Answer.NO);
    assertThat(Withdrawals.of(book, BigDecimal.ONE).failsAfterSales()).isEqualTo(Answer.YES);
  }

  @Test
  void halfTheDepthBringsLessForTheSameBlock() {
    Book book = BookFixture.levineSix("20").depth("FTT", "171583").build();
    assertThat(StressTest.of(book, Scenario.NONE).after().liquidation().equity().low())
        .isNotNegative();
    assertThat(
            StressTest.of(book, Scenario.depth(new BigDecimal("0.5")))
                .after()
                .liquidation()
                .equity()
                .high())
        .isNegative();
  }

  @Test
  void namesThatTheBookDoesNotKnowAreReported() {
    Scenario scenario =
        new Scenario(
            new TreeMap<>(Map.of("FTT", BigDecimal.ONE, "DOGE", BigDecimal.ONE)),
            BigDecimal.ZERO,
            BigDecimal.ONE,
            List.of("A", "nobody"));
    assertThat(scenario.unknownNames(levine)).containsExactly("DOGE", "nobody");
  }

  @Test
  void whatCannotHappenIsRefused() {
    assertThatThrownBy(() -> Scenario.fall("FTT", new BigDecimal("1.01")))
        .hasMessage("fall of FTT 1.01 is not at most 1");
    assertThatThrownBy(() -> Scenario.depth(BigDecimal.ZERO))
        .hasMessage("depth factor 0 is not above 0");
  }
}
