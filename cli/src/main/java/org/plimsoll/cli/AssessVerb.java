package org.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.report.RiskSections;
import org.plimsoll.report.Section;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.FoldedBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  @Spec private CommandSpec spec;

  @Mixin private BookArgument book;

  @Mixin private AnswerOptions answer;

  @Mixin private GroupOption group;

  @Mixin private PartsOption parts;

  @Option(
      names = "--haircut",
      paramLabel = "HAIRCUTS",
      converter = HaircutConverter.class,
      description =
          "Mark prices down first, by tier: for example liquid=0,less-liquid=25%%,illiquid=50%%.")
  private Shock haircut = Shock.NONE;

  @Override
  public Integer call() {
    answer.check(spec.commandLine());
    return book.readParts(parts).map(this::folded).orElseGet(this::whole);
  }

  private int folded(FoldedBook read) {
    if (group.isAsked()) {
      throw PartsOption.needsEveryAccount(
          "--consolidate takes accounts of members out of the book one by one", book.name());
    }
    Book priced = priced(read.book());
    return answer.give(
        spec,
        book.name(),
        read.hash(),
        Assessment.of(priced, read.accounts()),
        RiskSections.of(priced));
  }

  private int whole() {
    Book source = book.read();
    Book priced = priced(group.judged(source, book.name()));
    Assessment assessment = Assessment.of(priced);
    List<Section> sections =
        new ArrayList<>(group.sections(source, book.name(), assessment, this::priced));
    sections.addAll(RiskSections.of(priced));
    return answer.give(spec, book.name(), source, assessment, sections);
  }

  private Book priced(Book judged) {
    return haircut.equals(Shock.NONE) ? judged : haircut.applyTo(judged);
  }
}
