package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.Table;
import org.plimsoll.sweep.Aim;
import org.plimsoll.sweep.Frontier;
import org.plimsoll.sweep.Sampling;

/// What a sweep that is complete says at its end.
///
/// @param folder of the sweep
record SweepAnswer(Path folder, PrintWriter out) {
  private static final int ROWS_SHOWN = 20;

  /// Prints the summary as JSON.
  void printJson() {
    out.print(read("summary.json"));
  }

  /// Prints the summary, and what was asked for besides.
  ///
  /// @param summary as the sweep wrote it
  /// @param frontier as [#writeFrontier] wrote it; empty if none was asked for
  void print(String summary, Sampling sampling, String frontier) {
    out.print(SweepText.summary(summary));
    if (sampling == Sampling.SOBOL) {
      out.println();
      out.print(SweepText.sensitivity(read("sensitivity.csv")));
    }
    if (!frontier.isEmpty()) {
      long more = frontier.lines().count() - 1 - ROWS_SHOWN;
      out.println();
      out.print(SweepText.frontier(frontier, ROWS_SHOWN));
      if (more > 0) {
        out.println("... and " + more + " more in " + folder.resolve("frontier.csv"));
      }
    }
  }

  /// Writes the frontier of the runs and returns it as a table of text; empty without aims.
  ///
  /// @throws CommandFailure with exit code 2 if an aim is no figure of the runs
  String writeFrontier(List<Aim> aims) {
    if (aims.isEmpty()) {
      return "";
    }
    List<String> text = new ArrayList<>();
    new Destination(folder.resolve("frontier.csv"))
        .write(path -> {
          text.add(CsvTable.of(frontier(aims)));
          Files.writeString(path, text.getFirst());
        });
    return text.getFirst();
  }

  private Table frontier(List<Aim> aims) throws IOException {
    try {
      return Frontier.of(aims, folder);
    } catch (IllegalArgumentException unknown) {
      throw new CommandFailure(ExitCode.USAGE, "--frontier: " + unknown.getMessage());
    }
  }

  private String read(String name) {
    List<String> text = new ArrayList<>();
    new Destination(folder.resolve(name)).write(path -> text.add(Files.readString(path)));
    return text.getFirst();
  }
}
