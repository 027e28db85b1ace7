package org.plimsoll.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.solvency.file.FoldedBook;
import org.plimsoll.solvency.file.PartSite;
import org.plimsoll.solvency.file.PartThreads;
import org.plimsoll.solvency.file.PartedBook;
import org.plimsoll.sweep.SiteFailed;
import org.plimsoll.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the parts of a book are read whose accounts lie in parts.
final class PartsOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(
      names = "--on",
      paramLabel = "WHERE",
      description =
          "Read the parts of a book whose accounts lie in parts on Apache Spark: local, in this"
              + " process, or spark://HOST:PORT, a cluster. It changes no figure.")
  private Optional<String> on = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many parts of such a book are read at once; as many as there are cores if not"
              + " said.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /// Reads a book in parts, if it is one.
  ///
  /// @param parted the book if its accounts lie in parts
  /// @throws CommandFailure with exit code 4 if it cannot be read
  /// @throws ParameterException if it has no parts and an option says where to read them
  Optional<FoldedBook> read(Optional<PartedBook> parted, String name) {
    if (threads < 1) {
      throw new ParameterException(verb.commandLine(), "--threads must be at least 1");
    }
    if (parted.isEmpty() && on.isPresent()) {
      throw new ParameterException(
          verb.commandLine(),
          "--on is for books whose accounts lie in parts; " + name + " has none");
    }
    return parted.map(this::fold);
  }

  private FoldedBook fold(PartedBook book) {
    PartSite site =
        on.map(where -> Spark.parts(where, threads)).orElseGet(() -> new PartThreads(threads));
    try {
      return switch (book.fold(site)) {
        case FoldedBook.Result.Read(FoldedBook folded) -> folded;
        case FoldedBook.Result.Refused(List<Problem> problems) ->
            throw CommandFailure.inInput(
                problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
      };
    } catch (SiteFailed failure) {
      throw new CommandFailure(ExitCode.USAGE, "--on: " + failure.getMessage());
    } catch (IOException interrupted) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(interrupted.getMessage()));
    }
  }

  /// Refuses what looks at every account.
  ///
  /// @param what an option and why it does, as the beginning of a sentence
  static CommandFailure needsEveryAccount(String what, String book) {
    return new CommandFailure(
        ExitCode.USAGE,
        what
            + ", so all accounts must be in one memory; the accounts of "
            + book
            + " lie in parts, which are read one by one. Name one table of at most 1,000,000"
            + " accounts instead");
  }
}
