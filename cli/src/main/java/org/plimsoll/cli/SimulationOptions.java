package org.plimsoll.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.text.Problem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The scenario that a verb runs, and what every such verb lets say of it.
final class SimulationOptions {
  @Parameters(
      paramLabel = "SCENARIO",
      description =
          "A scenario file, or the name of a shipped scenario (see 'plimsoll scenarios').")
  private String name = "";

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "coarse (fewer ticks, the default) or full.")
  private Profile profile = Profile.COARSE;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  /// Returns the scenario.
  ///
  /// @throws CommandFailure with exit code 4 if it cannot be read
  LoadedScenario read() {
    return switch (ShippedScenarios.read(name)) {
      case ReadResult.Loaded(LoadedScenario scenario) -> scenario;
      case ReadResult.Refused(var problems) -> throw refusal(problems);
    };
  }

  /// Returns the file or name as it was given.
  String argument() {
    return name;
  }

  /// Returns how many ticks a run has.
  Profile profile() {
    return profile;
  }

  /// Returns the profile as it is written.
  String profileName() {
    return profile.name().toLowerCase(Locale.ROOT);
  }

  /// Returns whether the answer is printed as JSON.
  boolean isJson() {
    return json;
  }

  /// Returns the arguments that give one run of it again, without what changes it.
  List<String> simulate() {
    return List.of("simulate", name, "--profile", profileName());
  }

  /// Returns the end of a verb with exit code 4 that says what is wrong.
  static CommandFailure refusal(List<Problem> problems) {
    return CommandFailure.inInput(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }

  /// Refuses an instant that is outside the scenario.
  static void requireWithin(String option, Optional<Instant> instant, LoadedScenario loaded) {
    Instant start = loaded.scenario().start();
    Instant end = loaded.scenario().until();
    if (instant.filter(each -> each.isBefore(start) || each.isAfter(end)).isPresent()) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          option + " " + instant.get() + " is outside the scenario, from " + start + " to " + end);
    }
  }
}
