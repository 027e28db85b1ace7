package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

/// What a run says of the venue first, and the books that it leaves behind.
class VenueVerdictTest {
  @Test
  void the_venue_of_the_main_scenario_is_told_to_be_insolvent_and_its_book_says_the_same() {
    RunOfScenario run = RunOfScenario.of("ftx-2022");
    Outcome outcome = run.outcome();
    assertThat(outcome.summary().getFirst()).startsWith("Withdrawals stopped on ");
    assertThat(outcome.summary().get(1)).contains("a hole of", "they recover");
    assertThat(book(outcome, "-halt").asOf()).startsWith("2022-11");
    assertThat(run.last("equity-without-own-token"))
        .isCloseTo(-outcome.switchTable().getFirst().hole(), within(1.0));
    assertThat(run.largest("load-share-FTT")).isPositive();
    assertThat(run.largest("spiral-gain-FTT")).isPositive();
    Book end = book(outcome, "-end");
    Assessment assessment = Assessment.of(end);
    assertThat(assessment.headline()).contains("venue is insolvent: at mark it lacks ");
    assertThat(outcome.summary()).anyMatch(line -> line.contains("venue is insolvent: at mark"));
    BigDecimal hole =
        assessment.finding(Question.INSOLVENT_WITHOUT_OWN_TOKEN).figure().negate().low();
    assertThat(hole).isNotNull();
    assertThat(hole.doubleValue()).isCloseTo(outcome.switchTable().getFirst().hole(), within(1e-6));
  }

  @Test
  void a_solvent_venue_is_told_to_be_so_with_its_cover() {
    Outcome outcome = RunOfScenario.of("healthy-exchange").outcome();
    assertThat(outcome.summary().getFirst())
        .startsWith("The venue is solvent without its own token.")
        .contains("a cover of");
    Assessment assessment = Assessment.of(book(outcome, "-end"));
    assertThat(assessment.finding(Question.INSOLVENT_AT_MARK).answer()).isEqualTo(Answer.NO);
  }

  private static Book book(Outcome outcome, String ending) {
    String text =
        outcome.books().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith(ending))
            .findFirst()
            .orElseThrow()
            .getValue();
    ReadResult read =
        BookReader.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "book.yaml");
    assertThat(read).as("%s", read).isInstanceOf(ReadResult.ReadBook.class);
    return ((ReadResult.ReadBook) read).book();
  }
}
