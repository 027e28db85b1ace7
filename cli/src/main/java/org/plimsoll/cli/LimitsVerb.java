package org.plimsoll.cli;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.report.LimitsSections;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.PolicyText;
import org.plimsoll.solvency.limits.Limits;
import org.plimsoll.solvency.limits.LossBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plimsoll limits`: what may be lent against which collateral.
@Command(
    name = "limits",
    description = {
      "Recommend collateral weights, caps and the size of an insurance fund so that losses stay"
          + " within a budget, with the reason for each.",
      "Ends with exit code 3 if --fail-on names an answer that was found for the book."
    })
final class LimitsVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BookArgument book;

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      required = true,
      converter = AmountConverter.class,
      description = "The most that may be lost, in the book's currency: for example 100m.")
  private BigDecimal amount = BigDecimal.ZERO;

  @Option(
      names = "--confidence",
      paramLabel = "PART",
      converter = PartConverter.class,
      description = "How surely no more is lost: 90%% to below 100%%, 99%% if not said.")
  private BigDecimal confidence = new BigDecimal("0.99");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Also write the recommendation as a policy file, which 'compare' reads.")
  private Optional<Path> file = Optional.empty();

  @Mixin private SaleHorizon horizon;

  @Mixin private AnswerOptions answer;

  @Override
  public Integer call() {
    answer.check(spec.commandLine());
    LossBudget budget = budget();
    Book source = book.read();
    Limits limits = Limits.of(source, budget);
    String unit = source.currency();
    file.ifPresent(where -> {
      String text = PolicyText.file(limits.policy(source), LimitsSections.reasons(limits, unit));
      new Destination(where).write(path -> Files.writeString(path, text));
    });
    return answer.give(
        spec, book.name(), source, Assessment.of(source), LimitsSections.of(limits, unit));
  }

  private LossBudget budget() {
    try {
      return new LossBudget(amount, confidence, horizon.days());
    } catch (IllegalArgumentException outOfBounds) {
      throw new ParameterException(
          spec.commandLine(),
          "--confidence is "
              + confidence.toPlainString()
              + "; expected a part from 90% to below 100%");
    }
  }
}
