package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Assumption;
import org.plimsoll.solvency.assess.Commingling;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;

/// What stands on the browser's page below the verdict.
final class HtmlParts {
  private final Assessment assessment;
  private final Provenance provenance;
  private final Markup page = new Markup();
  private final ChartMarkup charts;

  HtmlParts(Assessment assessment, Provenance provenance) {
    this.assessment = assessment;
    this.provenance = provenance;
    charts = new ChartMarkup(page, provenance.command());
  }

  /// Adds everything, the sections of the models before the grounds.
  ///
  /// @throws IllegalArgumentException if two parts have the same id
  void add(List<Section> sections) {
    addQuestions();
    addAnswers();
    sections.forEach(this::addSection);
    addRest();
  }

  /// Adds everything, the sections before the assessment that they rest on.
  ///
  /// @throws IllegalArgumentException if two parts have the same id
  void addAfter(List<Section> sections) {
    sections.forEach(this::addSection);
    page.element("p", assessment.headline());
    addQuestions();
    addAnswers();
    addRest();
  }

  private void addAnswers() {
    addRealizable();
    addCustody();
    addAssets();
    addFigures();
    addRecoveries();
  }

  private void addRest() {
    addLocations();
    addGrounds();
    addProvenance();
    UniqueNames.check("part", headings().stream().map(Markup.Heading::id).toList());
  }

  /// Returns the headings of all parts in order.
  List<Markup.Heading> headings() {
    return page.headings();
  }

  /// Returns the markup.
  @Override
  public String toString() {
    return page.toString();
  }

  private void addQuestions() {
    page.open("section", "class", "questions", "aria-label", "The three questions");
    for (Finding finding : assessment.findings()) {
      page.open("article", "class", Words.code(finding.answer()))
          .element("h2", finding.question().title())
          .open("p", "class", "answer")
          .element("span", sign(finding.answer()), "aria-hidden", "true")
          .text(" " + finding.answer().name())
          .close("p")
          .element("p", Wording.range(finding.figure()), "class", "figure")
          .element("p", finding.sentence())
          .close("article");
    }
    page.close("section");
  }

  private static String sign(Answer answer) {
    return switch (answer) {
      case YES -> "\u2715";
      case NO -> "\u2713";
      case UNKNOWN -> "?";
    };
  }

  private void addRealizable() {
    String unit = assessment.book().currency();
    Interval atMark = assessment.liquidation().heldAtMark();
    Interval realizable = assessment.liquidation().heldRealizable();
    Interval owed = assessment.atMark().owed();
    page.section(
        "marked-against-realizable",
        "Marked against realizable",
        section -> {
          section.element(
              "p",
              "What is on hand against what is owed net (the line). Hatched is what a range leaves"
                  + " open.",
              "class",
              "quiet");
          Bar.Track track = track(atMark, realizable, owed);
          addBar("At mark", atMark, owed, unit, track);
          addBar("If sold at once", realizable, owed, unit, track);
          return figures(KeyFigure.liquidation(assessment));
        });
  }

  private void addBar(String label, Interval filled, Interval mark, String unit, Bar.Track track) {
    String words =
        Wording.amount(filled, unit) + " on hand, " + Wording.amount(mark, unit) + " owed";
    Bar bar = new Bar(label + ": " + words, low(filled, track), high(filled, track), ends(mark));
    charts.addBar(label, words, bar, track);
  }

  /// Where a range has no limit, its bar reaches to the end of the track.
  private static double low(Interval interval, Bar.Track track) {
    return interval.low() == null ? track.from() : interval.low().doubleValue();
  }

  private static double high(Interval interval, Bar.Track track) {
    return interval.high() == null ? track.to() : interval.high().doubleValue();
  }

  private static List<Double> ends(Interval interval) {
    return Stream.of(interval.low(), interval.high())
        .filter(Objects::nonNull)
        .map(BigDecimal::doubleValue)
        .distinct()
        .toList();
  }

  private static Bar.Track track(Interval... intervals) {
    return Bar.Track.of(
        Arrays.stream(intervals).flatMap(interval -> ends(interval).stream()).toList());
  }

