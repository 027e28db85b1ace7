package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;
import org.plimsoll.ecosystem.outcome.WealthLine;

/// Balance sheets of runs: what they add up to, and how soon what stands in them is money.
class SheetsTest {
  @ParameterizedTest
  @ValueSource(strings = {"luna-three-arrows", "leveraged-products", "own-token-attack"})
  void the_lines_of_every_party_add_up_to_its_wealth_to_the_last_unit(String name) {
    Outcome outcome = RunOfScenario.of(name).outcome();
    String parties =
        outcome.wealth().stream()
            .map(WealthLine::party)
            .filter(party -> !party.equals("outside"))
            .distinct()
            .collect(Collectors.joining(", ", "[", "]"));
    outcome = RunOfScenario.with(name, Map.of("sheets", parties)).outcome();
    List<Sheet> last = last(outcome);
    assertThat(last).hasSizeGreaterThan(2);
    for (Sheet sheet : last) {
      assertThat(withoutPledges(sheet)).as(sheet.party()).isEqualTo(wealth(outcome, sheet.party()));
    }
  }

  @Test
  void the_venue_of_levine_owes_what_it_owes_and_has_only_tokens() {
    Outcome outcome = RunOfScenario.of("levine").outcome();
    assertThat(outcome.sheets()).extracting(Sheet::party).contains("venue");
    Sheet sheet = last(outcome).getFirst();
    assertThat(sheet.lines())
        .filteredOn(line -> line.tier() == Tier.LIQUID && line.value().signum() < 0)
        .extracting(Sheet.Line::label)
        .anyMatch(label -> label.contains("owed to"));
  }

  private static BigDecimal withoutPledges(Sheet sheet) {
    return sheet.lines().stream()
        .filter(line -> !line.label().matches(".* pledged to .*|.* kept for a borrower"))
        .map(Sheet.Line::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(6, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal wealth(Outcome outcome, String party) {
    return outcome.wealth().stream()
        .filter(line -> line.party().equals(party))
        .map(WealthLine::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(6, RoundingMode.UNNECESSARY);
  }

  private static List<Sheet> last(Outcome outcome) {
    return outcome.sheets().stream().filter(sheet -> sheet.timeNs() == outcome.endNs()).toList();
  }
}
