package org.plimsoll.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        "how-likely", "How likely", parts.sentences(), parts.tables(), parts.charts());
  }

  private List<Chart> charts() {
    return Stream.of(Failure.values()).map(this::chart).toList();
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (Failure failure : Failure.values()) {
      tables.add(likelihood(failure));
    }
    if (areAnyExempt()) {
      tables.add(exemptions());
    }
    tables.add(first());
    tables.add(premises());
    return tables;
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
    Estimate low = better.insolvent(horizon());
    Estimate high = worse.insolvent(horizon());
    return either
        + horizon()
        + " days, before or when it stops paying, with a probability of "
        + (worse.isInsolventNow() ? words(low) : range(low, high))
        + "."
        + (high.hits() < low.hits() ? " At the careful end it stops paying first." : "");
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
        "On the same paths, selling exempt accounts like any other prevents an inability to pay on "
            + percent((double) effect.prevented() / effect.paths())
            + " of them and causes one on "
            + percent((double) effect.caused() / effect.paths())
            + ": "
            + percent(effect.reduction())
            + " fewer, standard error "
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

  private Table likelihood(Failure failure) {
    Rows rows = new Rows(failure.table);
    for (int party = 0; party < careful.fates().size(); party++) {
      for (boolean areExempt : areAnyExempt() ? List.of(true, false) : List.of(true)) {
        Outlook.Fate low = fate(End.CAREFUL, areExempt, party);
        Outlook.Fate high = fate(End.FAVORABLE, areExempt, party);
        for (int day : days()) {
          rows.text("party", low.party());
          if (areAnyExempt()) {
            rows.text("exempt", areExempt ? "yes" : "no");
          }
          rows.number("days", BigDecimal.valueOf(day))
              .model("careful_share", failure.of(low, day).probability())
              .model("careful_error_part", failure.of(low, day).standardError())
              .model("favorable_share", failure.of(high, day).probability())
              .model("favorable_error_part", failure.of(high, day).standardError())
              .end();
        }
      }
    }
    return rows.table();
  }

  private boolean areAnyExempt() {
    return outlook.of(End.CAREFUL, false).isPresent();
  }

  private Outlook.Fate fate(End end, boolean areExempt, int party) {
    return outlook.of(end, areExempt).orElseThrow().fates().get(party);
  }

  private Table exemptions() {
    Rows rows = new Rows("without_exemptions");
    for (End end : End.values()) {
      for (int day : days()) {
        PolicyEffect effect = outlook.withoutExemptions(end, day).orElseThrow();
        rows.text("end", Words.code(end))
            .number("days", BigDecimal.valueOf(day))
            .model("prevented_share", (double) effect.prevented() / effect.paths())
            .model("caused_share", (double) effect.caused() / effect.paths())
            .model("less_share", effect.reduction())
            .model("less_error_part", effect.standardError())
            .end();
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
      String option = premise.option().isEmpty() ? "" : " (" + premise.option() + ")";
      rows.text("premise", premise.sentence() + option).end();
    }
    return rows.table();
  }

  private Chart chart(Failure failure) {
    List<Chart.Line> lines = new ArrayList<>();
    for (Outlook.Case each : outlook.cases()) {
      String name = Words.code(each.end()) + " end" + (each.areExempt() ? "" : ", none exempt");
      lines.add(line(name, each.fates().getFirst(), failure));
    }
    return new Chart.Lines(
        failure.table.replace('_', '-'),
        "How likely " + worse.party() + failure.stands + ", with bands of 95%",
        new Chart.Scale("days", Chart.Scale.Kind.LINEAR),
        new Chart.Scale("probability", Chart.Scale.Kind.PART),
        lines,
        List.of(),
        List.of());
  }

  private Chart.Line line(String name, Outlook.Fate fate, Failure failure) {
    List<Chart.At> at = new ArrayList<>();
    at.add(Chart.At.of(0, failure.isNow(fate) ? 0 : 1));
    for (int day = 1; day <= horizon(); day++) {
      Estimate failed = failure.of(fate, day);
      double stands = 1 - failed.probability();
      at.add(new Chart.At(day, stands, 1 - failed.high(), 1 - failed.low()));
    }
    return new Chart.Line(name, at, true);
  }

  /// The two things that are never merged.
  private enum Failure {
    INSOLVENT("likely_insolvent", " is still solvent"),
    UNABLE_TO_PAY("likely_unable_to_pay", " can still pay");

    private final String table;
    private final String stands;

    Failure(String table, String stands) {
      this.table = table;
      this.stands = stands;
    }

    Estimate of(Outlook.Fate fate, int day) {
      return switch (this) {
        case INSOLVENT -> fate.insolvent(day);
        case UNABLE_TO_PAY -> fate.unableToPay(day);
      };
    }

    boolean isNow(Outlook.Fate fate) {
      return this == INSOLVENT && fate.isInsolventNow();
    }
  }
}
