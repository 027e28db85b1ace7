package org.plimsoll.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plimsoll.results.WholeFile;
import org.plimsoll.script.Finding;
import org.plimsoll.script.ParsedScript;
import org.plimsoll.script.Script;
import org.plimsoll.script.ScriptParser;
import org.plimsoll.script.ScriptRun;
import org.plimsoll.script.ScriptRunner;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.BookWriter;
import org.plimsoll.solvency.file.ReadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll script`: runs a command script on a venue of its own.
@Command(
    name = "script",
    description =
        "Run a plain-text script of venue commands and compare the tables that it expects.")
final class ScriptVerb implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The script.")
  private Path file = Path.of("");

  @Option(
      names = "--export",
      paramLabel = "BOOK",
      description = "Write the venue's book at the end to this file, if everything holds.")
  private Optional<Path> export = Optional.empty();

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Write the script's commands as a venue's journal to this new folder.")
  private Optional<Path> journal = Optional.empty();

  @Override
  public Integer call() {
    List<Script> scripts = read();
    if ((export.isPresent() || journal.isPresent()) && scripts.size() > 1) {
      throw new CommandFailure(
          ExitCode.USAGE, "the script varies, so it has no one book or journal to write");
    }
    journal.ifPresent(where -> new ScriptJournal(scripts.getFirst()).write(where));
    boolean holds = true;
    for (Script script : scripts) {
      ScriptRun run = ScriptRunner.run(script, ScriptVerb::book);
      print(script, run);
      holds &= run.holds();
      export
          .filter(_ -> run.holds())
          .ifPresent(where ->
              new Destination(where)
                  .write(path -> WholeFile.write(path, BookWriter.write(run.book()))));
    }
    return (holds ? ExitCode.SOUND : ExitCode.INVALID_INPUT).number();
  }

  private List<Script> read() {
    return switch (ScriptParser.parse(file.toString(), new TextFile(file).read())) {
      case ParsedScript.Ready ready -> ready.scripts();
      case ParsedScript.Refused refused ->
          throw new CommandFailure(
              ExitCode.INVALID_INPUT,
              refused.problems().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining("\n", "the script makes no sense\n", "")));
    };
  }

  private static Optional<Book> book(String name) {
    return BookReader.read(name) instanceof ReadResult.ReadBook read
        ? Optional.of(read.book())
        : Optional.empty();
  }

  private void print(Script script, ScriptRun run) {
    PrintWriter out = spec.commandLine().getOut();
    String which = script.variant().isEmpty() ? "" : ", " + script.variant();
    out.println(file + which + ": " + run.picture().sequence() + " commands");
    for (Finding finding : run.findings()) {
      String verdict = finding.holds() ? "as expected" : "NOT as expected";
      out.println("  line " + finding.line() + ": " + finding.title() + " " + verdict);
      finding.detail().forEach(line -> out.println("    " + line));
    }
    List<Finding> broken = run.findings().stream().filter(f -> !f.holds()).toList();
    out.println(
        broken.isEmpty()
            ? "everything is as the script expects; state hash " + Long.toHexString(run.stateHash())
            : broken.size() + " of " + run.findings().size() + " not as the script expects");
  }
}
