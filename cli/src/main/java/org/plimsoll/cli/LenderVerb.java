package org.plimsoll.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.report.LenderSections;
import org.plimsoll.report.Section;
import org.plimsoll.report.TerminalPage;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.lender.LenderView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `plimsoll lender`: one borrower, as its lenders see it.
@Command(
    name = "lender",
    description = {
      "Judge a borrower from the loans to it and what is public on the day of the book: flags with"
          + " the fact that each rests on, what a default would cost, haircuts, and what to ask.",
      "Ends with exit code 3 if --fail-on names an answer that the assessment of the book found."
    })
final class LenderVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BookArgument book;

  @Mixin private AnswerOptions answer;

  @Option(
      names = "--party",
      required = true,
      paramLabel = "NAME",
      description = "The borrower: a party that owes a loan in the book.")
  private String party = "";

  @Override
  public Integer call() {
    answer.check(spec.commandLine());
    Book source = book.read();
    List<String> borrowers =
        source.loans().stream().map(Loan::borrower).distinct().sorted().toList();
    if (!borrowers.contains(party)) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          book.name()
              + " has no loan to "
              + party
              + (borrowers.isEmpty() ? "" : "; it has loans to " + String.join(", ", borrowers)));
    }
    LenderView view = LenderView.of(source, party);
    Assessment assessment = Assessment.of(source);
    List<Section> sections = LenderSections.of(view, source.currency());
    return answer.give(
        spec,
        book.name(),
        source,
        assessment,
        sections,
        (provenance, isColored) ->
            TerminalPage.ofSections(
                LenderSections.headline(view), assessment, sections, provenance, isColored));
  }
}
