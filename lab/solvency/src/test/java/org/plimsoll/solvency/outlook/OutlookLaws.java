package org.plimsoll.solvency.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.OpenedPositions;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.survival.AmplifiedFailure;
import org.plimsoll.solvency.survival.CreditSystem;
import org.plimsoll.solvency.survival.Estimate;
import org.plimsoll.solvency.survival.FirstPassage;

class OutlookLaws {
  private static final double DAY = 1.0 / CreditSystem.DAYS_PER_YEAR;

  @Test
  void oneAssetAndOneDebtFailAtTheirFirstPassage() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 12; i++) {
      double units = random.nextDouble(1, 1_000_000);
      // So near that a few daily looks decide, the correction is not exact.
      double barrier = random.nextDouble(60, 85);
      double volatility = random.nextDouble(0.3, 1.2);
      Book book = borrower(units, barrier);
      Outlook outlook =
          Outlooks.run(
              book, Outlooks.choices(0.5, 0.01, volatility), 10_000, 30, random.nextLong());
      FirstPassage passage = new FirstPassage(100, barrier, 0, volatility);
      for (End end : End.values()) {
        Outlook.Fate fate = Outlooks.subject(outlook, end);
        for (int days : new int[] {7, 30}) {
          assertWithin(fate.insolvent(days), passage.reached(days * DAY, DAY));
        }
        assertThat(fate.unableToPay(30).hits()).isZero();
      }
    }
  }

  @Test
  void theBooksOwnDailyVolatilityIsTheSameAsAYearsByTheRootOf365() {
    Book told = bookWithMarket("{asset: X, depth: 1bn, daily-vol: 0.05}");
    Book asked = bookWithMarket("{asset: X, depth: 1bn}");
    Choices choices = Outlooks.choices(0.5, 0.01, 0.05 * Math.sqrt(365));
    assertThat(Outlooks.run(told, Choices.DEFAULT, 600, 10, 3).cases())
        .isEqualTo(Outlooks.run(asked, choices, 600, 10, 3).cases());
  }

  /// A fund's collateral is sold when the price has fallen to `trigger`, and in a thin market the
  /// sale takes it the rest of the way: as a spiral whose gain is what the sale adds.
  @Test
  void aForcedSaleBringsTheBarrierNearerAsTheAmplifiedFailureSays() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 10; i++) {
      double barrier = random.nextDouble(70, 80);
      double trigger = random.nextDouble(85, 92);
      double volatility = random.nextDouble(2, 4);
      double thin = 50 / Math.log(trigger / barrier);
      long seed = random.nextLong();
      double fall = 1 - barrier / 100;
      AmplifiedFailure failure = new AmplifiedFailure(fall, volatility);
      Choices choices = Outlooks.choices(0.5, 0.01, volatility);
      Outlook deep = Outlooks.run(withFund(barrier, trigger, 1e12), choices, 10_000, 1, seed);
      Outlook shallow = Outlooks.run(withFund(barrier, trigger, thin), choices, 10_000, 1, seed);
      for (End end : End.values()) {
        Estimate plain = Outlooks.subject(deep, end).insolvent(1);
        Estimate amplified = Outlooks.subject(shallow, end).insolvent(1);
        assertWithin(plain, failure.probability(0, DAY));
        double gain = 1 - (1 - trigger / 100) / fall;
        assertWithin(amplified, failure.probability(gain, DAY));
        assertThat(amplified.hits()).isGreaterThan(plain.hits());
      }
    }
  }

  @Test
  void aPositionIsPlayedThroughAsItsUnitsBoughtOnCredit() {
    int played = 0;
    for (long seed = 0; seed < 300; seed++) {
      Book open = OpenedPositions.of(RandomBook.exact(seed), seed);
      Book credit = OpenedPositions.boughtOnCredit(open);
      played += open.equals(credit) ? 0 : 1;
      for (End end : End.values()) {
        assertThat(BookSystem.of(open, Choices.DEFAULT, end, true))
            .usingRecursiveComparison()
            .isEqualTo(BookSystem.of(credit, Choices.DEFAULT, end, true));
      }
    }
    assertThat(played).isGreaterThan(100);
  }

  @Test
  void whoSellsToPayFailsNoMoreOftenInADeeperMarket() {
    SplittableRandom random = new SplittableRandom(3);
    long fewer = 0;
    for (int i = 0; i < 40; i++) {
      double depth = random.nextDouble(20, 400);
      double owed = random.nextDouble(5_000, 9_000);
      Choices choices = Outlooks.choices(0.5, random.nextDouble(0.01, 0.2), 0.9);
      long seed = random.nextLong();
      Outlook thin = Outlooks.run(depositors(owed, depth), choices, 200, 20, seed);
      Outlook deep = Outlooks.run(depositors(owed, 2 * depth), choices, 200, 20, seed);
      for (int day = 1; day <= 20; day++) {
        Outlook.Fate before = Outlooks.subject(thin, End.CAREFUL);
        Outlook.Fate after = Outlooks.subject(deep, End.CAREFUL);
        assertThat(after.unableToPay(day).hits())
            .isLessThanOrEqualTo(before.unableToPay(day).hits());
        assertThat(after.insolvent(day).hits()).isLessThanOrEqualTo(before.insolvent(day).hits());
        fewer += before.insolvent(day).hits() - after.insolvent(day).hits();
      }
    }
    assertThat(fewer).isPositive();
  }

  @Test
  void theFavorableEndIsNeverTheWorseOne() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 60; i++) {
      double held = random.nextDouble(50, 100);
      double owed = random.nextDouble(4_000, 9_000);
      Book book =
          Outlooks.book(
              format(
                  """
                  custody:
                    - {location: w, kind: wallet, asset: X, quantity: {low: %s, high: %s}}
                  accounts:
                    - {id: s, owner: savers, balances: {USD: {low: %s, high: %s}}}
                  markets:
                    - {asset: X, depth: {low: 100, high: 500}}
                  """,
                  held, held * random.nextDouble(1, 1.3), owed, owed * random.nextDouble(1, 1.3)));
      Outlook outlook =
          Outlooks.run(book, Outlooks.choices(0.5, 0.05, 0.8), 200, 15, random.nextLong());
      for (int day = 1; day <= 15; day++) {
        Outlook.Fate worse = Outlooks.subject(outlook, End.CAREFUL);
        Outlook.Fate better = Outlooks.subject(outlook, End.FAVORABLE);
        assertThat(better.insolvent(day).hits()).isLessThanOrEqualTo(worse.insolvent(day).hits());
        assertThat(better.unableToPay(day).hits())
            .isLessThanOrEqualTo(worse.unableToPay(day).hits());
      }
    }
  }

  @Test
  void sameFiguresOnAnyNumberOfThreadsAndOthersFromAnotherSeed() {
    Book book = Outlooks.shipped("ftx-2022-11-02");
    List<List<Outlook.Case>> runs = new ArrayList<>();
    for (int threads : new int[] {1, 2, 4}) {
      OutlookPlan plan = new OutlookPlan(700, 60, 5, threads);
      runs.add(OutlookRun.of(book, Choices.DEFAULT, plan, _ -> true).cases());
    }
    assertThat(runs).allMatch(runs.getFirst()::equals);
    assertThat(Outlooks.run(book, Choices.DEFAULT, 700, 60, 6).cases())
        .isNotEqualTo(runs.getFirst());
  }

  @Test
  void whatIsFinishedWhenItEndsEarlyIsTheBeginningOfTheWhole() {
    Book book = Outlooks.shipped("ftx-2022-11-02");
    OutlookPlan plan = new OutlookPlan(100_000, 30, 5, 2);
    Outlook early = OutlookRun.of(book, Choices.DEFAULT, plan, finished -> finished < 1_000);
    assertThat(early.paths()).isEqualTo(1_000);
    assertThat(early.plan().paths()).isEqualTo(100_000);
    assertThat(early.cases()).isEqualTo(Outlooks.run(book, Choices.DEFAULT, 1_000, 30, 5).cases());
  }

  @Test
  void anyBookCanBeSimulated() {
    for (long seed = 0; seed < 500; seed++) {
      Book book = seed % 2 == 0 ? RandomBook.exact(seed) : RandomBook.withRanges(seed);
      Outlook outlook = Outlooks.run(book, Choices.DEFAULT, 3, 5, seed);
      for (Outlook.Case each : outlook.cases()) {
        assertThat(each.fates().getFirst().party()).isEqualTo(book.subject());
        assertThat(each.result().watched()).hasSize(3);
      }
    }
  }

  private static void assertWithin(Estimate estimate, double expected) {
    double error = Math.sqrt(expected * (1 - expected) / estimate.paths());
    assertThat(estimate.probability()).isCloseTo(expected, within(4 * error));
  }

  /// The venue owns `units` of X at 100 and owes so much that nothing is left at `barrier`.
  private static Book borrower(double units, double barrier) {
    return Outlooks.book(
        format(
            """
            custody: [{location: w, kind: wallet, asset: X, quantity: %s}]
            loans: [{id: l, lender: bank, borrower: venue, asset: USD, principal: %s, due: term}]
            """,
            units, units * barrier));
  }

  private static Book bookWithMarket(String market) {
    return Outlooks.book(
        """
        custody: [{location: w, kind: wallet, asset: X, quantity: 100}]
        accounts: [{id: s, owner: savers, balances: {USD: 9000}}]
        """
            + "markets: ["
            + market
            + "]\n");
  }

  private static Book withFund(double barrier, double trigger, double depth) {
    return Outlooks.book(
        format(
            """
            custody: [{location: w, kind: wallet, asset: X, quantity: 10}]
            loans:
              - {id: own, lender: bank, borrower: venue, asset: USD, principal: %s, due: term}
              - id: fund
                lender: bank
                borrower: fund
                asset: USD
                principal: %s
                collateral: {X: 50.000001}
                due: term
                liquidation-ltv: 0.8
            markets: [{asset: X, depth: %s}]
            """,
            10 * barrier, 0.8 * 50 * trigger, depth));
  }

  private static Book depositors(double owed, double depth) {
    return Outlooks.book(
        format(
            """
            custody: [{location: w, kind: wallet, asset: X, quantity: 100}]
            accounts: [{id: s, owner: savers, balances: {USD: %s}}]
            markets: [{asset: X, depth: %s}]
            """,
            owed, depth));
  }

  private static String format(String text, Object... figures) {
    Object[] words = figures.clone();
    for (int i = 0; i < words.length; i++) {
      if (words[i] instanceof Double figure) {
        words[i] = String.format(Locale.ROOT, "%.9f", figure);
      }
    }
    return String.format(Locale.ROOT, text, words);
  }
}
