package org.plimsoll.report;

import java.util.Arrays;
import java.util.List;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Interval;

/// Two assessments held against each other.
///
/// @param before the first
/// @param after the second
record BeforeAfter(Assessment before, Assessment after) {
  /// Returns a sentence on each question.
  List<String> answers() {
    return Arrays.stream(Question.values()).map(this::answer).toList();
  }

  private String answer(Question question) {
    String was = before.finding(question).answer().name();
    String is = after.finding(question).answer().name();
    return question.title()
        + ": "
        + (was.equals(is) ? is + " before and after." : was + " before, " + is + " after.");
  }

  /// Returns a table of the figures behind the answers, with the assessments in columns of these
  /// names.
  Table table(String name, String first, String second) {
    Rows rows = new Rows(name);
    for (Measure measure : Measure.values()) {
      rows.text("measure", measure.words)
          .range(first, measure.of(before))
          .range(second, measure.of(after))
          .end();
    }
    return rows.table();
  }

  private enum Measure {
    AT_MARK("Equity at mark"),
    WITHOUT_OWN_TOKEN("Equity without own tokens"),
    SOLD_AT_ONCE("Equity, sold at once"),
    CASH("Cash left after all demands");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    Interval of(Assessment assessment) {
      return switch (this) {
        case AT_MARK -> assessment.atMark().total();
        case WITHOUT_OWN_TOKEN -> assessment.withoutOwnToken().total();
        case SOLD_AT_ONCE -> assessment.liquidation().equity();
        case CASH -> assessment.liquidity().surplus();
      };
    }
  }
}
