package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.lender.Block;
import org.plimsoll.solvency.lender.Exposure;
import org.plimsoll.solvency.lender.Flag;
import org.plimsoll.solvency.lender.HaircutAdvice;
import org.plimsoll.solvency.lender.LenderView;
import org.plimsoll.solvency.lender.LoanJudgment;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// What a lender's credit desk sees of a borrower, as sections.
public final class LenderSections {
  private final LenderView view;
  private final String unit;
  private final String asOf;

  private LenderSections(LenderView view, Book book) {
    this.view = view;
    this.unit = book.currency();
    this.asOf = book.asOf();
  }

  /// Returns the warnings, the loans, what a sale brings, and the questions that are left.
  public static List<Section> of(LenderView view, Book book) {
    LenderSections sections = new LenderSections(view, book);
    return List.of(
        sections.flags(), sections.loans(), sections.liquidation(), sections.questions());
  }

  /// Returns what the sections say in a few sentences.
  public static String headline(LenderView view) {
    List<String> parts = new ArrayList<>();
    parts.add(
        view.flags().isEmpty()
            ? "Nothing in the book warns of " + view.borrower() + "."
            : warnings(view.flags().size())
                + " of "
                + view.borrower()
                + "; the gravest: "
                + view.flags().getFirst().text());
    view.loans().forEach(loan -> parts.add(lossSentence(loan)));
    return String.join(" ", parts);
  }

  private static String warnings(int count) {
    return count == 1 ? "One thing warns" : count + " things warn";
  }

  private static String lossSentence(LoanJudgment loan) {
    return "A default loses "
        + percent(loan.low(), loan.high())
        + " of "
        + loan.exposure().name()
        + ".";
  }

  private static String percent(double low, double high) {
    return new CellWords(true).range(new Cell.Model(low), new Cell.Model(high));
  }

  private Section flags() {
    Rows rows = new Rows("flags");
    for (Flag flag : view.flags()) {
      rows.text("fact", flag.text())
          .text("warning", Words.kind(flag.kind()))
          .text("since", flag.date())
          .text("about", flag.party())
          .text("source", flag.source())
          .end();
    }
    return new Section(
        "flags",
        "What warns of " + view.borrower(),
        List.of(
            view.flags().isEmpty()
                ? "Nothing in the book warns of it."
                : warnings(view.flags().size()) + ", the most serious first.",
            "Facts of a day after "
                + asOf
                + " are left out. What rests on the book's own entries"
                + " bears the book's day; their sources say when each became known."),
        List.of(rows.table()),
        List.of());
  }

  private Section loans() {
    List<String> sentences = new ArrayList<>();
    for (LoanJudgment loan : view.loans()) {
      Exposure exposure = loan.exposure();
      sentences.add(
          exposure.lender()
              + " is owed "
              + amount(exposure.debt())
              + " on "
              + exposure.name()
              + "; what secures it is worth "
              + amount(exposure.value())
              + ". "
              + lossSentence(loan)
              + (loan.expected().isEmpty() ? " The expected loss is unknown." : ""));
    }
    for (HaircutAdvice haircut : view.haircuts()) {
      sentences.add(
          "Against "
              + haircut.asset()
              + " the haircut is "
              + percent(haircut.recommended(), haircut.recommended())
              + ": "
              + reason(haircut)
              + ".");
    }
    sentences.add(
        "Collateral counts at mark. What a default loses is judged for 30 days: what a sale into the market as it is cannot"
            + " bring, and what the price loses with the borrower. Nobody has observed the"
            + " correlation of this borrower with its collateral, so it runs from 0 to 0.9; a"
            + " haircut suffices in 19 defaults of 20. The jump takes what a tied issuer has issued"
            + " as worthless. What a defaulter pays beyond its collateral is left out.");
    return new Section(
        "loans",
        "What is lent, and what a default loses",
        sentences,
        List.of(exposures(), sales(), cases(), haircuts()),
        charts());
  }

  /// A figure that is at least 0 and otherwise open is not told.
  private String amount(Interval value) {
    return value.equals(Interval.UNKNOWN.positivePart())
        ? "an amount that is not told"
        : Wording.amount(value, unit);
  }

  private static String reason(HaircutAdvice haircut) {
    return switch (haircut.reason()) {
      case WrongWayReason.OwnToken() -> "the subject of the book issued it";
      case WrongWayReason.IssuerRelated(String issuer) ->
          issuer + " issued it, and falls with the borrower";
      case WrongWayReason.Statistical() ->
          haircut.rows().isEmpty()
              ? "no volatility is told, so nothing bounds its fall"
              : "what is lost at correlation 0.9"
                  + haircut
                      .saleLoss()
                      .map(loss ->
                          ", and the "
                              + percent(loss, loss)
                              + " that a sale within 30 days loses or leaves unsold")
                      .orElse(", without the cost of a sale, which cannot be told");
    };
  }

