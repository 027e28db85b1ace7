package org.plimsoll.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.outlook.End;
import org.plimsoll.solvency.outlook.Outlook;
import org.plimsoll.solvency.survival.Estimate;
import org.plimsoll.solvency.survival.PolicyEffect;

/// How likely the parties of a book are to fail, as a section.
public final class OutlookSections {
  /// The days that are always shown, as far as the horizon goes.
  private static final List<Integer> DAYS = List.of(7, 30, 90);

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private final Outlook outlook;
  private final Outlook.Case careful;
  private final Outlook.Case favorable;
  private final Outlook.Fate worse;
  private final Outlook.Fate better;

  private OutlookSections(Outlook outlook) {
    this.outlook = outlook;
    this.careful = outlook.of(End.CAREFUL, true).orElseThrow();
    this.favorable = outlook.of(End.FAVORABLE, true).orElseThrow();
    this.worse = careful.fates().getFirst();
    this.better = favorable.fates().getFirst();
  }

  /// Returns the section.
  public static Section of(Outlook outlook) {
    OutlookSections parts = new OutlookSections(outlook);
    return new Section(
        "how-likely",
        "How likely",
        parts.sentences(),
        List.of(parts.likelihood(), parts.first(), parts.premises()),
        List.of(parts.chart()));
  }

  private int horizon() {
    return outlook.plan().days();
  }

  private SortedSet<Integer> days() {
    SortedSet<Integer> days = new TreeSet<>(DAYS);
    days.removeIf(day -> day > horizon());
    days.add(horizon());
    return days;
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(insolvency());
    sentences.add(inability());
    outlook.withoutExemptions(End.CAREFUL, horizon()).ifPresent(e -> sentences.addAll(effect(e)));
    sentences.add(count());
    return sentences;
  }

  private String insolvency() {
    String who = worse.party();
    if (!worse.owes()) {
      return "The book names nothing that " + who + " owes, so in it " + who + " cannot fail.";
    }
    if (better.isInsolventNow()) {
      return who + " is insolvent at mark already, before a day has passed.";
    }
    String either =
        worse.isInsolventNow()
            ? who
                + " is insolvent at mark already at the careful end of what the book allows. At"
                + " the favorable end it becomes so within "
            : who + " becomes insolvent at mark within ";
    return either
        + horizon()
        + " days with a probability of "
        + (worse.isInsolventNow()
            ? words(better.insolvent(horizon()))
            : range(better.insolvent(horizon()), worse.insolvent(horizon())))
        + ".";
  }

  private String inability() {
    return worse.owes()
        ? "It is unable to pay something within "
            + horizon()
            + " days with a probability of "
            + range(better.unableToPay(horizon()), worse.unableToPay(horizon()))
            + "."
        : "What it may lose is seen in the other sections.";
  }

  private List<String> effect(PolicyEffect effect) {
    Outlook.Fate bound = outlook.of(End.CAREFUL, false).orElseThrow().fates().getFirst();
    return List.of(
        "Without exemptions, at the careful end: insolvent "
            + words(bound.insolvent(horizon()))
            + ", unable to pay "
            + words(bound.unableToPay(horizon()))
            + ".",
        "On the same paths, ending the exemptions prevents "
            + percent((double) effect.prevented() / effect.paths())
            + " and causes "
            + percent((double) effect.caused() / effect.paths())
            + " of inabilities to pay: "
            + percent(effect.reduction())
            + " less, give or take "
            + percent(effect.standardError())
            + ".");
  }

  private String count() {
    String finished = Wording.number(BigDecimal.valueOf(outlook.paths()));
    String asked = Wording.number(BigDecimal.valueOf(outlook.plan().paths()));
    return (outlook.paths() == outlook.plan().paths()
            ? "Counted over " + finished + " paths"
            : "STOPPED EARLY: counted over the first " + finished + " of " + asked + " paths")
        + " of "
        + horizon()
        + " days, seed "
        + outlook.plan().seed()
        + ". Both ends of what the book leaves open meet the same random numbers; the standard"
        + " error says what the count leaves open, not what the premises do.";
  }

  /// From the favorable to the careful end.
  private static String range(Estimate low, Estimate high) {
    return low.equals(high)
        ? words(high)
        : words(low) + " at the favorable end to " + words(high) + " at the careful end";
  }

