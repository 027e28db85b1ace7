package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Party;

class FrontierTest {
  @Test
  void cashIsPaidWhateverThePricesDoAndTheRestFallsWithThem() {
    Book book =
        new BookFixture()
            .party("saver", Party.Kind.CUSTOMER)
            .asset("GOLD", Asset.Kind.OTHER, Asset.Tier.LIQUID, "10")
            .account("saver-1", "saver", "USD", "1000")
            .held("USD", "300")
            .held("GOLD", "50")
            .build();
    Frontier frontier = Frontier.of(book);
    assertThat(frontier.points()).hasSize(21);
    assertThat(frontier.points().getFirst().payable().low())
        .isEqualTo(Ratio.of(new BigDecimal("0.8"), BigDecimal.ONE));
    assertThat(frontier.points().get(10).payable().low())
        .isEqualTo(Ratio.of(new BigDecimal("0.55"), BigDecimal.ONE));
    assertThat(frontier.points().getLast().payable().low())
        .isEqualTo(Ratio.of(new BigDecimal("0.3"), BigDecimal.ONE));
  }

  @Test
  void withoutClaimsThereIsNoFrontier() {
    assertThat(Frontier.of(new BookFixture().held("USD", "1").build()).points()).isEmpty();
  }

  @Test
  void whatIsPayableIsAPartOfAllClaims() {
    for (long seed = 0; seed < 300; seed++) {
      for (Frontier.Point point : Frontier.of(RandomBook.withRanges(seed)).points()) {
        assertThat(point.payable().low()).isBetween(Ratio.ZERO, Ratio.ONE);
        assertThat(point.payable().high().orElse(Ratio.ONE)).isLessThanOrEqualTo(Ratio.ONE);
      }
    }
  }
}
