package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scripts that show lending hold.
class LendingScriptsTest {
  @ParameterizedTest
  @ValueSource(strings = {"lending", "s4-segregated", "s4-opt-in", "s4-commingled"})
  void everyExpectationHolds(String name) throws IOException {
    String file = name + ".script";
    Path path = Path.of("../../golden/scripts", file);
    ParsedScript parsed = ScriptParser.parse(file, Files.readString(path));
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    ScriptRun run = ScriptRunner.run(((ParsedScript.Ready) parsed).script(), _ -> Optional.empty());
    assertThat(run.findings()).isNotEmpty().allMatch(Finding::holds);
  }
}
