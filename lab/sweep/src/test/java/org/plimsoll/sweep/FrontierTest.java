package org.plimsoll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Table;

class FrontierTest {
  private static final Aim LEAST_HOLE = new Aim("hole", Aim.End.LEAST);
  private static final Aim MOST_CREDIT = new Aim("last_credit", Aim.End.MOST);

  @TempDir private Path folder;

  @BeforeEach
  void writeRuns() throws IOException {
    Files.writeString(
        folder.resolve("runs.csv"),
        """
        run,seed,set_cap,hole,last_credit,line
        000000,1,0.1,5,10,a
        000001,2,0.2,5,12,b
        000002,3,0.3,1,3,c
        000003,4,0.4,2,3,d
        000004,5,0.5,9,20,e
        000005,6,0.6,9,20,f
        000006,7,0.7,,99,g
        """);
  }

  private List<String> runs(Aim... aims) throws IOException {
    return Frontier.of(List.of(aims), folder).rows().stream()
        .map(row -> ((Cell.Text) row.getFirst()).value())
        .toList();
  }

  @Test
  void noRunOnTheFrontierIsBeatenInEveryAim() throws IOException {
    assertThat(runs(LEAST_HOLE, MOST_CREDIT))
        .containsExactly("000002", "000001", "000004", "000005");
    assertThat(runs(MOST_CREDIT, LEAST_HOLE))
        .containsExactly("000004", "000005", "000001", "000002");
  }

  @Test
  void oneAimHasTheBestRuns() throws IOException {
    assertThat(runs(LEAST_HOLE)).containsExactly("000002");
    assertThat(runs(MOST_CREDIT)).containsExactly("000006");
  }

  @Test
  void aRowHasWhatWasDrawnAndTheAims() throws IOException {
    Table table = Frontier.of(List.of(LEAST_HOLE), folder);
    assertThat(table.columns())
        .extracting("name")
        .containsExactly("run", "seed", "set_cap", "hole");
  }

  @Test
  void whatIsNoFigureIsRefused() {
    assertThatThrownBy(() -> runs(new Aim("depth", Aim.End.MOST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no run has a figure 'depth'; there are run, seed, set_cap, hole");
    assertThatThrownBy(() -> runs(new Aim("line", Aim.End.MOST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'line' is no figure");
  }

  @Test
  void anAimSaysWhichEndIsGood() {
    assertThat(Aim.parse("hole=least")).contains(LEAST_HOLE);
    assertThat(Aim.parse("last_credit=most")).contains(MOST_CREDIT);
    for (String text : List.of("", "hole", "hole=", "=most", "hole=best", "most")) {
      assertThat(Aim.parse(text)).as(text).isEmpty();
    }
  }
}
