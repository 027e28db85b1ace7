package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.TokenCommand;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Side;

/// Holds the worked numbers of docs/reference/exchange-token.md against a venue that is given so
/// much to spend.
class TokenPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/exchange-token.md");
  private static final long WEEK_NS = 604_800_000_000_000L;

  @Test
  void shouldShowWhatASliceBuys() throws IOException {
    List<String[]> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| to spend |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
            .toList();
    assertThat(rows).hasSize(4);
    for (String[] row : rows) {
      long bought = bought(Decimals.parse(row[0], 6));
      assertThat(row).containsExactly(row[0], "21", "0.07 %", Decimals.format(bought, 6));
    }
  }

  /// Fees of so much are earned, 18 cents for each hundredth of a bitcoin at 20,000, and all of
  /// them are to buy tokens at up to 21, with the mark at 20.
  private static long bought(long budget) {
    long hundredths = budget / 180_000;
    Bench bench = Bench.listed(3).charging();
    bench.applied(
        new TokenCommand.SetExchangeToken(
            Bench.FTT,
            1,
            2,
            Bench.WALLET,
            1_000 * Bench.TOKEN,
            1_000_000_000,
            0,
            1,
            60,
            50_000_000));
    bench.deposit(0, Bench.BTC, 20 * Bench.BITCOIN);
    bench.deposit(0, Bench.FTT, 100 * Bench.TOKEN);
    bench.deposit(1, Bench.USD, 500_000 * Bench.DOLLAR);
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, hundredths));
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_000, hundredths));
    assertThat(bench.view().venueBalance(VenueAccount.FEES, Bench.USD)).isEqualTo(budget);
    bench.applied(Bench.tokens(0, Side.SELL, 21, 100));
    bench.applied(new ClockCommand.AdvanceTime(WEEK_NS, 0));
    return bench.view().burned();
  }
}
