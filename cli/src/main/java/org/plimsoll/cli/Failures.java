package org.plimsoll.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.cli.calc.InvalidFile;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place where a failure becomes words and an exit code.
final class Failures {
  private Failures() {}

  /// Explains a command line that cannot be understood, names what may have been meant, and says
  /// where the help is; a file with options is an input and is explained by its own line.
  static int usage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    if (failure instanceof InvalidFile) {
      err.println(failure.getMessage());
      return ExitCode.INVALID_INPUT.number();
    }
    String verb = command.getCommandSpec().qualifiedName();
    err.println(verb + ": " + failure.getMessage());
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = new ArrayList<>(unmatched.getSuggestions());
      suggestions.removeIf(suggestion -> suggestion.isBlank());
      if (!suggestions.isEmpty()) {
        err.println("Did you mean: " + String.join(", ", suggestions) + "?");
      }
    }
    err.println("Try '" + verb + " --help'.");
    return ExitCode.USAGE.number();
  }

  /// Explains what a verb threw: a [CommandFailure] in its own words, everything else as a mistake
  /// of ours, on one line unless the trace was asked for.
  static int execution(Throwable failure, CommandLine command, boolean stackTrace) {
    PrintWriter err = command.getErr();
    if (failure instanceof CommandFailure refused) {
      String verb = command.getCommandSpec().qualifiedName();
      err.println((refused.namesItsPlace() ? "" : verb + ": ") + refused.getMessage());
      return refused.exitCode().number();
    }
    err.println("plimsoll: internal error: " + describe(failure));
    if (stackTrace) {
      failure.printStackTrace(err);
    }
    err.println(
        "This is a mistake in Plimsoll, not in your input. Please report the line above, the"
            + " command, its input and the output of 'plimsoll version'"
            + (stackTrace ? "." : "; --stacktrace shows where it happened."));
    return ExitCode.INTERNAL_ERROR.number();
  }

  private static String describe(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "" : " (at " + trace[0] + ")";
    return failure.toString().lines().findFirst().orElse("unknown") + place;
  }
}
