package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevineScriptTest {
  private static final Path SCRIPT = Path.of("../../golden/scripts/levine.script");

  @Test
  void pv01_everyStateOfTheTellingFollowsFromItsCommands() throws IOException {
    ParsedScript parsed = ScriptParser.parse("levine.script", Files.readString(SCRIPT));
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    ScriptRun run = ScriptRunner.run(((ParsedScript.Ready) parsed).script(), _ -> Optional.empty());
    assertThat(run.findings().stream().filter(f -> !f.holds() && !f.title().startsWith("book")))
        .isEmpty();
  }
}
