package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.ModelLine;
import org.plimsoll.solvency.policy.Lending;
import org.plimsoll.solvency.policy.Payout;
import org.plimsoll.solvency.policy.PolicyOutcome;
import org.plimsoll.solvency.policy.SellOut;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.solvency.waterfall.Layer;
import org.plimsoll.solvency.waterfall.LossAllocation;

/// A book under several sets of rules, one column for each.
public final class CompareSections {
  private static final int NAMED_MAX = 5;

  private final List<PolicyOutcome> outcomes;
  private final List<String> columns = new ArrayList<>();
  private final boolean isStressed;
  private final String unit;

  private CompareSections(List<PolicyOutcome> outcomes, Scenario scenario) {
    this.outcomes = outcomes;
    this.isStressed = !scenario.equals(Scenario.NONE);
    this.unit = outcomes.getFirst().before().book().currency();
    for (PolicyOutcome outcome : outcomes) {
      columns.add(column(outcome.policy().name()));
    }
  }

  /// Returns the sections.
  ///
  /// @param outcomes at least one, the book as it is first
  /// @param scenario what happened to all of them
  public static List<Section> of(List<PolicyOutcome> outcomes, Scenario scenario) {
    CompareSections sections = new CompareSections(outcomes, scenario);
    return List.of(
        sections.verdicts(scenario), sections.losses(), sections.loads(), sections.withdrawals());
  }

  /// A name of a column that no other has, and whose last word says nothing of what is in it.
  private String column(String name) {
    String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    boolean isTaken = CellWords.ofColumn(words).inPercent() || words.matches(".*_(low|high)");
    String column = isTaken ? words + "_policy" : words;
    String unique = column;
    for (int number = 2; columns.contains(unique); number++) {
      unique = column + "_" + number;
    }
    return unique;
  }

  private Section verdicts(Scenario scenario) {
    List<String> sentences = new ArrayList<>();
    outcomes.stream().skip(1).forEach(outcome -> sentences.addAll(told(outcome)));
    sentences.addAll(scenario.sentences());
    sentences.add(
        "A policy is shown by the book that it would have let arise: nobody could have borrowed"
            + " beyond what his collateral supports at initial weights, and the rest is still"
            + " there.");
    Rows answers = new Rows("answers_by_policy");
    for (Question question : Question.values()) {
      answers(answers, question.title(), question, PolicyOutcome::before);
      if (isStressed) {
        answers(answers, question.title() + ", after", question, PolicyOutcome::after);
      }
    }
    Rows equity = new Rows("equity_by_policy");
    ranges(equity, "Not lent", outcome -> outcome.lending().refused());
    equity(equity, "", PolicyOutcome::before);
    if (isStressed) {
      equity(equity, ", after", PolicyOutcome::after);
    }
    return new Section(
        "policies",
        "Under other rules",
        sentences,
        List.of(answers.table(), equity.table()),
        List.of());
  }

