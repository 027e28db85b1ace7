package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.lender.Flag;
import org.plimsoll.solvency.lender.HaircutAdvice;
import org.plimsoll.solvency.lender.LenderView;
import org.plimsoll.solvency.lender.LoanJudgment;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.wrongway.CorrelationRange;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// What a lender can see of one borrower, as sections.
public final class LenderSections {
  private LenderSections() {}

  /// Returns what there is to say first: how many flags, and the gravest.
  public static String headline(LenderView view) {
    List<Flag> flags = view.flags();
    return flags.isEmpty()
        ? "Nothing in the book speaks against " + view.borrower() + "."
        : flags.size()
            + (flags.size() == 1 ? " flag on " : " flags on ")
            + view.borrower()
            + ". "
            + flags.getFirst().text();
  }

  /// Returns the sections, in the order of reading.
  ///
  /// @param unit of all values
  public static List<Section> of(LenderView view, String unit) {
    return List.of(flags(view), losses(view, unit), haircuts(view), questions(view));
  }

  private static Section flags(LenderView view) {
    Rows rows = new Rows("flags");
    for (Flag flag : view.flags()) {
      rows.text("since", flag.since())
          .text("kind", Words.kind(flag.kind()))
          .text("flag", flag.text())
          .text("rests_on", flag.source().isEmpty() ? "the book's own entries" : flag.source())
          .end();
    }
    String sentence =
        view.flags().isEmpty()
            ? "The book has no fact and no entry that speaks against it."
            : "Each with the day since when it could be seen and what it rests on; the gravest"
                + " first.";
    return new Section(
        "flags", "What could be seen", List.of(sentence), List.of(rows.table()), List.of());
  }

  private static Section losses(LenderView view, String unit) {
    List<String> sentences = new ArrayList<>();
    for (LoanJudgment judged : view.loans()) {
      sentences.add(
          judged.loan().lender()
              + " is owed "
              + Wording.amount(judged.debt(), unit)
              + " on "
              + judged.loan().id()
              + "; the collateral is worth "
              + (judged.atMark().high() == null
                  ? "an unknown amount"
                  : Wording.amount(judged.atMark(), unit))
              + " at mark"
              + judged
                  .loanToValue()
                  .map(ratio -> ", a loan-to-value ratio of " + Wording.percent(ratio))
                  .orElse("")
              + ".");
    }
    sentences.add(
        "What is lost in a default ranges from a sale at the favorable end of every range to the"
            + " careful end, where collateral that falls with the borrower is worth nothing. What a"
            + " defaulter pays beyond its collateral is left out.");
    return new Section(
        "loss-given-default",
        "What a default would cost",
        sentences,
        List.of(losses(view)),
        charts(view));
  }

  private static Table losses(LenderView view) {
    Rows rows = new Rows("loss_given_default");
    for (LoanJudgment judged : view.loans()) {
      for (LoanJudgment.Sale sale : judged.sales()) {
        rows.text("loan", judged.loan().id())
            .text("sold_within", sale.days() == 1 ? "1 day" : sale.days() + " days")
            .modelRange("brings", sale.worst(), sale.best())
            .modelRange("lost_part", sale.lossLow(), sale.lossHigh())
            .end();
      }
    }
    return rows.table();
  }

  private static List<Chart> charts(LenderView view) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (LoanJudgment judged : view.loans()) {
      for (LoanJudgment.Sale sale : judged.sales()) {
        double debt = Corner.CAREFUL.ofLessIsBetter(judged.debt());
        if (Double.isFinite(sale.best()) && Double.isFinite(debt)) {
          bars.add(
              new Chart.Bar(
                  judged.loan().id()
                      + " within "
                      + sale.days()
                      + (sale.days() == 1 ? " day" : " days"),
                  sale.worst(),
                  sale.best(),
                  Optional.of(debt)));
        }
      }
    }
    return bars.isEmpty()
        ? List.of()
        : List.of(
            new Chart.Bars(
                "collateral-sale", "What the collateral brings, against what is owed", "", bars));
  }

  private static Section haircuts(LenderView view) {
    Rows rows = new Rows("haircuts");
    List<String> sentences = new ArrayList<>();
    for (HaircutAdvice advice : view.haircuts()) {
      sentences.add(sentence(advice));
      for (CorrelationRange.Row row :
          advice.byPrices().map(CorrelationRange::rows).orElse(List.of())) {
        rows.text("collateral", advice.asset())
            .model("correlation", row.correlation())
            .model("kept_in_default_share", row.ratio())
            .model("haircut", row.haircut())
            .end();
      }
    }
    if (!view.haircuts().isEmpty()) {
      sentences.add(
          "The table has the haircut that prices alone call for: enough in "
              + Wording.about(100 * (1 - HaircutAdvice.LEVEL))
              + "% of the defaults over "
              + HaircutAdvice.DAYS
              + " days, at the book's volatility and, where no chance to fail is told, one of "
              + Wording.about(100 * HaircutAdvice.CHANCE)
              + "%.");
    }
    return new Section(
        "haircut", "What to lend against it", sentences, List.of(rows.table()), List.of());
  }

  private static String sentence(HaircutAdvice advice) {
    String haircut =
        advice
            .recommended()
            .map(part -> "haircut " + CellWords.model(100 * part, 4) + "%")
            .orElse("no haircut can be named");
    return advice.asset() + ": " + haircut + ", since " + why(advice) + ".";
  }

  private static String why(HaircutAdvice advice) {
    return switch (advice.reason()) {
      case WrongWayReason.OwnToken() -> "it is the lender's own token";
      case WrongWayReason.IssuerRelated(String issuer) ->
          issuer + " issued it, and falls with the borrower";
      case WrongWayReason.Statistical() ->
          advice.byPrices().isPresent()
              ? "nobody can rule out that its price falls with the borrower"
              : "the book tells no volatility of its price";
    };
  }

  private static Section questions(LenderView view) {
    return new Section(
        "questions", "What to ask before the next loan", view.questions(), List.of(), List.of());
  }
}
