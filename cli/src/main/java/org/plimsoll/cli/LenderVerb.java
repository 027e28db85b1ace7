package org.plimsoll.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.report.LenderSections;
import org.plimsoll.report.Section;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.lender.LenderView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `plimsoll lender`: a borrower as seen by a lender that knows its own loans and public facts.
@Command(
    name = "lender",
    description = {
      "Judge a borrower from what its lenders know: what warns of it, what a default loses, what a"
          + " sale of the collateral brings, and what to ask.",
      "Ends with exit code 3 if --fail-on names an answer that was found for the book's subject."
    })
final class LenderVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BookArgument book;

  @Mixin private AnswerOptions answer;

  @Option(
      names = "--party",
      paramLabel = "NAME",
      required = true,
      description = "The borrower: the id of a party of the book to which somebody lends.")
  private String party = "";

  @Override
  public Integer call() {
    answer.check(spec.commandLine());
    Book source = book.read();
    LenderView view = LenderView.of(source, party).orElseThrow(() -> nobodyLends(source));
    Assessment assessment = Assessment.of(source);
    List<Section> sections = LenderSections.of(view, source);
    return answer.give(
        spec, book.name(), source, LenderSections.headline(view), assessment, sections);
  }

  private CommandFailure nobodyLends(Book source) {
    boolean isNamed = source.parties().stream().anyMatch(each -> each.id().equals(party));
    List<String> borrowers = LenderView.borrowers(source);
    String known =
        borrowers.isEmpty()
            ? "; nobody in it borrows"
            : "; who borrows in it: " + String.join(", ", borrowers);
    return new CommandFailure(
        ExitCode.INVALID_INPUT,
        isNamed
            ? "nobody in " + book.name() + " lends to " + party + known
            : book.name() + " does not name " + party + known);
  }
}
