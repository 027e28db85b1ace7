package org.plimsoll.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.report.ChangeSections;
import org.plimsoll.report.Section;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.change.BookChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll diff`: what changed between two books, and what it did to the verdict.
@Command(
    name = "diff",
    description = {
      "Say what changed from one book to another, what that did to the three answers, and what"
          + " equity at mark changed for.",
      "Ends with exit code 3 if --fail-on names an answer that was found in the second book,"
          + " whether or not the books differ."
    })
final class DiffVerb implements Callable<Integer> {
  private static final int BOOKS = 2;

  @Spec private CommandSpec spec;

  @Mixin private AnswerOptions answer;

  @Parameters(
      index = "0",
      paramLabel = "BOOK",
      description = "A book file, the name of a shipped book, or - for stdin.")
  private String first = "";

  @Parameters(
      index = "1",
      paramLabel = "BOOK",
      description = "The later one, whose verdict decides the exit code.")
  private String second = "";

  @Option(
      names = "--at",
      paramLabel = "DATE[,DATE]",
      hideParamSyntax = true,
      split = ",",
      description = "Read the books as they stood on these days: one for both, or one for each.")
  private List<LocalDate> at = List.of();

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      description = "Show at most so many changes of a kind, the largest first; 20 if not said.")
  private int limit = 20;

  @Override
  public Integer call() {
    answer.check(spec.commandLine());
    check();
    Book before = read(first, 0);
    Book after = read(second, 1);
    if (!before.currency().equals(after.currency())) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          first
              + " counts in "
              + before.currency()
              + " and "
              + second
              + " in "
              + after.currency()
              + "; books of one currency can be compared");
    }
    return give(BookChange.of(before, after));
  }

  private void check() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    if (at.size() > BOOKS) {
      throw new ParameterException(spec.commandLine(), "--at takes one day, or one for each book");
    }
  }

  private Book read(String name, int index) {
    Optional<LocalDate> day =
        at.isEmpty() ? Optional.empty() : Optional.of(at.get(Math.min(index, at.size() - 1)));
    return BookArgument.read(name, day);
  }

  private int give(BookChange change) {
    Assessment after = Assessment.of(change.after());
    ChangeSections report = new ChangeSections(change, Assessment.of(change.before()), after);
    List<Section> sections = report.sections(limit);
    return answer.give(spec, second, change.after(), report.headline(), after, sections);
  }
}
