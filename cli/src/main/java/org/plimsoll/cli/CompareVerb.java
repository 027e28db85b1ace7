package org.plimsoll.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plimsoll.report.CompareSections;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.PolicyReadResult;
import org.plimsoll.solvency.file.PolicyReader;
import org.plimsoll.solvency.policy.Policy;
import org.plimsoll.solvency.policy.PolicyOutcome;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.text.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `plimsoll compare`: the same book under other rules.
@Command(
    name = "compare",
    description = {
      "Show a book as it is and as it would stand under other rules, side by side, and what a"
          + " scenario does to each.",
      "Ends with exit code 3 if --fail-on names an answer that was found for the book as it is,"
          + " after the scenario."
    })
final class CompareVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BookArgument book;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "Policy files, after the book: other rules, one column for each.")
  private List<Path> files = List.of();

  @Mixin private ScenarioOptions options;

  @Mixin private SaleHorizon horizon;

  @Mixin private AnswerOptions answer;

  @Override
  public Integer call() {
    answer.check(spec.commandLine());
    Scenario scenario = options.scenario(spec.commandLine());
    Book source = book.read();
    ScenarioOptions.requireNone(scenario.unknownNames(source), book.name());
    List<PolicyOutcome> outcomes = new ArrayList<>();
    List<Policy> policies = files.stream().map(file -> read(file, source)).toList();
    PolicyOutcome asItIs = PolicyOutcome.asItIs(source, scenario, horizon.days());
    outcomes.add(asItIs);
    for (Policy policy : policies) {
      outcomes.add(PolicyOutcome.of(source, policy, scenario, horizon.days()));
    }
    return answer.give(
        spec, book.name(), source, asItIs.after(), CompareSections.of(outcomes, scenario));
  }

  private static Policy read(Path file, Book book) {
    return switch (PolicyReader.read(file, book)) {
      case PolicyReadResult.ReadPolicy(Policy policy) -> policy;
      case PolicyReadResult.Refused(var problems) ->
          throw CommandFailure.inInput(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }
}
