package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class GroupOptionTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutNamesAllRelatedPartiesAreOneGroup() {
    assertThat(run("assess", "ftx-2022-11-02", "--consolidate")).isEqualTo(3);
    assertThat(out.toString())
        .contains("as one group")
        .contains("ftx, alameda, insiders and serum are one group here");
  }

  @Test
  void withNamesOnlyTheseAre() {
    run("assess", "ftx-2022-11-02", "--consolidate", "alameda");
    assertThat(out.toString()).contains("ftx and alameda are one group here");
  }

  @Test
  void aHaircutIsTakenFromTheGroupAndFromTheSubjectAlone() {
    run("assess", "ftx-2022-11-02", "--consolidate", "--haircut", "illiquid=100%");
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("Equity at mark is -1,688,040,000 to 5,836,400,000 USD alone and -2,368,040,000");
  }

  @Test
  void withoutTheOptionNothingIsGrouped() {
    run("assess", "ftx-2022-11-02");
    assertThat(out.toString()).doesNotContain("one group");
  }

  @Test
  void aMemberThatTheBookDoesNotNameIsRefused() {
    assertThat(run("assess", "ftx-2022-11-02", "--consolidate", "alameda,nobody")).isEqualTo(4);
    assertThat(err.toString()).contains("ftx-2022-11-02 does not name nobody");
  }

  private int run(String... arguments) {
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }
}
