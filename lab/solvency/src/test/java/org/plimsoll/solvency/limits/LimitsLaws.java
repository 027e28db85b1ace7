package org.plimsoll.solvency.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.PolicyReadResult;
import org.plimsoll.solvency.file.PolicyReader;
import org.plimsoll.solvency.file.PolicyText;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.limits.CollateralLimit.Priced;
import org.plimsoll.solvency.policy.Policy;
import org.plimsoll.solvency.policy.PolicyOutcome;
import org.plimsoll.solvency.stress.Scenario;

class LimitsLaws {
  private static final int CASES = 60;
  private static final MathContext FALL_DIGITS = new MathContext(15);

  private final SplittableRandom random = new SplittableRandom(29);

  /// The market of one coin.
  private record Coin(double volume, double depth, double volatility) {
    Coin scaled(double factor) {
      return new Coin(volume * factor, depth * factor, volatility);
    }

    String text(String id) {
      return "  - {asset: %s, adv: %s, depth: %s, daily-vol: %s}%n"
          .formatted(id, number(volume), number(depth), number(volatility));
    }
  }

  /// The markets of one random book.
  private record Markets(Coin first, Coin second) {
    String text() {
      return "markets:\n" + first.text("C0") + second.text("C1");
    }

    Markets deeper(double factor) {
      return new Markets(first.scaled(factor), second);
    }

    Markets wilder(double factor) {
      return new Markets(
          new Coin(first.volume(), first.depth(), first.volatility() * factor), second);
    }

    Markets scaled(double factor) {
      return new Markets(first.scaled(factor), second.scaled(factor));
    }
  }

  @Test
  void aCapGrowsWithTheBudgetAndTheDepthAndAWeightFallsWithVolatility() {
    for (int i = 0; i < CASES; i++) {
      Markets markets = markets();
      double budget = random.nextDouble(1e3, 1e8);
      CollateralLimit limit = first(markets, budget);
      assertThat(first(markets, budget * 1.5).cap()).isGreaterThanOrEqualTo(limit.cap());
      assertThat(first(markets.deeper(1.5), budget).cap()).isGreaterThanOrEqualTo(limit.cap());
      assertThat(first(markets.wilder(1.5), budget).weights().total())
          .isLessThan(limit.weights().total());
      assertThat(limit.weights().initial()).isLessThan(limit.weights().total());
    }
  }

  @Test
  void aThousandTimesTheMarketAndTheBudgetAreAThousandTimesTheCap() {
    for (int i = 0; i < CASES; i++) {
      Markets markets = markets();
      double budget = random.nextDouble(1e3, 1e7);
      Limits small = Limits.of(book(markets, ""), budget(budget));
      Limits large = Limits.of(book(markets.scaled(1000), ""), budget(budget * 1000));
      for (int k = 0; k < 2; k++) {
        CollateralLimit one = small.collaterals().get(k);
        CollateralLimit other = large.collaterals().get(k);
        assertThat(other.weights().total()).isEqualTo(one.weights().total());
        assertThat(other.cap().doubleValue())
            .isCloseTo(1000 * one.cap().doubleValue(), within(20 * one.cap().doubleValue()));
      }
      assertThat(large.lossAtConfidence())
          .isCloseTo(1000 * small.lossAtConfidence(), within(30 * small.lossAtConfidence() + 1e-6));
    }
  }

  @Test
  void theBudgetHoldsAndTheFundIsNoLess() {
    for (int i = 0; i < CASES; i++) {
      double budget = random.nextDouble(1e3, 1e7);
      Limits limits = Limits.of(book(markets(), ""), budget(budget));
      assertThat(limits.lossAtConfidence()).isLessThanOrEqualTo(budget);
      assertThat(limits.fund().doubleValue()).isGreaterThanOrEqualTo(limits.lossAtConfidence());
    }
  }

