package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.change.BookChange;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class ChangeSectionsTest {
  @Test
  void twoReadingsOfOneBookSayThatNothingMoved() {
    ChangeSections report = report("levine-7", "levine-8");
    assertThat(report.headline())
        .isEqualTo(
            "No figure differs, so no answer does. Equity at mark is 0 USD before and after.");
    assertThat(section(report, "equity-change").sentences()).containsExactly("It stays 0 USD.");
    assertThat(section(report, "changes").tables())
        .extracting(Table::name)
        .containsExactly("changed_facts_and_notes");
  }

  @Test
  void partsThatCancelAreNamed() {
    ChangeSections report = report("levine-1", "levine-6");
    assertThat(report.headline()).contains("Unable to pay: NO before, YES after.");
    assertThat(section(report, "equity-change").sentences())
        .first()
        .isEqualTo("It stays 0 USD: custody +2,000,000 and accounts -2,000,000 cancel out.");
    assertThat(section(report, "equity-change").charts()).hasSize(1);
  }

  @Test
  void aHundredAccountsThatChangeAlikeAreOneRow() {
    ChangeSections report = report("levine-1", "levine-6");
    Table balances = table(section(report, "changes"), "changed_balances");
    assertThat(ReaderTable.of(balances).rows())
        .contains(List.of("A-001", "100", "A", "USD", "0", "-10,000"));
  }

  @Test
  void noTableIsLongerThanTheLimit() {
    ChangeSections report = report("ftx-2022-11-02", "ftx-2022-11-10");
    Section changes = report.sections(3).getLast();
    assertThat(changes.tables()).allMatch(table -> table.rows().size() <= 3);
    assertThat(changes.sentences())
        .anyMatch(text -> text.matches("Changed custody: the first 3 of \\d+ are shown; .*"));
  }

  @Test
  void eachEndOfARangeIsExplainedOnItsOwn() {
    Section equity = section(report("ftx-2022-11-02", "ftx-2022-11-10"), "equity-change");
    assertThat(equity.sentences())
        .anyMatch(text -> text.matches("At the low end it goes from .* to .* USD, a change of .*"))
        .anyMatch(text -> text.startsWith("At the high end it goes from "));
    assertThat(equity.charts())
        .extracting(Chart::id)
        .containsExactly("equity-steps-low", "equity-steps-high");
    assertThat(ReaderTable.of(equity.tables().getFirst()).headings())
        .containsExactly("Cause", "At the low end", "At the high end");
  }

  @Test
  void twoSubjectsAreNamedAndNothingIsAttributed() {
    ChangeSections report = report("alameda-2022-06-30", "ftx-2022-11-02");
    assertThat(report.headline())
        .startsWith("Two subjects, alameda and ftx: what differs is no change of either.");
    assertThat(report.sections(20)).extracting(Section::id).doesNotContain("equity-change");
  }

  @Test
  void aLineThatOnlyOneBookHasIsNewOrGone() {
    Section changes = section(report("ftx-2022-11-02", "ftx-2022-11-10"), "changes");
    assertThat(ReaderTable.of(table(changes, "changed_loans")).rows())
        .anyMatch(row -> row.containsAll(List.of("blockfi-alameda", "gone", "0")));
    assertThat(ReaderTable.of(table(changes, "changed_entries")).rows())
        .contains(List.of("HOOD", "asset", "new", "-", "kind equity; price 1; tier liquid"))
        .contains(List.of("SRM", "asset", "issuer", "serum", "-"));
  }

  private static Section section(ChangeSections report, String id) {
    return report.sections(20).stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Table table(Section section, String name) {
    return section.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ChangeSections report(String before, String after) {
    BookChange change = BookChange.of(read(before), read(after));
    return new ChangeSections(
        change, Assessment.of(change.before()), Assessment.of(change.after()));
  }

  private static Book read(String name) {
    return switch (BookReader.read(name, Optional.empty())) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
