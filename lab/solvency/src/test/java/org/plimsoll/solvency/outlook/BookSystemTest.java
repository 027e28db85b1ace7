package org.plimsoll.solvency.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.survival.CreditSystem;
import org.plimsoll.solvency.survival.Debt;

class BookSystemTest {
  private static final String MARGIN =
      """
      accounts:
        - {id: f, owner: fund, balances: {X: 10, USD: -600}}
        - {id: s, owner: savers, balances: {USD: 1000}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "levine-1",
        "levine-2",
        "levine-3",
        "levine-4",
        "levine-5",
        "levine-6",
        "levine-7",
        "levine-8",
        "healthy-exchange",
        "celsius-2022-07-13",
        "alameda-2022-06-30",
        "ftx-2022-11-02",
        "ftx-2022-11-10"
      })
  void theSubjectHasTheEquityOfTheAssessmentAtEitherEnd(String name) {
    Book book = Outlooks.shipped(name);
    Interval equity = Assessment.of(book).atMark().total();
    CreditSystem careful = BookSystem.of(book, Choices.DEFAULT, End.CAREFUL, true);
    CreditSystem favorable = BookSystem.of(book, Choices.DEFAULT, End.FAVORABLE, true);
    double scale = 1e-9 * holdings(careful, Roster.SUBJECT) + 1e-6;
    assertThat(equity.low()).isNotNull();
    assertThat(equity.high()).isNotNull();
    assertThat(equity(careful, Roster.SUBJECT))
        .isCloseTo(equity.low().doubleValue(), within(scale));
    assertThat(equity(favorable, Roster.SUBJECT))
        .isCloseTo(equity.high().doubleValue(), within(scale));
  }

  @Test
  void custodyIsThereFirstForWhatCanBeAskedForAndThenForCollateral() {
    Debt deposit = new Debt(1, 0, 0, 1000, 0.01, 0, Debt.Security.NONE);
    Debt margin = new Debt(0, 2, 0, 600, 0, 0, new Debt.Security(2, 10, 0.8, 0));
    Debt free = new Debt(1, 0, 2, 4, 0.01, 0, Debt.Security.NONE);
    CreditSystem there = marginBook(12);
    assertThat(there.parties().get(Roster.SUBJECT).holdings())
        .as("12 less the 6 that stand against the debt")
        .containsExactly(0.0, 0.0, 6.0);
    assertThat(there.parties().get(2).holdings()).containsExactly(0.0, 0.0, 10.0);
    assertThat(there.debts()).containsExactly(deposit, margin, free);

    CreditSystem lent = marginBook(5);
    assertThat(lent.parties().get(Roster.SUBJECT).holdings()).containsExactly(0.0, 0.0, 4.0);
    assertThat(lent.debts())
        .containsExactly(deposit, margin, free, new Debt(1, 0, 2, 5, 0, 0, Debt.Security.NONE));
  }

  @Test
  void aVenueThatHoldsWhatCanBeAskedForCanPay() {
    Outlook pays = Outlooks.run(Outlooks.shipped("levine-3"), Choices.DEFAULT, 500, 90, 1);
    assertThat(Outlooks.subject(pays, End.CAREFUL).unableToPay(90).hits()).isZero();
    Outlook empty = Outlooks.run(Outlooks.shipped("levine-6"), Choices.DEFAULT, 500, 90, 1);
    assertThat(Outlooks.subject(empty, End.CAREFUL).unableToPay(1).probability()).isEqualTo(1);
  }

  @Test
  void anExemptionTurnsTheTriggerOffAndAnAccountUnderWaterCountsAsWhatStandsOnIt() {
    String account = "accounts: [{id: f, owner: fund, exemptions: [no-liquidation], balances: ";
    String held = "custody: [{location: w, kind: wallet, asset: X, quantity: 10}]\n";
    Book above = Outlooks.book(held + account + "{X: 10, USD: -900}}]\n");
    assertThat(triggers(above, true)).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(triggers(above, false)).containsExactly(0.8);
    Book under = Outlooks.book(held + account + "{X: 10, USD: -1200}}]\n");
    CreditSystem written = BookSystem.of(under, Choices.DEFAULT, End.CAREFUL, true);
    assertThat(written.debts()).isEmpty();
    assertThat(written.parties().get(Roster.SUBJECT).holdings()).containsExactly(0.0, 0.0, 10.0);
    assertThat(triggers(under, false)).containsExactly(0.8);
  }

  @Test
  void anAccountThatOwesAgainstSeveralAssetsIsSplitInProportion() {
    Book book =
        Outlooks.book(
            """
            accounts: [{id: f, owner: fund, balances: {X: 10, Y: 30, USD: -800}}]
            custody:
              - {location: w, kind: wallet, asset: X, quantity: 10}
              - {location: w, kind: wallet, asset: Y, quantity: 30}
            """);
    assertThat(BookSystem.of(book, Choices.DEFAULT, End.CAREFUL, true).debts().subList(0, 2))
        .as("1,000 of X and 600 of Y against 800")
        .containsExactly(
            new Debt(0, 2, 0, 500, 0, 0, new Debt.Security(2, 10, 0.8, 0)),
            new Debt(0, 2, 0, 300, 0, 0, new Debt.Security(3, 30, 0.8, 0)));
  }

  @Test
  void accountsThatAreAlikeAreOneAndManyOwnersAreOneParty() {
    CreditSystem levine =
        BookSystem.of(Outlooks.shipped("levine-6"), Choices.DEFAULT, End.CAREFUL, true);
    assertThat(levine.parties()).hasSize(5);
    long secured = levine.debts().stream().filter(debt -> debt.lender() == 0).count();
    assertThat(secured).as("A, B, and C's two debts against one asset").isEqualTo(4);
    StringBuilder many = new StringBuilder("accounts:\n");
    for (int i = 0; i < 41; i++) {
      many.append("  - {id: a" + i + ", owner: p" + i + ", balances: {X: 10, USD: -6" + i + "}}\n");
    }
    Book crowd = Outlooks.crowd(41, many.toString());
    assertThat(Roster.of(crowd).names()).hasSize(3).contains("accounts that owe");
  }

  @Test
  void aLoanFallsDueAsItIsTold() {
    String loan = "loans: [{id: l, lender: bank, borrower: venue, asset: USD, principal: 5, ";
    assertThat(debt(loan + "due: on-demand}]\n", End.FAVORABLE).called()).isEqualTo(0.01);
    assertThat(debt(loan + "due: term}]\n", End.CAREFUL))
        .isEqualTo(new Debt(1, 0, 0, 5, 0, 0, Debt.Security.NONE));
    assertThat(debt(loan + "due: term, maturity: 2023-01-10}]\n", End.CAREFUL).dueDay())
        .isEqualTo(10);
    assertThat(debt(loan + "due: term, maturity: 2023-02-28}]\n", End.CAREFUL).dueDay())
        .isEqualTo(59);
    assertThat(debt(loan + "due: term, maturity: 2022-01-01}]\n", End.CAREFUL).dueDay())
        .isEqualTo(1);
    assertThat(debt(loan + "due: term, maturity: 2322-01-01}]\n", End.CAREFUL).dueDay()).isZero();
    assertThat(debt(loan + "due: unknown}]\n", End.CAREFUL).called()).isEqualTo(0.01);
    assertThat(debt(loan + "due: unknown}]\n", End.FAVORABLE).called()).isZero();
  }

  @Test
  void aBorrowerHasWhatTheBookNamesAtTheCarefulEndAndWhatItOwesAtTheFavorableOne() {
    String loan =
        "loans: [{id: l, lender: venue, borrower: fund, asset: USD, principal: 900,"
            + " collateral: {X: 5}, recourse: 0.25, due: term}]\n";
    Book book = Outlooks.book(loan);
    assertThat(BookSystem.of(book, Choices.DEFAULT, End.CAREFUL, true).parties().get(2).holdings())
        .containsExactly(225.0, 0.0, 5.0);
    assertThat(
            BookSystem.of(book, Choices.DEFAULT, End.FAVORABLE, true).parties().get(2).holdings())
        .containsExactly(900.0, 0.0, 5.0);
  }

  @Test
  void whatIsPledgedToSomebodyUnnamedCannotBeSold() {
    CreditSystem system =
        BookSystem.of(
            Outlooks.book(
                """
                custody: [{location: w, kind: wallet, asset: X, quantity: 10, encumbered: 6}]
                accounts: [{id: s, owner: savers, balances: {USD: 500}}]
                """),
            Choices.DEFAULT,
            End.CAREFUL,
            true);
    assertThat(system.debts().getLast().security().quantity()).isEqualTo(6);
    assertThat(system.parties().getFirst().holdings()).containsExactly(0.0, 0.0, 10.0);
  }

  @Test
  void depthComesFromWhatTheBookTellsFirst() {
    assertThat(depth("{asset: X, depth: 40, visible-depth: 1m, adv: 1m}", End.CAREFUL))
        .isEqualTo(40);
    assertThat(depth("{asset: X, visible-depth: {low: 1m, high: 2m}, adv: 1m}", End.CAREFUL))
        .as("selling 10,000 units takes 2 % off")
        .isCloseTo(10_000 / -Math.log(0.98), within(1e-6));
    assertThat(depth("{asset: X, adv: 1m, daily-vol: 0.04}", End.CAREFUL))
        .as("0.4 of 10,000 units over 4 %")
        .isCloseTo(100_000, within(1e-6));
    assertThat(depth("{asset: X}", End.CAREFUL)).as("liquid").isInfinite();
  }

  private static CreditSystem marginBook(int held) {
    Book book =
        Outlooks.book(
            "custody: [{location: w, kind: wallet, asset: X, quantity: " + held + "}]\n" + MARGIN);
    return BookSystem.of(book, Choices.DEFAULT, End.CAREFUL, true);
  }

  private static double depth(String market, End end) {
    Book book =
        Outlooks.book(
            "custody: [{location: w, kind: wallet, asset: X, quantity: 10}]\nmarkets: ["
                + market
                + "]\n");
    return BookSystem.of(book, Choices.DEFAULT, end, true).assets().getLast().depth();
  }

  private static List<Double> triggers(Book book, boolean areExempt) {
    return BookSystem.of(book, Choices.DEFAULT, End.CAREFUL, areExempt).debts().stream()
        .filter(debt -> debt.lender() == Roster.SUBJECT)
        .map(debt -> debt.security().trigger())
        .toList();
  }

  private static Debt debt(String loans, End end) {
    return BookSystem.of(Outlooks.book(loans), Choices.DEFAULT, end, true).debts().getFirst();
  }

  private static double equity(CreditSystem system, int party) {
    double equity = holdings(system, party);
    for (Debt debt : system.debts()) {
      double value = debt.principal() * system.assets().get(debt.asset()).price();
      equity += debt.lender() == party ? value : 0;
      equity -= debt.borrower() == party ? value : 0;
    }
    return equity;
  }

  private static double holdings(CreditSystem system, int party) {
    double sum = 0;
    for (int asset = 0; asset < system.assets().size(); asset++) {
      sum += system.parties().get(party).holdings().get(asset) * system.assets().get(asset).price();
    }
    return sum;
  }
}
