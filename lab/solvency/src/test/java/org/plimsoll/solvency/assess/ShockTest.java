package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Party;

class ShockTest {
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static Book book() {
    return new BookFixture()
        .asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "20000")
        .token("FTT", "venue", Asset.Tier.LESS_LIQUID, "20")
        .build();
  }

  private static String price(Book book, int index) {
    return Wording.range(book.assets().get(index).price().value());
  }

  @Test
  void shouldMarkDownByTierAndKeepTheCurrency() {
    Book marked = Shock.haircut(QUARTER, HALF, BigDecimal.ONE).applyTo(book());
    assertThat(price(marked, 0)).isEqualTo("1");
    assertThat(price(marked, 1)).isEqualTo("15,000");
    assertThat(price(marked, 2)).isEqualTo("10");
  }

  @Test
  void shouldSayWhatWasMarkedDown() {
    Book marked = Shock.haircut(BigDecimal.ZERO, QUARTER, BigDecimal.ZERO).applyTo(book());
    assertThat(marked.notes())
        .containsExactly("Prices of the tier less-liquid are marked down by 25%.");
    assertThat(Shock.price("FTT", HALF).applyTo(book()).notes())
        .containsExactly("The price of FTT is multiplied by 0.5.");
  }

  @Test
  void shouldNotMakeSmallerWhatMustStillBeBought() {
    BookFixture shorted =
        new BookFixture()
            .asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "20000")
            .party("ann", Party.Kind.CUSTOMER)
            .held("BTC", "1")
            .account("1", "ann", "BTC", "2");
    Shock shock = Shock.haircut(QUARTER, QUARTER, QUARTER);
    assertThat(price(shock.applyTo(shorted.build()), 1)).isEqualTo("20,000");
    Book perhaps = shorted.account("2", "ann", "BTC", "-5..0").build();
    assertThat(price(shock.applyTo(perhaps), 1)).isEqualTo("15,000 to 20,000");
  }

  @Test
  void shouldRefuseAHaircutOutsideItsBounds() {
    BigDecimal two = new BigDecimal("2");
    assertThatThrownBy(() -> Shock.haircut(two, HALF, HALF)).hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> Shock.price("FTT", two.negate())).hasMessageContaining("negative");
  }
}
