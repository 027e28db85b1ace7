package org.plimsoll.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.plimsoll.cli.calc.CalcVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The `plimsoll` command. Each verb is a class of its own, listed here.
@Command(
    name = "plimsoll",
    description =
        "Says whether a venue, a fund or a lender is solvent, and what its answer rests on.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:sound",
      "1:internal error, a mistake in Plimsoll itself",
      "2:wrong usage, or something the machine must have is missing",
      "3:insolvent or unable to pay (--fail-on chooses); a proof that does not hold",
      "4:invalid input; nothing was written",
      "5:stopped by Ctrl-C or a signal"
    },
    versionProvider = Version.class,
    subcommands = {
      AssessVerb.class,
      BooksVerb.class,
      CalcVerb.class,
      ClusterVerb.class,
      CompareVerb.class,
      CompletionVerb.class,
      DiffVerb.class,
      LenderVerb.class,
      DoctorVerb.class,
      ExplainVerb.class,
      ForkVerb.class,
      InspectVerb.class,
      LimitsVerb.class,
      ProveVerb.class,
      ReplayVerb.class,
      ScenariosVerb.class,
      SchemaVerb.class,
      ScoreVerb.class,
      ScriptVerb.class,
      ServeVerb.class,
      SimulateVerb.class,
      SparkVerb.class,
      StressVerb.class,
      SweepVerb.class,
      VerifyVerb.class,
      VersionVerb.class
    })
public final class Plimsoll implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "On an internal error, show where in the program it happened.")
  private boolean stackTrace;

  private Plimsoll() {}

  /// Runs one command line and ends the process with its exit code.
  public static void main(String[] arguments) {
    Interruption interruption = Interruption.watch();
    int exitCode =
        run(
            arguments,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    interruption.disarm(exitCode);
    System.exit(exitCode);
  }

  /// Runs one command line and writes in UTF-8 whatever the locale says, so that the same command
  /// writes the same bytes everywhere. An answer that could not be written is none.
  static int run(String[] arguments, OutputStream out, OutputStream err) {
    AnswerStream answer = new AnswerStream(out);
    PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
    int exitCode = run(arguments, new PrintWriter(answer, false, StandardCharsets.UTF_8), errors);
    if (answer.failure().isEmpty()) {
      return exitCode;
    }
    errors.println("plimsoll: cannot write the answer: " + answer.failure().get());
    return ExitCode.USAGE.number();
  }

  /// Runs one command line without ending the process, writing to the given streams, and returns
  /// the exit code. Both are flushed; neither is closed. Never throws.
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    Plimsoll root = new Plimsoll();
    CommandLine command =
        new CommandLine(root)
            .setOut(out)
            .setErr(err)
            .setUsageHelpWidth(100)
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Failures::usage)
            .setExecutionExceptionHandler(
                (failure, verb, parsed) -> Failures.execution(failure, verb, root.stackTrace));
    try {
      return command.execute(arguments);
    } catch (Throwable failure) {
      return Failures.execution(failure, command, root.stackTrace);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /// Without a verb there is nothing to do: shows the help on the error stream.
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.number();
  }
}
