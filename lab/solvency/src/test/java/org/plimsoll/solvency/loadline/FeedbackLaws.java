package org.plimsoll.solvency.loadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.emission.Emission;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.run.RunCoupling;
import org.plimsoll.solvency.spiral.AttackCost;
import org.plimsoll.solvency.spiral.OwnToken;
import org.plimsoll.solvency.spiral.SpiralGain;

/// What a book yields against the closed forms for the same numbers.
class FeedbackLaws {
  private static final int BOOKS = 1_000;

  private final SplittableRandom random = new SplittableRandom(23);

  /// A venue that holds its own token, lent against it, and owes its customers.
  ///
  /// @param debt of the one borrower, against `pledged` tokens
  private record Numbers(
      int price, int cash, int claims, int held, int debt, int pledged, int depth, Feedback told) {

    Book book() {
      return withFeedback(
          new BookFixture()
              .party("fund", Party.Kind.FUND)
              .party("customers", Party.Kind.CUSTOMER)
              .token("VEN", "venue", Asset.Tier.LESS_LIQUID, "" + price)
              .account("fund", "fund", "USD", "-" + debt, "VEN", "" + pledged)
              .account("customers", "customers", "USD", "" + claims)
              .held("USD", "" + cash)
              .held("VEN", "" + (held + pledged))
              .depth("VEN", "" + depth)
              .build(),
          told);
    }

    /// What is on hand and owed, but for the price of the own tokens.
    double otherEquity() {
      return (double) cash + debt - claims;
    }
  }

  private static Book withFeedback(Book book, Feedback told) {
    return book.withAssets(
        book.assets().stream()
            .map(asset -> asset.id().equals("VEN") ? asset.withFeedback(told) : asset)
            .toList());
  }

  private static Figure exactly(long value, int scale) {
    return Figure.of(Interval.exactly(BigDecimal.valueOf(value, scale)));
  }

