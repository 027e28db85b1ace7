package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// The published examples of leveraged tokens, and the book that they leave behind.
class LeveragedTokenScriptTest {
  private static final Path SCRIPT = Path.of("../../golden/scripts/leveraged-token.script");

  @Test
  void everyExpectationHoldsAndTheFundOwesItsTokens() throws IOException {
    ParsedScript parsed = ScriptParser.parse("leveraged-token.script", Files.readString(SCRIPT));
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    ScriptRun run = ScriptRunner.run(((ParsedScript.Ready) parsed).script(), _ -> Optional.empty());
    assertThat(run.findings()).isNotEmpty().allMatch(Finding::holds);
    assertThat(tokens(run, "trader")).isEqualTo(exactly("90"));
    assertThat(tokens(run, "fund-e")).isEqualTo(exactly("-90"));
  }

  private static Figure tokens(ScriptRun run, String account) {
    return run.book().accounts().stream()
        .filter(a -> a.id().equals(account))
        .findFirst()
        .orElseThrow()
        .balances()
        .get("ETHBULL");
  }

  private static Figure exactly(String amount) {
    return Figure.of(Interval.exactly(new BigDecimal(amount)));
  }
}
