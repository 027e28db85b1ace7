package org.plimsoll.report;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Flow;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.SwitchRow;

/// What became of a run, as one HTML file that needs nothing else. Everything is on the page as it
/// stands, for paper and for readers without a script; the one script in it, which the page allows
/// by its hash and no other, plays the timeline.
public final class RunPage {
  private static final String STYLE = Resources.text("page.css") + Resources.text("run.css");
  private static final String SCRIPT = Resources.text("run.js");
  private static final String PATTERNS = Resources.text("patterns.svg");

  /// The cause of what parties have when a run begins.
  private static final String OPENING = "opening";

  private final Outcome outcome;
  private final String version;
  private final Markup page = new Markup();

  private RunPage(Outcome outcome, String version) {
    this.outcome = outcome;
    this.version = version;
  }

  /// Returns the text of the file.
  ///
  /// @param version of Plimsoll
  public static String of(Outcome outcome, String version) {
    return new RunPage(outcome, version).text();
  }

  private String text() {
    List<TimelinePanel> panels = TimelinePanel.of(outcome.series());
    List<PartySheets> parties = PartySheets.of(outcome.sheets());
    addTimeline(panels, parties);
    if (!outcome.sourcesAndUses().isEmpty()) {
      addMoney();
    }
    if (!outcome.flows().isEmpty()) {
      addFlows();
    }
    if (!outcome.scores().isEmpty()) {
      addScores();
    }
    if (!outcome.switchTable().isEmpty()) {
      addSwitches();
    }
    if (!outcome.wealth().isEmpty()) {
      addWealth();
    }
    addHonesty();
    addProvenance();
    Markup file = new Markup();
    addHead(file);
    file.open("body", "class", "run").verbatim(PATTERNS).open("main");
    addVerdict(file);
    addContents(file);
    file.verbatim(page.toString()).close("main");
    file.open("script", "type", "application/json", "id", "times")
        .verbatim(RunTimes.of(outcome, panels, parties))
        .close("script")
        .open("script")
        .verbatim(SCRIPT)
        .close("script");
    return file.close("body").close("html").toString();
  }

  private void addHead(Markup file) {
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src '"
            + PageScripts.hash(SCRIPT)
            + "'";
    file.verbatim("<!DOCTYPE html>\n")
        .open("html", "lang", "en")
        .open("head")
        .open("meta", "charset", "utf-8")
        .open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .open("meta", "name", "color-scheme", "content", "light dark")
        .element("title", "Plimsoll: " + outcome.title())
        .open("style")
        .verbatim(STYLE)
        .close("style")
        .close("head");
  }

  private void addVerdict(Markup file) {
    List<String> summary = outcome.summary();
    file.open("header")
        .element("p", outcome.title(), "class", "title")
        .element("h1", summary.isEmpty() ? outcome.title() : summary.getFirst());
    summary.stream()
        .skip(1)
        .forEach(sentence -> file.element("p", sentence, "class", "said-first"));
    file.element("p", about(), "class", "quiet");
    ownRow().ifPresent(row -> addCards(file, row));
    file.close("header");
  }

  private String about() {
    return "Scenario "
        + outcome.scenario()
        + ", profile "
        + outcome.profile()
        + ", "
        + RunWords.day(outcome.startNs())
        + " to "
        + RunWords.day(outcome.endNs())
        + ", seed "
        + outcome.seed()
        + ", switches: "
        + RunWords.switches(outcome.switches())
        + ". Amounts are in the unit of account, times in UTC.";
  }

  /// The row of the switch table that this run is.
  private Optional<SwitchRow> ownRow() {
    return outcome.switchTable().stream()
        .filter(row -> row.switches().equals(outcome.switches()))
        .findFirst();
  }

  private static void addCards(Markup file, SwitchRow row) {
    List<String> cells = RunSwitches.cells(row);
    file.open("dl", "class", "cards");
    for (int i = 1; i < cells.size(); i++) {
      file.open("div")
          .element("dt", RunSwitches.HEADINGS.get(i))
          .element("dd", cells.get(i))
          .close("div");
    }
    file.close("dl");
  }

  private void addContents(Markup file) {
    file.open("nav").open("ul");
    for (Markup.Heading heading : page.headings()) {
      file.open("li").element("a", heading.title(), "href", "#" + heading.id()).close("li");
    }
    file.close("ul").close("nav");
  }

