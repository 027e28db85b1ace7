package org.plimsoll.cli;

import org.plimsoll.sweep.RunFailed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How a verb of many runs goes about them.
final class ThreadsOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many runs are under way at once; as many as there are cores if not said.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /// Returns how many runs are under way at once, of so many.
  ///
  /// @param option that says how many runs there are
  /// @throws ParameterException if either is below 1
  int of(String option, int runs) {
    if (runs < 1 || threads < 1) {
      throw new ParameterException(
          verb.commandLine(), option + " and --threads must be at least 1");
    }
    return threads;
  }

  /// Returns what ends a verb of which a run has failed: a scenario that cannot be run so is the
  /// user's, everything else is ours.
  static RuntimeException failure(RunFailed failure) {
    return failure.getCause() instanceof IllegalArgumentException
        ? new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(failure.getMessage()))
        : failure;
  }
}
