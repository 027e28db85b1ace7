package org.plimsoll.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.plimsoll.report.AssessmentTables;
import org.plimsoll.report.HtmlPage;
import org.plimsoll.report.JsonPage;
import org.plimsoll.report.Provenance;
import org.plimsoll.report.TerminalPage;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.Manifest;
import org.plimsoll.results.ResultFiles;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookHash;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll assess`: from a book to a verdict.
@Command(
    name = "assess",
    description = {
      "Say whether the subject of a book is insolvent at mark, insolvent without the value of its"
          + " own tokens, or unable to pay.",
      "Ends with exit code 3 if --fail-on names an answer that was found."
    })
final class AssessVerb implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BOOK",
      description =
          "A book file, the name of a shipped book (see 'plimsoll books'), or - for stdin.")
  private String bookName = "";

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description =
          "Read the book as it stood on that day, such as 2022-11-02, instead of its own date.")
  private Optional<LocalDate> at = Optional.empty();

  @Option(names = "--json", description = "Print the whole assessment as JSON.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Also write index.html, assessment.json, tables as CSV and manifest.json there.")
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
      names = "--haircut",
      paramLabel = "HAIRCUTS",
      converter = HaircutConverter.class,
      description =
          "Mark prices down first, by tier: for example liquid=0,less-liquid=25%%,illiquid=50%%.")
  private Shock haircut = Shock.NONE;

  @Option(
      names = "--color",
      description = "Color the answers, unless the environment sets NO_COLOR.")
  private boolean color;

  @Override
  public Integer call() {
    Set<FailOn> reasons = FailOn.checked(failOn, spec.commandLine());
    if (folder.isPresent() && folder.get().toString().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--out needs the name of a folder");
    }
    return switch (read()) {
      case ReadResult.ReadBook(Book book) -> assess(withContents(book), reasons).number();
      case ReadResult.Refused(var problems) -> {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println(problem));
        yield ExitCode.INVALID_INPUT.number();
      }
    };
  }

  private ReadResult read() {
    return bookName.equals(STANDARD_INPUT)
        ? BookReader.read(System.in, "standard input", at)
        : BookReader.read(bookName, at);
  }

  /// A book that lost its sections on the way must not pass for one of a party that owes nothing.
  private Book withContents(Book book) {
    if (book.accounts().isEmpty() && book.loans().isEmpty() && book.custody().isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          bookName + " says nothing of what is owed or held; expected accounts, loans or custody");
    }
    return book;
  }

  private ExitCode assess(Book book, Set<FailOn> reasons) {
    Assessment assessment =
        Assessment.of(haircut.equals(Shock.NONE) ? book : haircut.applyTo(book));
    Provenance provenance =
        new Provenance(Version.current(), bookName, BookHash.of(book), commandLine());
    folder.ifPresent(where -> write(where, assessment, provenance));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json
            ? JsonPage.of(assessment, provenance)
            : TerminalPage.of(assessment, provenance, isColored()));
    return FailOn.isMet(reasons, assessment) ? ExitCode.INSOLVENT : ExitCode.SOUND;
  }

  private static void write(Path folder, Assessment assessment, Provenance provenance) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("index.html", HtmlPage.of(assessment, provenance));
    texts.put("assessment.json", JsonPage.of(assessment, provenance));
    for (Table table : AssessmentTables.of(assessment)) {
      texts.put(table.name() + ".csv", CsvTable.of(table));
    }
    Manifest manifest =
        new Manifest(
            provenance.version(),
            provenance.bookName(),
            provenance.bookHash(),
            provenance.command(),
            new ResultFiles(texts).entries());
    texts.put("manifest.json", manifest.json());
    new Destination(folder).write(new ResultFiles(texts)::writeTo);
  }

  /// A terminal page is plain unless color was asked for and nothing forbids it (no-color.org).
  private boolean isColored() {
    String forbidden = System.getenv("NO_COLOR");
    return color && (forbidden == null || forbidden.isEmpty());
  }

  private String commandLine() {
    CommandLine root = spec.root().commandLine();
    List<String> words = new ArrayList<>(List.of("plimsoll"));
    root.getParseResult().originalArgs().forEach(word -> words.add(quoted(word)));
    return String.join(" ", words);
  }

  /// Quotes a word for a POSIX shell where it needs it.
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=,%:@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
