package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Position;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.LoadLines;

class PositionsOfAccountsTest {
  @Test
  void shouldOweWhatAPositionHasEarned() {
    assertThat(equity("2", "58000").claims()).isEqualTo(interval("5000"));
    assertThat(equity("-2", "61000").claims()).isEqualTo(interval("3000"));
    assertThat(equity("-2", "58000").claims()).isEqualTo(Interval.ZERO);
    assertThat(equity("-2", "58000").receivable()).isEqualTo(interval("1500"));
  }

  @Test
  void shouldKeepWhatIsNotKnownOfASizeAndAnEntryPrice() {
    assertThat(equity("2", "57000..59000").claims()).isEqualTo(interval("3000..7000"));
    assertThat(equity("2..3", "0").claims()).isEqualTo(interval("121000..181000"));
    assertThat(equity("2", "?").claims()).isEqualTo(interval("0..121000"));
  }

  @Test
  void shouldOweNothingOfTheAssetInKind() {
    List<AssetRow> rows = Assessment.of(book("2", "58000")).assets();
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().asset()).isEqualTo("USD");
    assertThat(rows.getFirst().owedTo()).isEqualTo(interval("5000"));
  }

  @Test
  void shouldCountThePricePaidAsADebtAgainstTheUnitsBought() {
    CollateralLoad load = LoadLines.of(book("2", "58000"), 7).getFirst();
    assertThat(load.asset()).isEqualTo("BTC");
    assertThat(load.value()).isEqualTo(interval("120000"));
    assertThat(load.debt()).isEqualTo(interval("115000"));
    assertThat(LoadLines.of(book("-2", "58000"), 7)).isEmpty();
  }

  /// The account has 1,000 USD; half of a debt under water comes back.
  private static Equity equity(String size, String entry) {
    return Assessment.of(book(size, entry)).atMark();
  }

  private static Book book(String size, String entry) {
    Book bare =
        new BookFixture()
            .asset("BTC", Asset.Kind.COIN, Asset.Tier.LESS_LIQUID, "60000")
            .party("ann", Party.Kind.CUSTOMER)
            .account("A", "ann", "USD", "1000")
            .recovering("0.5")
            .build();
    Position position = new Position("BTC", Figure.of(interval(size)), Figure.of(interval(entry)));
    return bare.withAccounts(List.of(bare.accounts().getFirst().withPositions(List.of(position))));
  }

  private static Interval interval(String text) {
    return BookFixture.interval(text);
  }
}