  private List<String> told(PolicyOutcome outcome) {
    Lending lending = outcome.lending();
    List<String> sentences = new ArrayList<>();
    String title = outcome.policy().title();
    sentences.add(
        outcome.policy().name()
            + (title.isEmpty() ? ": " : " (" + title + "): ")
            + (lending.refusals().isEmpty()
                ? "all that was lent would have been lent."
                : Wording.amount(lending.refused(), unit)
                    + " would not have been lent, to "
                    + named(lending.refusals().stream().map(Lending.Refusal::id).toList())
                    + "."));
    List<String> turned = new ArrayList<>();
    for (Question question : Question.values()) {
      String own = answer(outcomes.getFirst(), question);
      String other = answer(outcome, question);
      if (!own.equals(other)) {
        turned.add(
            question.title().toLowerCase(Locale.ROOT) + " is " + other + " instead of " + own);
      }
    }
    sentences.add(
        turned.isEmpty()
            ? "No answer changes."
            : sentence(Wording.list(turned)) + (isStressed ? " after the scenario." : "."));
    return sentences;
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String named(List<String> ids) {
    return ids.size() <= NAMED_MAX
        ? Wording.list(ids)
        : ids.getFirst() + " and " + (ids.size() - 1) + " others";
  }

  private static String answer(PolicyOutcome outcome, Question question) {
    return outcome.after().finding(question).answer().name();
  }

  private void answers(
      Rows rows, String label, Question question, Function<PolicyOutcome, Assessment> when) {
    rows.text("question", label);
    for (int i = 0; i < columns.size(); i++) {
      rows.text(columns.get(i), when.apply(outcomes.get(i)).finding(question).answer().name());
    }
    rows.end();
  }

  private void equity(Rows rows, String ending, Function<PolicyOutcome, Assessment> when) {
    ranges(rows, "Equity at mark" + ending, o -> when.apply(o).atMark().total());
    ranges(
        rows, "Equity without own tokens" + ending, o -> when.apply(o).withoutOwnToken().total());
    ranges(rows, "Equity, sold at once" + ending, o -> when.apply(o).liquidation().equity());
    ranges(rows, "Cash left after all demands" + ending, o -> when.apply(o).liquidity().surplus());
  }

  private void ranges(Rows rows, String label, Function<PolicyOutcome, Interval> value) {
    rows.text("measure", label);
    for (int i = 0; i < columns.size(); i++) {
      rows.range(columns.get(i), value.apply(outcomes.get(i)));
    }
    rows.end();
  }

  private Section losses() {
    List<String> sentences = new ArrayList<>();
    for (PolicyOutcome outcome : outcomes) {
      sentences.add(sold(outcome));
    }
    SortedSet<String> unweighted = new TreeSet<>();
    outcomes.forEach(outcome -> unweighted.addAll(outcome.unweighted()));
    if (!unweighted.isEmpty()) {
      sentences.add(
          "No weight is told for "
              + Wording.list(List.copyOf(unweighted))
              + "; as collateral it counts for nothing where rules bind.");
    }
    sentences.add(
        "At the careful end of every range. Who is below maintenance sells everything, and what a"
            + " market does not take within the horizon brings nothing.");
    Rows rows = new Rows("losses_by_policy");
    models(rows, "Borrowers", outcome -> outcome.sellOut().borrowers());
    models(rows, "Sold out", outcome -> outcome.sellOut().soldOut());
    models(rows, "Bad debt", outcome -> outcome.sellOut().badDebt());
    for (Layer layer : bearing()) {
      models(rows, "Borne by " + words(layer), outcome -> borneBy(outcome, layer));
    }
    models(rows, "Borne by nobody who is named", CompareSections::uncovered);
    models(rows, "Lacking from exempt accounts", o -> o.sellOut().spared());
    return new Section(
        "sold-out",
        isStressed ? "Who is sold out then, and who pays" : "Who is sold out now, and who pays",
        sentences,
        List.of(rows.table()),
        List.of());
  }

  private String sold(PolicyOutcome outcome) {
    SellOut sold = outcome.sellOut();
    String who =
        outcome.policy().name()
            + ": "
            + sold.soldOut()
            + " of "
            + sold.borrowers()
            + (sold.borrowers() == 1 ? " borrower is" : " borrowers are")
            + " sold out; ";
    if (!Double.isFinite(sold.badDebt())) {
      return who + "the bad debt has no limit, since a debt has none.";
    }
    String bad = sold.badDebt() == 0 ? "no bad debt" : amount(sold.badDebt()) + " of bad debt";
    return who
        + bad
        + (sold.spared() == 0
            ? "."
            : ", and " + amount(sold.spared()) + " lack from accounts that are exempt.");
  }

  private String amount(double value) {
    return CellWords.model(value) + " " + unit;
  }

  private EnumSet<Layer> bearing() {
    EnumSet<Layer> layers = EnumSet.noneOf(Layer.class);
    for (PolicyOutcome outcome : outcomes) {
      outcome.losses().stream()
          .flatMap(allocation -> allocation.shares().stream())
          .forEach(share -> layers.add(share.layer()));
    }
    return layers;
  }

  private static String words(Layer layer) {
    return switch (layer) {
      case MARGIN -> "margin";
      case BACKSTOP -> "backstop providers";
      case INSURANCE_FUND -> "the insurance fund";
      case VENUE_CAPITAL -> "the venue's capital";
      case DEFAULT_FUND -> "the members' fund";
      case SOCIALIZED_LOSS -> "all claimants alike";
      case DELEVERAGING -> "claimants by rank";
    };
  }

  private static double borneBy(PolicyOutcome outcome, Layer layer) {
    return number(outcome.losses().map(allocation -> allocation.borneBy(layer)));
  }

  private static double uncovered(PolicyOutcome outcome) {
    return number(outcome.losses().map(LossAllocation::uncovered));
  }

  private static double number(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  private void models(Rows rows, String label, ToDoubleFunction<PolicyOutcome> value) {
    row(rows, "", label, value);
  }

  private void row(Rows rows, String ending, String label, ToDoubleFunction<PolicyOutcome> value) {
    rows.text("measure", label);
    for (int i = 0; i < columns.size(); i++) {
      rows.model(columns.get(i) + ending, value.applyAsDouble(outcomes.get(i)));
    }
    rows.end();
  }

  private Section loads() {
    SortedSet<String> assets = new TreeSet<>();
    outcomes.forEach(outcome -> outcome.loads().forEach(load -> assets.add(load.asset())));
    Rows rows = new Rows("loads_by_policy");
    for (String asset : assets) {
      models(rows, asset + ": debt that leans on it, at most", o -> debt(o, asset));
      models(rows, asset + ": its load line, at least", o -> line(o, asset));
      models(rows, asset + ": spiral gain, nobody exempt", o -> gain(o, asset));
    }
    return new Section(
        "loads-by-policy",
        "How deep collateral is loaded",
        List.of(
            assets.isEmpty()
                ? "Nothing is lent against collateral whose market matters."
                : "Before anything happens. A line or a gain that is left empty is unknown: the"
                    + " book does not tell the depth that it needs."),
        List.of(rows.table()),
        List.of());
  }

  private static Optional<CollateralLoad> load(PolicyOutcome outcome, String asset) {
    return outcome.loads().stream().filter(each -> each.asset().equals(asset)).findFirst();
  }

  /// What is beyond a cap secures nothing.
  private static double debt(PolicyOutcome outcome, String asset) {
    BigDecimal cap = outcome.policy().policies().caps().get(asset);
    double debt =
        load(outcome, asset).map(load -> Corner.CAREFUL.ofLessIsBetter(load.debt())).orElse(0.0);
    return cap == null ? debt : Math.min(debt, cap.doubleValue());
  }

  private static double line(PolicyOutcome outcome, String asset) {
    return load(outcome, asset)
        .flatMap(CollateralLoad::deciding)
        .map(ModelLine::low)
        .orElse(Double.NaN);
  }

  private static double gain(PolicyOutcome outcome, String asset) {
    return outcome.spirals().stream()
        .filter(spiral -> spiral.asset().equals(asset))
        .mapToDouble(spiral -> spiral.withoutExemptions().total())
        .findFirst()
        .orElse(Double.NaN);
  }

  private Section withdrawals() {
    Rows shares = new Rows("payable_by_policy");
    parts(shares, "Paid from liquid assets", Payout::paidFromLiquid);
    parts(shares, "Paid when everything else is sold too", Payout::paidInAll);
    parts(shares, "What the last one gets if all ask", Payout::lastGets);
    parts(shares, "Fee that leaves nobody worse off", Payout::fairFee);
    List<String> sentences = new ArrayList<>();
    for (PolicyOutcome outcome : outcomes) {
      outcome
          .payout()
          .filter(payout -> payout.days() > 0)
          .ifPresent(payout ->
              sentences.add(
                  outcome.policy().name()
                      + ": what is withdrawn leaves in "
                      + payout.days()
                      + (payout.days() == 1 ? " day." : " days.")));
    }
    sentences.add(
        "Parts of all claims, at the careful end and with own tokens worth nothing. Whom a gate"
            + " frightens into asking is a judgement; nobody is taken to be.");
    return new Section(
        "payable-by-policy", "If claimants leave", sentences, List.of(shares.table()), List.of());
  }

  private void parts(Rows rows, String label, ToDoubleFunction<Payout> value) {
    row(
        rows,
        "_part",
        label,
        outcome -> outcome.payout().map(value::applyAsDouble).orElse(Double.NaN));
  }
}
