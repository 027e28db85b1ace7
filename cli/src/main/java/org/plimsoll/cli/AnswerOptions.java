package org.plimsoll.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.report.JsonPage;
import org.plimsoll.report.Provenance;
import org.plimsoll.report.Section;
import org.plimsoll.report.TerminalPage;
import org.plimsoll.results.ShellLine;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookHash;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How a verb that judges a book gives its answer: as a page for the terminal or as JSON, into a
/// folder, and as an exit code.
final class AnswerOptions {
  @Option(names = "--json", description = "Print the whole answer as JSON.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Also write index.html, assessment.json, tables as CSV and Parquet, and"
              + " manifest.json there.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "ANSWERS",
      split = ",",
      converter = FailOn.Converter.class,
      description =
          "Which answers end with exit code 3: any of mark, own-token, pay, unknown, or none."
              + " Default: mark,own-token,pay,unknown.")
  private List<FailOn> failOn = FailOn.ALL;

  @Option(
      names = "--color",
      description = "Color the answers, unless the environment sets NO_COLOR.")
  private boolean color;

  /// Checks what was asked for before any work is done.
  ///
  /// @throws ParameterException if two options contradict each other or one is empty
  void check(CommandLine command) {
    FailOn.checked(failOn, command);
    if (folder.isPresent() && folder.get().toString().isEmpty()) {
      throw new ParameterException(command, "--out needs the name of a folder");
    }
  }

  /// Prints and writes the answer and returns the exit code.
  ///
  /// @param source the book that was read, whose hash the answer carries
  int give(
      CommandSpec spec, String bookName, Book source, Assessment assessment, List<Section> parts) {
    return give(spec, bookName, BookHash.of(source), assessment, parts);
  }

  /// Does the same for a book that was read in parts.
  ///
  /// @param hash of the book
  int give(
      CommandSpec spec, String bookName, String hash, Assessment assessment, List<Section> parts) {
    return give(spec, bookName, hash, Optional.empty(), assessment, parts);
  }

  /// Does the same where the parts are what was asked for, and the assessment what they rest on.
  ///
  /// @param headline what the parts say in a few sentences
  int give(
      CommandSpec spec,
      String bookName,
      Book source,
      String headline,
      Assessment assessment,
      List<Section> parts) {
    return give(spec, bookName, BookHash.of(source), Optional.of(headline), assessment, parts);
  }

  private int give(
      CommandSpec spec,
      String bookName,
      String hash,
      Optional<String> headline,
      Assessment assessment,
      List<Section> parts) {
    Provenance provenance = new Provenance(Version.current(), bookName, hash, commandLine(spec));
    folder.ifPresent(where -> AnswerFolder.write(where, headline, assessment, parts, provenance));
    spec.commandLine()
        .getOut()
        .print(
            json
                ? JsonPage.of(assessment, parts, provenance)
                : terminalPage(headline, assessment, parts, provenance));
    Set<FailOn> reasons = FailOn.checked(failOn, spec.commandLine());
    return (FailOn.isMet(reasons, assessment) ? ExitCode.INSOLVENT : ExitCode.SOUND).number();
  }

  private String terminalPage(
      Optional<String> headline,
      Assessment assessment,
      List<Section> parts,
      Provenance provenance) {
    return headline
        .map(said -> TerminalPage.ofSections(said, assessment, parts, provenance, isColored()))
        .orElseGet(() -> TerminalPage.of(assessment, parts, provenance, isColored()));
  }

  /// A terminal page is plain unless color was asked for and nothing forbids it (no-color.org).
  private boolean isColored() {
    String forbidden = System.getenv("NO_COLOR");
    return color && (forbidden == null || forbidden.isEmpty());
  }

  private static String commandLine(CommandSpec spec) {
    return ShellLine.of(spec.root().commandLine().getParseResult().originalArgs());
  }
}
