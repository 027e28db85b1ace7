package org.plimsoll.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Assumption;
import org.plimsoll.solvency.assess.Commingling;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;

/// An assessment as one HTML file that needs nothing else: no script, no font, no other file.
public final class HtmlPage {
  private static final String STYLE = resource("page.css");
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  /// The pattern for what a range leaves open; every bar refers to it.
  private static final String HATCHING =
      """
      <svg width="0" height="0" aria-hidden="true" focusable="false"><defs>
      <pattern id="hatching" width="14" height="14" patternUnits="userSpaceOnUse"
       patternTransform="rotate(45)"><rect class="hatch" width="6" height="14"/></pattern>
      </defs></svg>
      """;

  private final Assessment assessment;
  private final Provenance provenance;
  private final Markup page = new Markup();

  private HtmlPage(Assessment assessment, Provenance provenance) {
    this.assessment = assessment;
    this.provenance = provenance;
  }

  /// Returns the file of an assessment alone.
  public static String of(Assessment assessment, Provenance provenance) {
    return of(assessment, List.of(), provenance);
  }

  /// Returns the text of the file.
  ///
  /// @param sections what models add, in the order of reading
  public static String of(Assessment assessment, List<Section> sections, Provenance provenance) {
    HtmlPage html = new HtmlPage(assessment, provenance);
    html.addHead();
    html.page.open("body").open("main");
    html.addVerdict();
    html.addQuestions();
    html.addRealizable();
    html.addCustody();
    html.addAssets();
    html.addFigures();
    html.addRecoveries();
    sections.forEach(html::addSection);
    html.addLocations();
    html.addGrounds();
    html.addProvenance();
    html.page.close("main").close("body").close("html");
    return html.page.toString();
  }

  private void addHead() {
    page.verbatim("<!DOCTYPE html>\n")
        .open("html", "lang", "en")
        .open("head")
        .open("meta", "charset", "utf-8")
        .open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .open("meta", "name", "color-scheme", "content", "light dark")
        .element("title", "Plimsoll: " + assessment.book().title())
        .open("style")
        .verbatim(STYLE)
        .close("style")
        .close("head");
  }

  private void addVerdict() {
    page.verbatim(HATCHING)
        .open("header")
        .element("p", assessment.book().title(), "class", "title")
        .element("h1", assessment.headline())
        .element(
            "p",
            "Subject "
                + assessment.book().subject()
                + ", as of "
                + assessment.book().asOf()
                + ", values in "
                + assessment.book().currency()
                + ".",
            "class",
            "quiet")
        .close("header");
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

  private void addRealizable() {
    String unit = assessment.book().currency();
    Interval atMark = assessment.liquidation().heldAtMark();
    Interval realizable = assessment.liquidation().heldRealizable();
    Interval owed = assessment.atMark().owed();
    page.section(
        "Marked against realizable",
        section -> {
          section.element(
              "p",
              "What is on hand against what is owed net (the line). Hatched is what a range leaves"
                  + " open.",
              "class",
              "quiet");
          addBar("At mark", atMark, owed, unit);
          addBar("If sold at once", realizable, owed, unit);
          return figures(KeyFigure.liquidation(assessment));
        });
  }

  private void addBar(String label, Interval filled, Interval mark, String unit) {
    String words = label + ": " + Wording.amount(filled, unit) + " on hand";
    String against = Wording.amount(mark, unit) + " owed";
    page.open("div", "class", "bar").open("p");
    page.element("strong", label)
        .text(" " + Wording.amount(filled, unit) + " on hand, " + against)
        .close("p");
    new Bar(words + ", " + against, filled, mark).addTo(page);
    page.close("div");
  }

  private void addCustody() {
    page.section(
        "Custody per asset",
        section -> {
          section.element(
              "p",
              "What is on hand of each asset against what is owed to accounts (the line).",
              "class",
              "quiet");
          for (AssetRow row : assessment.assets()) {
            addBar(row.asset(), row.onHand(), row.owedTo(), row.asset());
          }
          return section;
        });
  }

  private void addAssets() {
    List<AssetFigure> figures = AssetFigure.of(assessment.assets());
    List<List<String>> rows =
        assessment.assets().stream().map(row -> AssetFigure.cells(figures, row)).toList();
    page.section(
        "Per asset",
        section -> section.table(AssetFigure.LEGEND, AssetFigure.headings(figures), rows));
  }

  private void addFigures() {
    page.section("What it has and owes", _ -> figures(KeyFigure.balance(assessment)));
    page.section("Cash now", _ -> figures(KeyFigure.liquidity(assessment)));
  }

  private void addRecoveries() {
    page.section(
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
        section.title(),
        html -> {
          section.sentences().forEach(sentence -> html.element("p", sentence));
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
    page.section("Where it is", section -> section.table("In units of the asset", headings, rows));
  }

  private void addGrounds() {
    page.section(
        "What this rests on",
        section -> {
          section.list(assessment.assumptions().stream().map(HtmlPage::words).toList());
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

  private static String sign(Answer answer) {
    return switch (answer) {
      case YES -> "\u2715";
      case NO -> "\u2713";
      case UNKNOWN -> "?";
    };
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " is not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
