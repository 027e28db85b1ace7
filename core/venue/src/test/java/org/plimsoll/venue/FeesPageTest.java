package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.margin.FeeSchedule;
import org.plimsoll.units.Decimals;

/// Holds the worked numbers of docs/reference/fees.md against the code.
class FeesPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/fees.md");
  private static final int DECIMALS = 6;
  private static final long TAKER_E9 = FeeSchedule.takerE9(1, 0);
  private static final long MAKER_E9 = FeeSchedule.makerE9(1, 0, 0, 0, 0);
  private static final long REBATE_E9 = FeeSchedule.makerE9(1, 0, 0, 0, 25_000);

  @Test
  void shouldShowWhatAnOrderCosts() throws IOException {
    List<String[]> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| taker's order |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
            .toList();
    assertThat(rows).hasSize(4);
    for (String[] row : rows) {
      long notional = Decimals.parse(row[0], DECIMALS);
      long makers = Long.parseLong(row[1]);
      long each = notional / makers;
      assertThat(row)
          .containsExactly(
              row[0],
              row[1],
              shown(takerPays(each, makers)),
              shown(FeeSchedule.fee(each, MAKER_E9)),
              shown(-FeeSchedule.fee(each, REBATE_E9)));
    }
  }

  /// The sum of what the fee on the total grows by.
  private static long takerPays(long each, long makers) {
    long paid = 0;
    for (long maker = 0; maker < makers; maker++) {
      paid +=
          FeeSchedule.fee((maker + 1) * each, TAKER_E9) - FeeSchedule.fee(maker * each, TAKER_E9);
    }
    return paid;
  }

  private static String shown(long amount) {
    return Decimals.format(amount, DECIMALS);
  }
}
