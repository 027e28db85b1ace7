package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.ecosystem.outcome.SourceOrUse;
import org.plimsoll.ecosystem.outcome.SourceOrUse.Side;

/// Row S18 of the story: where the money came from, and where it went.
class MoneyTrailTest {
  @ParameterizedTest
  @CsvSource({
    "luna-three-arrows, '{of: [three-arrows]}'",
    "luna-three-arrows, '{of: [genesis, three-arrows]}'",
    "own-token-attack, '{of: [venue]}'",
    "leveraged-products, '{of: [venue]}'",
  })
  void both_sides_add_up_to_the_last_unit(String scenario, String of) {
    List<SourceOrUse> lines =
        RunOfScenario.with(scenario, Map.of("sources-and-uses", of)).outcome().sourcesAndUses();
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(sum(lines, Side.SOURCE)).isEqualByComparingTo(sum(lines, Side.USE));
    assertThat(lines)
        .filteredOn(line -> line.line().equals("rounding"))
        .allMatch(line -> line.value().compareTo(new BigDecimal("0.001")) < 0);
  }

  @Test
  void s18_the_money_of_the_main_scenario_is_followed_beside_the_posts_and_the_record() {
    List<SourceOrUse> lines = RunOfScenario.of("ftx-2022").outcome().sourcesAndUses();
    assertThat(sum(lines, Side.SOURCE)).isEqualByComparingTo(sum(lines, Side.USE));
    assertThat(lines)
        .filteredOn(line -> line.line().equals("rounding"))
        .allMatch(line -> line.value().compareTo(new BigDecimal("0.01")) < 0);
    assertThat(lines).extracting(SourceOrUse::line).contains("customers' money", "ventures");
    assertThat(lines).filteredOn(line -> line.told().isPresent()).hasSizeGreaterThan(5);
    assertThat(lines).filteredOn(line -> line.recorded().isPresent()).hasSizeGreaterThan(5);
  }

  private static BigDecimal sum(List<SourceOrUse> lines, Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .map(SourceOrUse::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
