package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.solvency.stress.StressAttribution;
import org.plimsoll.solvency.stress.StressTest;
import org.plimsoll.solvency.stress.Withdrawals;

/// What a scenario does to a book, as sections.
public final class StressSections {
  private StressSections() {}

  /// Returns what happens, what it does to the verdict, and whether withdrawals are paid.
  public static List<Section> of(StressTest test) {
    List<Section> sections = new ArrayList<>();
    if (!test.scenario().equals(Scenario.NONE)) {
      sections.add(scenario(test));
      StressAttribution attribution = test.attribution();
      if (attribution.shares().size() > 1) {
        sections.add(attribution(attribution, test.after().book().currency()));
      }
    }
    if (test.scenario().withdrawn().signum() > 0) {
      sections.add(withdrawals(test));
    }
    return sections;
  }

  private static Section scenario(StressTest test) {
    BeforeAfter change = new BeforeAfter(test.before(), test.after());
    List<String> sentences = new ArrayList<>(test.scenario().sentences());
    sentences.addAll(change.answers());
    return new Section(
        "scenario",
        "What happens",
        sentences,
        List.of(change.table("scenario", "before", "after")),
        List.of());
  }

  private static Section attribution(StressAttribution attribution, String unit) {
    Rows rows = new Rows("attribution");
    List<Chart.Step> steps = new ArrayList<>();
    steps.add(new Chart.Step("before", attribution.before()));
    for (StressAttribution.Share share : attribution.shares()) {
      rows.text("part", share.name()).model("change", share.change()).end();
      steps.add(new Chart.Step(share.name(), share.change()));
    }
    return new Section(
        "attribution",
        "Which part did how much",
        List.of(
            "Of the equity that a sale at once would leave, at the careful end. Each part is"
                + " averaged over all orders in which the parts could have come, so what two do"
                + " together is shared evenly."),
        List.of(rows.table()),
        List.of(
            new Chart.Waterfall("attribution", "Equity, sold at once, step by step", unit, steps)));
  }

  private static Section withdrawals(StressTest test) {
    Withdrawals run = test.withdrawals();
    String unit = test.after().book().currency();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        Wording.amount(run.demanded(), unit)
            + " are demanded, and liquid assets bring "
            + Wording.amount(run.obtainable(), unit)
            + ".");
    sentences.add(
        switch (run.failsAtOnce()) {
          case NO -> "Liquid assets pay it.";
          case YES -> "They do not pay it.";
          case UNKNOWN -> "The book cannot tell whether they pay it.";
        });
    sentences.add(
        switch (run.failsAfterSales()) {
          case NO -> "Together with a sale of everything else they do.";
          case YES -> "A sale of everything else at once does not make up for it.";
          case UNKNOWN -> "The book cannot tell whether a sale of everything else makes up for it.";
        });
    Rows rows = new Rows("withdrawals");
    rows.range("demanded", run.demanded())
        .range("obtainable", run.obtainable())
        .range("lacking", run.lacking())
        .range("from_sales", run.fromSales())
        .ratios("payable_part", run.payable())
        .ratios("payable_with_sales_part", run.payableWithSales())
        .end();
    return new Section(
        "withdrawals", "If depositors leave", sentences, List.of(rows.table()), List.of());
  }
}