  private void addCustody() {
    page.section(
        "custody-per-asset",
        "Custody per asset",
        section -> {
          section.element(
              "p",
              "What is on hand of each asset against what is owed to accounts (the line).",
              "class",
              "quiet");
          for (AssetRow row : assessment.assets()) {
            Bar.Track track = track(row.onHand(), row.owedTo());
            addBar(row.asset(), row.onHand(), row.owedTo(), row.asset(), track);
          }
          return section;
        });
  }

  private void addAssets() {
    List<AssetFigure> figures = AssetFigure.of(assessment.assets());
    List<List<String>> rows =
        assessment.assets().stream().map(row -> AssetFigure.cells(figures, row)).toList();
    page.section(
        "per-asset",
        "Per asset",
        section -> section.table(AssetFigure.LEGEND, AssetFigure.headings(figures), rows));
  }

  private void addFigures() {
    page.section(
        "what-it-has-and-owes",
        "What it has and owes",
        _ -> figures(KeyFigure.balance(assessment)));
    page.section("cash-now", "Cash now", _ -> figures(KeyFigure.liquidity(assessment)));
  }

  private void addRecoveries() {
    page.section(
        "what-creditors-get-back",
        "What creditors get back",
        section -> {
          figures(KeyFigure.recoveries(assessment));
          assessment.recoveries().commingling().ifPresent(this::addCommingling);
          return section;
        });
  }

  private void addCommingling(Commingling commingling) {
    List<List<String>> rows = new ArrayList<>();
    for (Commingling.Transfer transfer : commingling.transfers()) {
      rows.add(
          List.of(
              transfer.asset(),
              Wording.number(transfer.segregated().rounded()),
              Wording.number(transfer.commingled().rounded()),
              Wording.number(transfer.gain().rounded())));
    }
    rows.add(List.of("Surplus", "", "", Wording.number(commingling.surplusChange().rounded())));
    page.table(
        "What commingling moves between claimants, in " + assessment.book().currency(),
        List.of("Claimants of", "Segregated", "Commingled", "Gain or loss"),
        rows);
  }

  private void addSection(Section section) {
    page.section(
        section.id(),
        section.title(),
        html -> {
          section.sentences().forEach(sentence -> html.element("p", sentence));
          section.charts().forEach(charts::add);
          section.tables().stream().map(ReaderTable::of).forEach(html::table);
          return html;
        });
  }

  private void addLocations() {
    List<List<String>> rows = new ArrayList<>();
    for (AssetRow row : assessment.assets()) {
      for (AssetRow.Holding holding : row.holdings()) {
        rows.add(
            List.of(
                holding.location(),
                Words.kind(holding.kind()),
                row.asset(),
                Wording.range(holding.quantity()),
                Wording.range(holding.encumbered())));
      }
    }
    List<String> headings = List.of("Location", "Kind", "Asset", "Quantity", "Pledged");
    page.section(
        "where-it-is",
        "Where it is",
        section -> section.table("In units of the asset", headings, rows));
  }

  private void addGrounds() {
    page.section(
        "what-this-rests-on",
        "What this rests on",
        section -> {
          section.list(assessment.assumptions().stream().map(HtmlParts::words).toList());
          if (!assessment.book().notes().isEmpty()) {
            section.element("h3", "Notes of the book").list(assessment.book().notes());
          }
          if (!assessment.sources().isEmpty()) {
            section
                .element("h3", "Sources")
                .list(
                    assessment.sources().stream()
                        .map(source -> source.text() + " (" + Words.figures(source) + ")")
                        .toList());
          }
          return section;
        });
  }

  private static String words(Assumption assumption) {
    String kind = Words.kind(assumption.kind());
    String source = assumption.source().isEmpty() ? "" : " Source: " + assumption.source();
    return kind + ": " + assumption.sentence() + source;
  }

  private void addProvenance() {
    page.section(
        "to-see-it-again",
        "To see it again",
        section ->
            section
                .open("p")
                .element("code", provenance.command())
                .close("p")
                .element(
                    "p",
                    "Book " + provenance.bookName() + ", hash " + provenance.bookHash() + ".",
                    "class",
                    "quiet")
                .element("p", "Plimsoll " + provenance.version() + ".", "class", "quiet"));
  }

  private Markup figures(List<KeyFigure> figures) {
    page.open("dl");
    for (KeyFigure figure : figures) {
      page.open("div").element("dt", figure.label()).element("dd", figure.value()).close("div");
    }
    return page.close("dl");
  }
}
