package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `plimsoll doctor`: what this machine has of what Plimsoll can use.
@Command(
    name = "doctor",
    description = {
      "Say what this machine has and what it lacks, and what would mend that.",
      "Ends with exit code 2 if something is lacking that Plimsoll cannot do without."
    })
final class DoctorVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--cluster",
      paramLabel = "DIR",
      description = "Also say how the nodes are that keep what they have there.")
  private Optional<Path> cluster = Optional.empty();

  @Override
  public Integer call() throws IOException {
    List<Machine.Part> parts = new ArrayList<>(Machine.here().parts());
    if (cluster.isPresent()) {
      parts.addAll(ClusterParts.below(cluster.get()));
    }
    PrintWriter out = spec.commandLine().getOut();
    int width = parts.stream().mapToInt(part -> part.name().length()).max().orElse(0);
    for (Machine.Part part : parts) {
      String padding = " ".repeat(width - part.name().length());
      out.println(word(part) + "  " + part.name() + padding + "  " + part.words());
    }
    return (parts.stream().anyMatch(Machine.Part::isMissed) ? ExitCode.USAGE : ExitCode.SOUND)
        .number();
  }

  private static String word(Machine.Part part) {
    return part.isThere() ? "has  " : "lacks";
  }
}
