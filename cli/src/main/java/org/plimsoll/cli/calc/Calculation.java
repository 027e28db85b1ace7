package org.plimsoll.cli.calc;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.exception.MathRuntimeException;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.bounds.Require;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What all calculations share: options from a file, the answer as text or JSON, and a model's
/// bounds told under the name of the option that breaks them.
@Command(defaultValueProvider = FileDefaults.class)
abstract class Calculation implements Callable<Integer> {
  /// How the models refuse an argument: its name, its value, the bound.
  private static final Pattern OUT_OF_BOUNDS = Pattern.compile("([a-z][A-Za-z]*) (.*)");

  /// A year of days that never close.
  private static final double DAYS_PER_YEAR = 365;

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Take options from a YAML or JSON file that maps their names, without dashes, to values."
              + " What the command line says comes first.")
  private Optional<Path> from = Optional.empty();

  @Option(names = "--json", description = "Print inputs and answer as JSON, with all digits.")
  private boolean json;

  private Optional<OptionFile> file = Optional.empty();

  /// Asks the model.
  ///
  /// @throws IllegalArgumentException if an option is out of the model's bounds
  abstract Answer answer();

  @Override
  public final Integer call() {
    Answer answer = answered();
    List<OptionSpec> inputs = Options.of(spec);
    spec.commandLine()
        .getOut()
        .print(json ? AnswerJson.of(spec.name(), inputs, answer) : AnswerText.of(answer));
    return CommandLine.ExitCode.OK;
  }

  private Answer answered() {
    try {
      return answer();
    } catch (IllegalArgumentException refused) {
      throw refused(inOptions(Objects.requireNonNullElse(refused.getMessage(), "out of bounds")));
    } catch (MathRuntimeException unsolved) {
      throw refused("these values are beyond what can be solved: " + unsolved.getMessage());
    }
  }

  /// Says `--loan-to-value` where a model says `loanToValue`.
  private String inOptions(String message) {
    Matcher matcher = OUT_OF_BOUNDS.matcher(message);
    if (matcher.matches()) {
      String words = matcher.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (spec.findOption("--" + words) != null) {
        return "--" + words + " " + matcher.group(2);
      }
    }
    return message;
  }

  /// Returns the refusal of the options as they stand.
  final ParameterException refused(String reason) {
    return new ParameterException(spec.commandLine(), reason);
  }

  /// Returns a file that an option names.
  final InputFile input(Path path) {
    return new InputFile(path, spec.commandLine());
  }

  /// Returns what the file of `--from` says about an option, null if nothing.
  final @Nullable String fromFile(OptionSpec option) {
    if (from.isEmpty()) {
      return null;
    }
    if (file.isEmpty()) {
      file = Optional.of(OptionFile.read(input(from.get()), Options.of(spec)));
    }
    return file.get().value(option);
  }

  /// Returns what is made of an option's items; what is out of bounds there is told under its name.
  final <T> T within(String option, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException refused) {
      throw refused(option + ": " + refused.getMessage());
    }
  }

  /// Returns days, positive, as a part of a year of 365.
  ///
  /// @param option whose value they are
  static double years(String option, double days) {
    return Require.positive(option, days) / DAYS_PER_YEAR;
  }
}
