package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.ScoreCard;
import org.plimsoll.ecosystem.outcome.Spread;
import org.plimsoll.ecosystem.outcome.SwitchCase;

final class SwitchSentencesTest {
  @Test
  void a_switch_says_what_it_changes_and_whether_that_changed_anything() {
    assertThat(SwitchSentences.of(card()).subList(0, 2))
        .containsExactly(
            "bound: Nobody owes more than he covers.",
            "scaled: Less of a large holding counts. Alone it leaves the hole, the recovery and the"
                + " end of withdrawals as they were.");
  }

  @Test
  void switches_set_together_stand_beside_each_of_them_alone() {
    assertThat(SwitchSentences.of(card()).getLast())
        .isEqualTo("bound + scaled: a hole of 1 bn; bound alone 2 bn, scaled alone 8 bn.");
  }

  private static ScoreCard card() {
    TreeMap<String, String> says = new TreeMap<>();
    says.put("bound", "Nobody owes more than he covers.");
    says.put("scaled", "Less of a large holding counts.");
    List<SwitchCase> cases =
        List.of(row(8e9), row(2e9, "bound"), row(8e9, "scaled"), row(1e9, "bound", "scaled"));
    return new ScoreCard(
        "invented",
        "Invented",
        "0",
        "",
        List.of(),
        "coarse",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        says,
        cases,
        List.of());
  }

  private static SwitchCase row(double hole, String... switches) {
    return new SwitchCase(
        List.of(switches),
        1,
        Spread.of(DoubleStream.of(hole)),
        Spread.of(DoubleStream.of(0.5)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
