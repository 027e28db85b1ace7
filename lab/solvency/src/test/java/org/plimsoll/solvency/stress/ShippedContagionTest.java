package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

/// Who falls next in the books of the lenders of 2022, worked out by hand.
class ShippedContagionTest {
  @Test
  void voyager_falls_when_three_arrows_pays_nothing() {
    Scenario scenario = defaultOf("three-arrows");
    Book after = ScenarioBook.of(shipped("voyager-2022-07-05"), scenario);
    // 1,610.6 - 2,225 and 1,759.9 - 2,125: the claim of up to 655.9 is worth nothing at both ends.
    assertThat(Assessment.of(after).atMark().total())
        .isEqualTo(Interval.between(new BigDecimal("-614400000"), new BigDecimal("-365100000")));
    Contagion contagion = Contagion.of(after, scenario);
    assertThat(contagion.falls())
        .extracting(Contagion.Fall::party)
        .containsExactly("three-arrows", "voyager");
    // What others owe in full, 465.9, and 1,145 on hand, against 2,225.
    assertThat(contagion.falls().getLast().recovery()).isCloseTo(0.724, within(1e-9));
    assertThat(contagion.losses())
        .extracting(Contagion.Loss::party)
        .containsExactly("voyager", "customers", "alameda");
  }

  @Test
  void blockfi_falls_with_ftx_and_alameda_and_its_customers_after_it() {
    Scenario scenario = defaultOf("ftx", "alameda");
    Book after = ScenarioBook.of(shipped("blockfi-2022-11-28"), scenario);
    Contagion contagion = Contagion.of(after, scenario);
    assertThat(contagion.falls())
        .extracting(Contagion.Fall::party)
        .containsExactly("alameda", "blockfi", "ftx");
    Contagion.Loss customers = contagion.losses().getFirst();
    assertThat(customers.party()).isEqualTo("customers");
    // 256.9 + 297 on hand against 3,400 + 300 + 275 + 30 + 21.67.
    assertThat(customers.lost() / customers.claims()).isCloseTo(1 - 553.9 / 4026.67, within(1e-9));
    // 355 on the exchange and 680 lent: of neither does anything come back for certain.
    assertThat(contagion.losses().get(1))
        .isEqualTo(new Contagion.Loss("blockfi", 1.035e9, 1.035e9));
  }

  private static Scenario defaultOf(String... parties) {
    return new Scenario(Scenario.NONE.falls(), BigDecimal.ZERO, BigDecimal.ONE, List.of(parties));
  }

  private static Book shipped(String name) {
    return ((ReadResult.ReadBook) BookReader.read(name)).book();
  }
}
