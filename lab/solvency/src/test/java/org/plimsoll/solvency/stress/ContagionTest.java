package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;

class ContagionTest {
  @Test
  void aDefaultReachesTheVenueInItsSecondRoundAndThenItsCustomers() {
    Book book =
        new BookFixture()
            .party("fund", Party.Kind.FUND)
            .party("saver", Party.Kind.CUSTOMER)
            .asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "20000")
            .account("saver-1", "saver", "USD", "1000")
            .held("USD", "400")
            .loan("loan-1", "venue", "fund", "USD", "700", Loan.Due.TERM, "1", "BTC", "0.005")
            .build();
    Scenario scenario = Scenario.defaultOf("fund");
    Contagion contagion = Contagion.of(ScenarioBook.of(book, scenario), scenario);
    assertThat(contagion.falls()).hasSize(2);
    Contagion.Fall fund = contagion.falls().getFirst();
    Contagion.Fall venue = contagion.falls().getLast();
    assertThat(fund.party()).isEqualTo("fund");
    assertThat(fund.round()).isEqualTo(1);
    assertThat(fund.recovery()).isCloseTo(1.0 / 7, within(1e-12));
    assertThat(venue.party()).isEqualTo("venue");
    assertThat(venue.round()).isEqualTo(2);
    assertThat(venue.recovery()).isCloseTo(0.5, within(1e-12));
    assertThat(contagion.losses())
        .containsExactly(
            new Contagion.Loss("venue", 700, 600), new Contagion.Loss("saver", 1000, 500));
  }

  @Test
  void whereNobodyIsShortNobodyFalls() {
    Book book =
        new BookFixture()
            .party("saver", Party.Kind.CUSTOMER)
            .account("saver-1", "saver", "USD", "1000")
            .held("USD", "1000")
            .build();
    Contagion contagion = Contagion.of(book, Scenario.NONE);
    assertThat(contagion.falls()).isEmpty();
    assertThat(contagion.losses()).isEmpty();
  }
}
