package org.plimsoll.report;

import java.util.List;
import org.plimsoll.solvency.assess.Assessment;

/// An assessment as one HTML file that needs nothing else: no font, no other file, and no script
/// unless it has charts; those scripts are in it, and the page allows no other.
public final class HtmlPage {
  private static final String STYLE = Resources.text("page.css");

  /// The patterns that bars and charts refer to; the style sheet colors them.
  private static final String PATTERNS = Resources.text("patterns.svg");

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final String headline;
  private final Assessment assessment;
  private final boolean isScripted;
  private final Markup page = new Markup();

  private HtmlPage(String headline, Assessment assessment, boolean isScripted) {
    this.headline = headline;
    this.assessment = assessment;
    this.isScripted = isScripted;
  }

  /// Returns the file of an assessment alone.
  public static String of(Assessment assessment, Provenance provenance) {
    return of(assessment, List.of(), provenance);
  }

  /// Returns the text of the file.
  ///
  /// @param sections what models add, in the order of reading
  /// @throws IllegalArgumentException if two parts of the page or two charts have the same id
  public static String of(Assessment assessment, List<Section> sections, Provenance provenance) {
    HtmlParts parts = new HtmlParts(assessment, provenance);
    parts.add(sections);
    return of(assessment.headline(), assessment, sections, parts);
  }

  /// Returns the file where the sections are what was asked for: they come before the assessment.
  ///
  /// @param headline what they say in a few sentences
  /// @param assessment on which they rest
  /// @throws IllegalArgumentException if two parts of the page or two charts have the same id
  public static String ofSections(
      String headline, Assessment assessment, List<Section> sections, Provenance provenance) {
    HtmlParts parts = new HtmlParts(assessment, provenance);
    parts.addAfter(sections);
    return of(headline, assessment, sections, parts);
  }

  private static String of(
      String headline, Assessment assessment, List<Section> sections, HtmlParts parts) {
    List<Chart> charts = sections.stream().flatMap(section -> section.charts().stream()).toList();
    UniqueNames.check("chart", charts.stream().map(Chart::id).toList());
    boolean isScripted = charts.stream().anyMatch(ChartMarkup::isScripted);
    HtmlPage html = new HtmlPage(headline, assessment, isScripted);
    html.add(parts);
    return html.page.toString();
  }

  private void add(HtmlParts parts) {
    addHead();
    page.open("body").open("main");
    addVerdict();
    addContents(parts.headings());
    page.verbatim(parts.toString()).close("main");
    if (isScripted) {
      PageScripts.addTo(page);
    }
    page.close("body").close("html");
  }

  private void addHead() {
    page.verbatim("<!DOCTYPE html>\n")
        .open("html", "lang", "en")
        .open("head")
        .open("meta", "charset", "utf-8")
        .open("meta", "http-equiv", "Content-Security-Policy", "content", policy())
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .open("meta", "name", "color-scheme", "content", "light dark")
        .element("title", "Plimsoll: " + assessment.book().title())
        .open("style")
        .verbatim(STYLE)
        .close("style")
        .close("head");
  }

  private void addVerdict() {
    page.verbatim(PATTERNS)
        .open("header")
        .element("p", assessment.book().title(), "class", "title")
        .element("h1", headline)
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

  private String policy() {
    return isScripted ? POLICY + "; script-src " + PageScripts.hashes() : POLICY;
  }

  private void addContents(List<Markup.Heading> headings) {
    page.open("nav").open("details").element("summary", "Contents").open("ul");
    for (Markup.Heading heading : headings) {
      page.open("li").element("a", heading.title(), "href", "#" + heading.id()).close("li");
    }
    page.close("ul").close("details").close("nav");
  }
}
