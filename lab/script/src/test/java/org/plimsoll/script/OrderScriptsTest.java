package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shipped scripts about orders, whose numbers stand in docs/reference/orders.md.
class OrderScriptsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders-lives",
        "orders-amended",
        "orders-limits",
        "orders-states",
        "orders-triggers"
      })
  void everythingIsAsTheScriptExpects(String name) throws IOException {
    String text = Files.readString(Path.of("../../golden/scripts/" + name + ".script"));
    ParsedScript parsed = ScriptParser.parse(name, text);
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    ScriptRun run =
        ScriptRunner.run(((ParsedScript.Ready) parsed).script(), book -> Optional.empty());
    assertThat(run.findings()).isNotEmpty().allMatch(Finding::holds);
  }
}
