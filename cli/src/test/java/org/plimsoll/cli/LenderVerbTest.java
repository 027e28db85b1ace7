package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LenderVerbTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void shouldRaiseWhatCouldBeSeenWithDatesAndFacts() throws IOException {
    run("lender", "lender-2022-11-01", "--party", "alameda", "--out", folder.toString());
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("flags on alameda. FTT is issued by ftx")
        .contains("2022-10-12", "count its own token at 0.95", "61.9022% to 100%")
        .doesNotContain("2022-11-02", "2022-11-06");
    assertThat(folder.resolve("flags.csv")).exists();
    assertThat(Files.readString(folder.resolve("index.html"))).contains("What could be seen");
  }

  @Test
  void shouldNameTheBorrowersThatTheBookKnows() {
    assertThat(run("lender", "lender-2022-11-01", "--party", "ftx")).isEqualTo(4);
    assertThat(err.toString())
        .contains("lender-2022-11-01 has no loan to ftx; it has loans to alameda");
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
