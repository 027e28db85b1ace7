package org.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.report.ContagionSections;
import org.plimsoll.report.OutlookSections;
import org.plimsoll.report.ReverseSections;
import org.plimsoll.report.RiskSections;
import org.plimsoll.report.Section;
import org.plimsoll.report.StressSections;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.FoldedBook;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.solvency.stress.StressTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plimsoll stress`: what a scenario does to a book, and the smallest one that breaks it.
@Command(
    name = "stress",
    description = {
      "Judge a book after prices have fallen, depositors have left, markets have thinned or a party"
          + " has defaulted, find the smallest thing that breaks it, or simulate how likely it is to"
          + " fail.",
      "Ends with exit code 3 if --fail-on names an answer that was found after the scenario."
    })
final class StressVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BookArgument book;

  @Mixin private AnswerOptions answer;

  @Mixin private ScenarioOptions options;

  @Mixin private OutlookOptions outlook;

  @Mixin private PartsOption parts;

  @Option(
      names = "--reverse",
      description = "Find the smallest fall, withdrawal, loss of depth or default that breaks it.")
  private boolean reverse;

  @Override
  public Integer call() {
    answer.check(spec.commandLine());
    outlook.check(spec.commandLine());
    Scenario scenario = options.scenario(spec.commandLine());
    if (scenario.equals(Scenario.NONE) && !reverse && !outlook.isAsked()) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing happens; give --shock, --withdraw, --depth, --default, --reverse or --horizon");
    }
    FoldedBook read = book.readParts(parts).map(this::checked).orElseGet(this::whole);
    Book source = read.book();
    List<String> unknown = new ArrayList<>(scenario.unknownNames(source));
    unknown.addAll(outlook.unknownNames(source));
    ScenarioOptions.requireNone(unknown, book.name());
    StressTest test = StressTest.of(source, read.accounts(), scenario);
    List<Section> sections = new ArrayList<>(StressSections.of(test));
    sections.addAll(RiskSections.of(test.after().book()));
    if (reverse) {
      sections.add(ReverseSections.of(source, test.reverse()));
    }
    sections.add(ContagionSections.of(test.contagion(), source.currency()));
    if (outlook.isAsked()) {
      sections.add(OutlookSections.of(outlook.run(test.after().book(), spec.commandLine())));
    }
    return answer.give(spec, book.name(), read.hash(), test.after(), sections);
  }

  private FoldedBook whole() {
    return FoldedBook.of(book.read());
  }

  private FoldedBook checked(FoldedBook read) {
    if (outlook.isAsked()) {
      throw PartsOption.needsEveryAccount(
          "--horizon and --paths follow each account along every path", book.name());
    }
    return read;
  }
}