  private Table exposures() {
    Rows rows = new Rows("exposures");
    for (LoanJudgment loan : view.loans()) {
      Exposure exposure = loan.exposure();
      rows.text("loan", exposure.name())
          .text("lender", exposure.lender())
          .range("debt", exposure.debt())
          .range("collateral_at_mark", exposure.value())
          .ratios("ltv", loan.loanToValue())
          .text("due", Words.kind(exposure.due()))
          .modelRange("loss_given_default_part", loan.low(), loan.high())
          .text(
              "expected_loss",
              loan.expected()
                  .map(expected -> CellWords.range(expected.low(), expected.high()) + " " + unit)
                  .orElse("unknown"))
          .end();
    }
    return rows.table();
  }

  private Table haircuts() {
    Rows rows = new Rows("haircuts");
    for (HaircutAdvice haircut : view.haircuts()) {
      for (HaircutAdvice.Row row : haircut.rows()) {
        rows.text("collateral", haircut.asset())
            .model("correlation", row.correlation())
            .modelRange("kept_in_default_share", row.keptLow(), row.keptHigh())
            .modelRange("conditional_haircut", row.haircutLow(), row.haircutHigh())
            .model("recommended_haircut", haircut.recommended())
            .end();
      }
    }
    return rows.table();
  }

  private Table cases() {
    Rows rows = new Rows("loss_by_correlation");
    for (LoanJudgment loan : view.loans()) {
      for (LoanJudgment.Case each : loan.cases()) {
        rows.text("loan", loan.exposure().name())
            .text("collateral_of_tied_issuers", each.jump() ? "jumps to nothing" : "moves")
            .model("correlation", each.correlation())
            .modelRange("lost_part", each.low(), each.high())
            .end();
      }
    }
    return rows.table();
  }

  private Table sales() {
    Rows rows = new Rows("loss_given_default");
    for (LoanJudgment loan : view.loans()) {
      for (LoanJudgment.Sale sale : loan.sales()) {
        rows.text("loan", loan.exposure().name())
            .text("sold_within", days(sale.days()))
            .modelRange("brings", sale.worst(), sale.best())
            .modelRange("lost_part", sale.low(), sale.high())
            .end();
      }
    }
    return rows.table();
  }

  private static String days(int count) {
    return count == 1 ? "1 day" : count + " days";
  }

  private List<Chart> charts() {
    List<Chart.Bar> bars = new ArrayList<>();
    for (LoanJudgment loan : view.loans()) {
      double debt = Corner.CAREFUL.ofLessIsBetter(loan.exposure().debt());
      for (LoanJudgment.Sale sale : loan.sales()) {
        if (Double.isFinite(sale.best()) && Double.isFinite(debt)) {
          bars.add(
              new Chart.Bar(
                  loan.exposure().name() + " within " + days(sale.days()),
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
                "collateral-sale", "What the collateral brings, against the debt", unit, bars));
  }

  private Section liquidation() {
    Rows blocks = new Rows("blocks");
    Rows sales = new Rows("block_sales");
    for (Block block : view.blocks()) {
      blocks
          .text("block", words(block))
          .range("quantity", block.quantity())
          .range("at_mark", block.value())
          .ratios("days_of_all_trade", block.daysOfVolume())
          .end();
      for (Block.Sale sale : block.sales()) {
        sales
            .text("block", words(block))
            .text("sold_within", days(sale.days()))
            .text("model", sale.model().words())
            .modelRange("brings", sale.proceeds().low(), sale.proceeds().high())
            .end();
      }
    }
    List<String> sentences = new ArrayList<>();
    view.blocks().stream()
        .filter(block -> block.seller() == Block.Seller.ALL_KNOWN)
        .filter(block -> block.sales().isEmpty())
        .forEach(block ->
            sentences.add(
                "Of the market of "
                    + block.asset()
                    + " the book tells nothing that a sale could be judged by."));
    sentences.add(
        "No more is sold in a day than the part of the trade that one seller can be, nor than a"
            + " model holds for; the rest counts as unsold. All known sellers are every pledge in"
            + " the book and who holds the asset elsewhere: a lower bound.");
    return new Section(
        "sale", "What a sale brings", sentences, List.of(blocks.table(), sales.table()), List.of());
  }

  private String words(Block block) {
    return switch (block.seller()) {
      case PLEDGED -> block.asset() + " pledged by " + view.borrower();
      case DEBT_AT_MARK -> block.asset() + " worth the debt at mark";
      case ALL_KNOWN -> block.asset() + " of all known sellers";
    };
  }

  private Section questions() {
    return new Section(
        "questions", "What to ask " + view.borrower(), view.questions(), List.of(), List.of());
  }
}