  private Feedback ownToken() {
    return new Feedback(
        Optional.of(
            new Feedback.OwnToken(
                exactly(random.nextInt(50, 200), 0),
                exactly(random.nextInt(50), 1),
                exactly(random.nextInt(40), 1))),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Numbers numbers(Feedback told) {
    return new Numbers(
        random.nextInt(1, 10),
        random.nextInt(200),
        random.nextInt(1, 200),
        random.nextInt(20),
        random.nextInt(1, 300),
        random.nextInt(1, 60),
        random.nextInt(1, 500),
        told);
  }

  private static OwnToken token(Numbers numbers) {
    Feedback.OwnToken told = numbers.told().ownToken().orElseThrow();
    double supply = number(told.supply());
    return new OwnToken(
        number(told.independentValue()) * supply,
        number(told.perEquity()),
        supply,
        numbers.otherEquity());
  }

  private static double number(Figure figure) {
    return Corner.CAREFUL.ofMoreIsBetter(figure.value());
  }

  private static Offset<Double> near(double value) {
    return within(1e-9 * (1 + Math.abs(value)));
  }

  private static TokenExposure exposure(Book book) {
    return TokenExposure.of(book).getFirst();
  }

  @Test
  void theEquityAtTheMarkIsThatOfTheAssessment() {
    for (int i = 0; i < BOOKS; i++) {
      Numbers drawn = numbers(ownToken());
      double expected = Corner.CAREFUL.ofSigned(Equity.of(drawn.book()).total());
      assertThat(exposure(drawn.book()).equity(drawn.price(), Corner.CAREFUL))
          .isCloseTo(expected, near(expected));
    }
  }

  @Test
  void theOnlyLoanTipsTheTokenWhereTheClosedFormSaysSo() {
    int tipping = 0;
    for (int i = 0; i < BOOKS; i++) {
      Numbers any = numbers(ownToken());
      Numbers drawn =
          new Numbers(
              any.price(),
              any.cash(),
              any.claims(),
              0,
              any.debt(),
              any.pledged(),
              any.depth(),
              any.told());
      OwnToken.Loan loan = new OwnToken.Loan(token(drawn), drawn.debt(), drawn.pledged());
      TokenExposure found = exposure(drawn.book());
      assertThat(found.prices(Corner.CAREFUL)).isEqualTo(found.prices(Corner.FAVORABLE));
      assertThat(found.prices(Corner.CAREFUL).orElseThrow().tippingPrice())
          .isEqualTo(loan.tippingPrice());
      if (loan.tippingPrice().isPresent()) {
        tipping++;
        sellShort(drawn, loan);
      }
    }
    assertThat(tipping).isGreaterThan(BOOKS / 100);
  }

  private static void sellShort(Numbers drawn, OwnToken.Loan loan) {
    double tip = loan.tippingPrice().orElseThrow();
    Optional<TokenShort> found =
        TokenShort.of(drawn.book(), exposure(drawn.book()), Corner.CAREFUL);
    if (drawn.price() <= tip) {
      assertThat(found).isEmpty();
    } else {
      AttackCost expected =
          new AttackCost(
              new ExponentialImpact(drawn.price(), drawn.depth()),
              tip,
              loan.fixedPoints().getFirst(),
              0);
      assertThat(found)
          .hasValueSatisfying(attack -> {
            assertThat(attack.cost().tokens())
                .isCloseTo(expected.tokens(), near(expected.tokens()));
            assertThat(attack.cost().profit())
                .isCloseTo(expected.profit(), near(expected.profit()));
          });
    }
  }

  @Test
  void theGainIsThatOfWhatIsHeldAndOfWhatIsUnderWater() {
    for (int i = 0; i < BOOKS; i++) {
      Numbers drawn = numbers(ownToken());
      boolean isUnder = drawn.debt() >= drawn.pledged() * drawn.price();
      TokenExposure found = exposure(drawn.book());
      double tokens = drawn.held() + (isUnder ? drawn.pledged() : 0);
      double expected =
          found.equity(drawn.price(), Corner.CAREFUL) > 0 ? token(drawn).gain(tokens) : 0;
      assertThat(found.gain(Corner.CAREFUL)).isCloseTo(expected, near(expected));
      assertThat(found.gain(Corner.FAVORABLE)).isCloseTo(expected, near(expected));
    }
  }

  @Test
  void whatIsLostOfThePriceBeginsWithTheGain() {
    for (int i = 0; i < BOOKS; i++) {
      TokenExposure found = exposure(numbers(ownToken()).book());
      double fall = 1e-9;
      double gain = found.gain(Corner.CAREFUL);
      assertThat(found.lostPart(1, Corner.CAREFUL)).isZero();
      assertThat(found.lostPart(1 - fall, Corner.CAREFUL) / fall)
          .isCloseTo(gain, within(1e-5 * (1 + gain)));
    }
  }

  @Test
  void everyChannelAddsItsClosedForm() {
    for (int i = 0; i < BOOKS; i++) {
      int sensitivity = random.nextInt(30);
      int base = random.nextInt(10);
      int sold = random.nextInt(11);
      int leverage = random.nextInt(-4, 5);
      int worth = random.nextInt(1, 100);
      Feedback told =
          new Feedback(
              ownToken().ownToken(),
              Optional.empty(),
              Optional.of(
                  new Feedback.Run(exactly(base, 1), exactly(sensitivity, 1), exactly(sold, 1))),
              List.of(
                  new Feedback.LeveragedToken(
                      "X", BigDecimal.valueOf(leverage), exactly(worth, 0))));
      Numbers drawn = numbers(told);
      double depth = (double) drawn.price() * drawn.depth();
      double claims = drawn.claims() + Math.max(0, drawn.pledged() * drawn.price() - drawn.debt());
      SpiralGain gain = MarginalSpiral.of(drawn.book(), Corner.CAREFUL).getFirst().gain();
      assertThat(gain.of(SpiralGain.Channel.RUN))
          .isCloseTo(
              new RunCoupling(claims, base / 10.0, sensitivity / 10.0, sold / 10.0).gain(depth),
              within(1e-9));
      assertThat(gain.of(SpiralGain.Channel.RUN))
          .isCloseTo(
              SpiralGain.Part.run(
                      "run",
                      claims * sensitivity / 10.0 / drawn.price(),
                      sold / 10.0,
                      drawn.depth())
                  .gain(),
              within(1e-9));
      assertThat(gain.of(SpiralGain.Channel.LEVERAGED_TOKENS))
          .isCloseTo(
              SpiralGain.Part.leveragedToken("X", leverage, worth, depth).gain(), within(1e-9));
      assertThat(gain.of(SpiralGain.Channel.OWN_TOKEN))
          .isEqualTo(exposure(drawn.book()).gain(Corner.CAREFUL));
      if (Double.isFinite(gain.total())) {
        assertThat(gain.total())
            .isCloseTo(
                List.of(SpiralGain.Channel.values()).stream().mapToDouble(gain::of).sum(),
                within(1e-9));
      }
    }
  }

  @Test
  void supportLastsAsLongAsTheClosedFormSays() {
    int needed = 0;
    for (int i = 0; i < BOOKS; i++) {
      int perDay = random.nextInt(1, 20);
      int inflow = random.nextInt(0, 40);
      Feedback told =
          new Feedback(
              Optional.empty(),
              Optional.of(
                  new Feedback.Emission(exactly(perDay, 0), exactly(inflow, 0), Optional.empty())),
              Optional.empty(),
              List.of());
      Numbers drawn = numbers(told);
      Book book = withLimit(drawn.book());
      TokenSupport found = TokenSupport.of(book, Corner.CAREFUL).getFirst();
      Emission emission = new Emission(perDay, inflow, (double) drawn.price() * drawn.depth());
      assertThat(found.needed()).isEqualTo(drawn.price() > emission.steadyPrice());
      if (found.needed()) {
        needed++;
        Emission.Support support = new Emission.Support(emission, drawn.price(), drawn.cash());
        assertThat(found.runwayDays()).isEqualTo(support.runwayDays());
        assertThat(found.tokensBought()).isEqualTo(support.tokensBought());
        double called = support.daysUntilCalled(10, 5, 0.8);
        double expected = called == 0 ? 0 : support.runwayDays() + called;
        assertThat(found.loans().getFirst().day()).isEqualTo(expected);
      }
    }
    assertThat(needed).isGreaterThan(BOOKS / 10);
  }

  /// Adds a loan of 10 against 5 tokens that is sold at 80 %.
  private static Book withLimit(Book book) {
    Book lent =
        new BookFixture()
            .loan("outside", "customers", "fund", "USD", "10", Loan.Due.TERM, "1", "VEN", "5")
            .build();
    Loan loan = lent.loans().getFirst();
    return book.withLoans(
        List.of(
            new Loan(
                loan.id(),
                loan.lender(),
                loan.borrower(),
                loan.asset(),
                loan.principal(),
                loan.collateral(),
                loan.due(),
                Optional.of(new BigDecimal("0.8")),
                loan.recourse())));
  }
}
