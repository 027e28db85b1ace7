package org.plimsoll.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plimsoll.report.ExplanationJson;
import org.plimsoll.report.ExplanationPage;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.explain.ExplainedFigure;
import org.plimsoll.solvency.explain.Explanations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll explain`: the lines of a book that add up to a figure.
@Command(
    name = "explain",
    description = {
      "Say what a figure of an assessment means, and which lines of the book add up to it.",
      "Without a figure, list the ids of all figures with their values."
    })
final class ExplainVerb implements Callable<Integer> {
  private static final int LINES = 20;
  private static final int SUGGESTIONS_MAX = 5;

  @Spec private CommandSpec spec;

  @Mixin private BookArgument book;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FIGURE",
      description = "The id of a figure, such as equity.mark.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--all",
      description = "Show every line; otherwise the smallest share one where there are over 20.")
  private boolean all;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<ExplainedFigure> figures = Explanations.of(Assessment.of(book.read()));
    spec.commandLine()
        .getOut()
        .print(id.map(wanted -> one(figures, wanted)).orElseGet(() -> list(figures)));
    return ExitCode.SOUND.number();
  }

  private String list(List<ExplainedFigure> figures) {
    return json ? ExplanationJson.list(figures) : ExplanationPage.list(figures);
  }

  private String one(List<ExplainedFigure> figures, String wanted) {
    ExplainedFigure figure =
        figures.stream()
            .filter(each -> each.id().equals(wanted))
            .findFirst()
            .orElseThrow(() -> unknown(figures, wanted));
    int lines = all ? Integer.MAX_VALUE : LINES;
    return json ? ExplanationJson.of(figure, lines) : ExplanationPage.of(figure, lines);
  }

  private ParameterException unknown(List<ExplainedFigure> figures, String wanted) {
    String near =
        figures.stream()
            .map(ExplainedFigure::id)
            .filter(each -> each.contains(wanted) || wanted.contains(each))
            .limit(SUGGESTIONS_MAX)
            .collect(Collectors.joining(", "));
    return new ParameterException(
        spec.commandLine(),
        book.name()
            + " has no figure "
            + wanted
            + (near.isEmpty() ? "" : "; did you mean " + near + "?")
            + "; 'plimsoll explain "
            + book.name()
            + "' lists them");
  }
}
