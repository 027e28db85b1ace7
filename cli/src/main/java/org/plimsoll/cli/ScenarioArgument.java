package org.plimsoll.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.text.Problem;
import picocli.CommandLine.Parameters;

/// The scenario that a verb is about.
final class ScenarioArgument {
  @Parameters(
      paramLabel = "SCENARIO",
      description =
          "A scenario file, or the name of a shipped scenario (see 'plimsoll scenarios').")
  private String name = "";

  /// Returns the scenario.
  ///
  /// @throws CommandFailure with exit code 4 if it cannot be read
  LoadedScenario read() {
    return switch (ShippedScenarios.read(name)) {
      case ReadResult.Loaded(LoadedScenario scenario) -> scenario;
      case ReadResult.Refused(var problems) -> throw refusal(problems);
    };
  }

  /// Returns the end of a verb with exit code 4 that says what is wrong.
  static CommandFailure refusal(List<Problem> problems) {
    return CommandFailure.inInput(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