  /// The sheets stand inside the timeline, since they follow its cursor and what steers it.
  private void addTimeline(List<TimelinePanel> panels, List<PartySheets> parties) {
    RunTimeline timeline = new RunTimeline(page, outcome, panels);
    page.section(
        "timeline",
        "The timeline",
        section -> {
          timeline.addPanels();
          timeline.addEvents();
          files("series", "flags");
          if (!parties.isEmpty()) {
            addSheets(parties);
          }
          return section;
        });
  }

  private void addSheets(List<PartySheets> parties) {
    page.section(
        "balance-sheets",
        "Balance sheets",
        section -> {
          section.element(
              "p",
              "Each is the last one at or before the date that the timeline shows; without a script,"
                  + " the last of the run.",
              "class",
              "quiet");
          new RunSheets(section).add(parties);
          return files("sheets");
        });
  }

  private void addMoney() {
    page.section(
        "sources-and-uses",
        "Where the money came from, and where it went",
        section -> {
          new SourcesAndUses(section).add(outcome.sourcesAndUses());
          return files("sources-and-uses");
        });
  }

  private void addFlows() {
    page.section(
        "flows",
        "What went from whom to whom",
        section -> {
          List<Flow> drawn =
              outcome.flows().stream().filter(flow -> !flow.cause().equals(OPENING)).toList();
          if (drawn.size() < outcome.flows().size()) {
            section.element(
                "p",
                "What the parties had when the run began is not drawn; the table has it.",
                "class",
                "quiet");
          }
          if (!drawn.isEmpty()) {
            FlowPicture.addTo(section, drawn);
          }
          section.open("details", "class", "figures").element("summary", "Figures");
          section.table(ReaderTable.of(RunTables.flows(outcome))).close("details");
          return files("flows");
        });
  }

  private void addScores() {
    page.section(
        "score",
        "Beside the record",
        section -> {
          List<ScoreRow> rows = outcome.scores();
          RunScores.sentences(rows).forEach(sentence -> section.element("p", sentence));
          RunScores.addTo(section, rows);
          return files("scores");
        });
  }

  private void addSwitches() {
    page.section(
        "switches",
        "What would have prevented it",
        section -> {
          RunSwitches.addTo(section, outcome.switchTable());
          return files("switches");
        });
  }

  private void addWealth() {
    page.section(
        "wealth",
        "Why each party is as rich or poor as it is",
        section -> {
          section.element(
              "p",
              "The lines of a party add up to its change of wealth exactly.",
              "class",
              "quiet");
          RunWealth.addTo(section, outcome.wealth());
          return files("wealth");
        });
  }

  private void addHonesty() {
    page.section(
        "honesty",
        "What the model cannot explain, and what was put in",
        section -> {
          section.list(
              outcome.notExplained().isEmpty()
                  ? List.of("Nothing is listed, which says more of the list than of the model.")
                  : outcome.notExplained());
          List<String> missed = RunHonesty.missed(outcome.scores());
          if (!missed.isEmpty()) {
            section.element("h3", "What it gets wrong").list(missed);
          }
          List<String> given =
              outcome.flags().stream()
                  .filter(flag -> flag.source().isPresent())
                  .map(RunPage::given)
                  .toList();
          if (!given.isEmpty()) {
            section.element("h3", "Events that were put in").list(given);
          }
          return section;
        });
  }

  private static String given(Flag flag) {
    return RunWords.time(flag.timeNs())
        + ": "
        + flag.text()
        + " Source: "
        + flag.source().orElse("none");
  }

  private void addProvenance() {
    page.section(
        "to-see-it-again",
        "To see it again",
        section ->
            section
                .open("p")
                .element("code", outcome.command())
                .close("p")
                .element(
                    "p",
                    String.join(" ", RunHonesty.provenance(outcome, version)),
                    "class",
                    "quiet"));
  }

  private Markup files(String... names) {
    page.open("p", "class", "files quiet").text("Figures: ");
    for (String name : names) {
      page.element("a", name + ".csv", "href", name + ".csv", "data-csv", name).text(" ");
    }
    return page.text("beside this page, and as Parquet.").close("p");
  }
}
