package org.plimsoll.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plimsoll scenarios`: what can be simulated without a file.
@Command(name = "scenarios", description = "List the scenarios that ship with Plimsoll.")
final class ScenariosVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> names = ShippedScenarios.names();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (String name : names) {
      out.println(name + " ".repeat(width - name.length()) + "  " + title(name));
    }
    return ExitCode.SOUND.number();
  }

  private static String title(String name) {
    return switch (ShippedScenarios.read(name)) {
      case ReadResult.Loaded(LoadedScenario scenario) -> scenario.scenario().title();
      case ReadResult.Refused(var problems) ->
          throw new IllegalStateException("the scenario " + name + " is refused: " + problems);
    };
  }
}