  /// Whoever borrows what he may, however he holds it, the book that the recommended policy lets
  /// arise loses no more than the budget in the fall that the limits are made for; the policy goes
  /// through its file on the way.
  @Test
  void comparedUnderTheRecommendedPolicyABookStaysWithinTheBudget() {
    int losing = 0;
    for (int i = 0; i < CASES; i++) {
      Book book = book(markets(), accounts());
      double budget = random.nextDouble(1e3, 1e7);
      Limits limits = Limits.of(book, budget(budget));
      Policy policy = throughFile(limits.policy(book), book);
      Scenario scenario = fall(limits);
      PolicyOutcome outcome = PolicyOutcome.of(book, policy, scenario, 1);
      assertThat(outcome.sellOut().badDebt())
          .as("case %s", i)
          .isLessThanOrEqualTo(limits.lossAtConfidence() * (1 + 1e-6) + 1)
          .isLessThanOrEqualTo(budget * (1 + 1e-6));
      PolicyOutcome asItIs = PolicyOutcome.asItIs(book, scenario, 1);
      losing += asItIs.sellOut().badDebt() > budget ? 1 : 0;
    }
    assertThat(losing).isGreaterThan(CASES / 2);
  }

  private static Policy throughFile(Policy policy, Book book) {
    byte[] text = PolicyText.file(policy, List.of()).getBytes(StandardCharsets.UTF_8);
    return switch (PolicyReader.read(text, "limits.yaml", book)) {
      case PolicyReadResult.ReadPolicy(Policy read) -> {
        assertThat(read).isEqualTo(policy);
        yield read;
      }
      case PolicyReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  private static Scenario fall(Limits limits) {
    SortedMap<String, BigDecimal> falls = new TreeMap<>();
    for (CollateralLimit limit : limits.collaterals()) {
      if (limit.ground() instanceof Priced priced) {
        falls.put(
            limit.asset(),
            new BigDecimal(Double.toString(priced.fall().atConfidence())).round(FALL_DIGITS));
      }
    }
    return new Scenario(falls, BigDecimal.ZERO, BigDecimal.ONE, List.of());
  }

  private Markets markets() {
    return new Markets(coin(), coin());
  }

  private Coin coin() {
    return new Coin(
        random.nextDouble(1e6, 1e8), random.nextDouble(1e5, 1e8), random.nextDouble(0.01, 0.08));
  }

  private String accounts() {
    StringBuilder text = new StringBuilder("accounts:\n");
    for (int i = 0; i < 12; i++) {
      double first = random.nextDouble(1e4, 3e6);
      double second = random.nextBoolean() ? 0 : random.nextDouble(1e4, 3e6);
      double debt = 10 * (first + second) * random.nextDouble(0.6, 0.99);
      text.append(
          "  - {id: a%d, owner: c, balances: {C0: %s, C1: %s, USD: -%s}}%n"
              .formatted(i, number(first), number(second), number(debt)));
    }
    return text.toString();
  }

  private static CollateralLimit first(Markets markets, double budget) {
    return Limits.of(book(markets, ""), budget(budget)).collaterals().getFirst();
  }

  private static LossBudget budget(double amount) {
    return new LossBudget(new BigDecimal(number(amount)), new BigDecimal("0.99"), 1);
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).round(new MathContext(15)).toPlainString();
  }

  private static Book book(Markets markets, String accounts) {
    String text =
        """
        book: 1
        title: two coins
        as-of: 2026-01-31
        currency: USD
        subject: v
        assets:
          - {id: USD, kind: fiat, tier: liquid, price: 1}
          - {id: C0, kind: coin, tier: less-liquid, price: 10, weights: {initial: 1, total: 1, imf-factor: 0}}
          - {id: C1, kind: coin, tier: less-liquid, price: 10, weights: {initial: 1, total: 1, imf-factor: 0}}
        parties: [{id: v, kind: venue}, {id: c, kind: customer}]
        """
            + accounts
            + markets.text();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (BookReader.read(new ByteArrayInputStream(bytes), "book")) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
