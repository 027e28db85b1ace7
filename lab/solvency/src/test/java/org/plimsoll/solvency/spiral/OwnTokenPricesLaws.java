package org.plimsoll.solvency.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The prices with any number of debts, against the cases of one debt and of none, and against
/// stepping to where a price leads.
class OwnTokenPricesLaws {
  private static final int BOOKS = 1_000;
  private static final int STEPS_MAX = 100_000;

  private final SplittableRandom random = new SplittableRandom(9);

  private OwnToken token() {
    return new OwnToken(
        random.nextDouble(0, 50), random.nextDouble(0.5, 5), 100, random.nextDouble(-20, 150));
  }

  @Test
  void oneDebtIsTheLoanAgainstTheToken() {
    int tipping = 0;
    for (int i = 0; i < BOOKS; i++) {
      OwnToken token = token();
      OwnToken.Loan loan =
          new OwnToken.Loan(token, random.nextDouble(1, 150), random.nextDouble(1, 100));
      OwnTokenPrices prices =
          new OwnTokenPrices(
              token, 0, List.of(new OwnTokenPrices.Secured(loan.debt(), loan.collateral(), 1)));
      assertThat(prices.fixedPoints())
          .extracting(PriceMap.FixedPoint::price)
          .containsExactlyElementsOf(loan.fixedPoints());
      assertThat(prices.tippingPrice()).isEqualTo(loan.tippingPrice());
      tipping += loan.tippingPrice().isPresent() ? 1 : 0;
    }
    assertThat(tipping).isBetween(BOOKS / 50, BOOKS / 2);
  }

  @Test
  void noDebtIsTheHolding() {
    for (int i = 0; i < BOOKS; i++) {
      OwnToken token = token();
      double held = random.nextDouble(0, 40);
      double price = token.priceHolding(held);
      OwnTokenPrices prices = new OwnTokenPrices(token, held, List.of());
      if (Double.isFinite(price)) {
        assertThat(prices.goodPrice()).hasValueCloseTo(price, within(1e-9 * (1 + price)));
      } else {
        assertThat(prices.goodPrice()).isEmpty();
      }
    }
  }

  @Test
  void everyPriceFoundJustifiesItselfAndEveryStepEndsAtOneOfThem() {
    for (int i = 0; i < BOOKS; i++) {
      OwnTokenPrices prices = severalDebts();
      for (PriceMap.FixedPoint point : prices.fixedPoints()) {
        assertThat(prices.value(point.price()))
            .isCloseTo(point.price(), within(1e-9 * (1 + point.price())));
      }
      List<Double> stable =
          prices.fixedPoints().stream()
              .filter(PriceMap.FixedPoint::stable)
              .map(PriceMap.FixedPoint::price)
              .toList();
      double end = stepped(prices, random.nextDouble(0, 10));
      assertThat(stable).anyMatch(price -> Math.abs(price - end) < 1e-6 * (1 + end));
    }
  }

  @Test
  void justBelowTheTippingPriceItCollapsesAndJustAboveItRecovers() {
    int tipping = 0;
    for (int i = 0; i < BOOKS; i++) {
      OwnTokenPrices prices = severalDebts();
      if (prices.tippingPrice().isPresent()) {
        double tip = prices.tippingPrice().getAsDouble();
        double collapse = prices.collapsePrice().orElseThrow();
        assertThat(stepped(prices, tip - 1e-4 * (tip - collapse)))
            .isCloseTo(collapse, within(1e-6 * (1 + collapse)));
        assertThat(stepped(prices, tip * 1.0001)).isGreaterThan(tip);
        tipping++;
      }
    }
    assertThat(tipping).isGreaterThan(BOOKS / 50);
  }

  @Test
  void aVenueThatHoldsTooManyOfItsOwnTokensHasNoPriceThatHolds() {
    OwnTokenPrices prices = new OwnTokenPrices(new OwnToken(1, 2, 100, 10), 50, List.of());
    assertThat(prices.goodPrice()).isEmpty();
    assertThat(prices.tippingPrice()).isEmpty();
    assertThat(prices.collapsePrice()).isEmpty();
  }

  /// Gains stay below 1 above all debts, so that no price runs away.
  private OwnTokenPrices severalDebts() {
    OwnToken token = token();
    List<OwnTokenPrices.Secured> debts = new ArrayList<>();
    for (int debt = random.nextInt(5); debt > 0; debt--) {
      debts.add(
          new OwnTokenPrices.Secured(
              random.nextDouble(-20, 120), random.nextDouble(1, 60), random.nextDouble()));
    }
    double held = random.nextDouble(-0.5, 0.9) * token.supply() / (1 + token.perEquity());
    return new OwnTokenPrices(token, held, debts);
  }

  private static double stepped(OwnTokenPrices prices, double start) {
    double price = start;
    for (int step = 0; step < STEPS_MAX; step++) {
      double next = prices.value(price);
      if (Math.abs(next - price) <= 1e-13 * (1 + price)) {
        return next;
      }
      price = next;
    }
    return price;
  }
}
