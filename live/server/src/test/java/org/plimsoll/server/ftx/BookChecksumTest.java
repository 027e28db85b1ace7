package org.plimsoll.server.ftx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.server.stream.Levels;

/// The two examples that public clients of this dialect check themselves with.
class BookChecksumTest {
  private static final Grid GRID = new Grid(new BigDecimal("0.00001"), new BigDecimal("0.00001"));

  @Test
  void twoLevelsOfASide() {
    Levels levels =
        new Levels(
            List.of(level("5000.5", "10"), level("4995", "5")),
            List.of(level("5001", "6"), level("5002", "7")));
    assertThat(BookChecksum.text(levels, GRID))
        .isEqualTo("5000.5:10.0:5001.0:6.0:4995.0:5.0:5002.0:7.0");
    assertThat(BookChecksum.of(levels, GRID)).isEqualTo(2933775928L);
  }

  @Test
  void aShorterSideIsPassedOverAndSmallNumbersHaveExponents() {
    Levels levels =
        new Levels(
            List.of(level("5000.5", "10"), level("4995", "5"), level("0.00001", "0.00005")),
            List.of(level("5001", "6")));
    assertThat(BookChecksum.text(levels, GRID))
        .isEqualTo("5000.5:10.0:5001.0:6.0:4995.0:5.0:1e-05:5e-05");
    assertThat(BookChecksum.of(levels, GRID)).isEqualTo(2030294984L);
  }

  private static Levels.Level level(String price, String size) {
    return new Levels.Level(
        GRID.ticks(new BigDecimal(price)).orElseThrow(),
        GRID.lots(new BigDecimal(size)).orElseThrow());
  }
}