  private static String words(Estimate estimate) {
    if (estimate.hits() == 0) {
      return "0% (at most " + percent(estimate.high()) + ")";
    }
    if (estimate.hits() == estimate.paths()) {
      return "100%";
    }
    return percent(estimate.probability())
        + " (standard error "
        + percent(estimate.standardError())
        + ")";
  }

  private static String percent(double part) {
    return Wording.percent(new BigDecimal(Double.toString(part)).round(DIGITS));
  }

  private Table likelihood() {
    Rows rows = new Rows("likelihood");
    for (Outlook.Case each : outlook.cases()) {
      for (Outlook.Fate fate : each.fates()) {
        for (int day : days()) {
          Estimate insolvent = fate.insolvent(day);
          Estimate unable = fate.unableToPay(day);
          rows.text("party", fate.party())
              .text("end", Words.code(each.end()))
              .text("exemptions", each.areExempt() ? "as in the book" : "none")
              .number("days", BigDecimal.valueOf(day))
              .model("insolvent_probability", insolvent.probability())
              .model("insolvent_error_part", insolvent.standardError())
              .model("unable_to_pay_probability", unable.probability())
              .model("unable_to_pay_error_part", unable.standardError())
              .end();
        }
      }
    }
    return rows.table();
  }

  private Table first() {
    Rows rows = new Rows("first_to_fail");
    for (int i = 0; i < careful.fates().size(); i++) {
      Estimate low = favorable.fates().get(i).outcome().first();
      Estimate high = careful.fates().get(i).outcome().first();
      first(rows, careful.fates().get(i).party(), low, high);
    }
    first(rows, "nobody", favorable.result().nobody(), careful.result().nobody());
    return rows.table();
  }

  private static void first(Rows rows, String who, Estimate favorable, Estimate careful) {
    rows.text("among_the_first_to_fail", who)
        .model("careful_share", careful.probability())
        .model("favorable_share", favorable.probability())
        .end();
  }

  private Table premises() {
    Rows rows = new Rows("premises");
    for (Outlook.Premise premise : outlook.premises()) {
      rows.text("premise", premise.sentence()).text("changed_by", premise.option()).end();
    }
    return rows.table();
  }

  private Chart chart() {
    List<Chart.Line> lines = new ArrayList<>();
    lines.add(line("solvent, careful end", worse, better, Outlook.Fate::isInsolventNow, true));
    lines.add(line("able to pay, careful end", worse, better, _ -> false, false));
    Optional<Outlook.Case> bound = outlook.of(End.CAREFUL, false);
    if (bound.isPresent()) {
      Outlook.Fate low = bound.get().fates().getFirst();
      Outlook.Fate high = outlook.of(End.FAVORABLE, false).orElseThrow().fates().getFirst();
      lines.add(line("able to pay without exemptions", low, high, _ -> false, false));
    }
    return new Chart.Lines(
        "survival",
        "How likely " + worse.party() + " still stands; bands reach to the favorable end",
        new Chart.Scale("days", Chart.Scale.Kind.LINEAR),
        new Chart.Scale("probability", Chart.Scale.Kind.PART),
        lines,
        List.of(),
        List.of());
  }

  private Chart.Line line(
      String name,
      Outlook.Fate low,
      Outlook.Fate high,
      Function<Outlook.Fate, Boolean> isGoneNow,
      boolean isInsolvency) {
    List<Chart.At> at = new ArrayList<>();
    at.add(
        new Chart.At(
            0,
            isGoneNow.apply(low) ? 0 : 1,
            isGoneNow.apply(low) ? 0 : 1,
            isGoneNow.apply(high) ? 0 : 1));
    for (int day = 1; day <= horizon(); day++) {
      Estimate careful = isInsolvency ? low.insolvent(day) : low.unableToPay(day);
      Estimate favorable = isInsolvency ? high.insolvent(day) : high.unableToPay(day);
      double stands = 1 - careful.probability();
      at.add(
          new Chart.At(
              day,
              stands,
              StrictMath.min(stands, 1 - careful.high()),
              StrictMath.max(stands, 1 - favorable.low())));
    }
    return new Chart.Line(name, at, true);
  }
}
