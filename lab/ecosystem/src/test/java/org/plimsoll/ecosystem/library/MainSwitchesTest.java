package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.run.Assembly;
import org.plimsoll.ecosystem.run.Plot;
import org.plimsoll.ecosystem.scenario.AgentPlan;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.venue.HeldPrivilege;
import org.plimsoll.venue.VenueView;

/// Each switch of the main scenario changes what its name says and nothing else: in the rules that
/// the venue is told, and in the terms of agents.
final class MainSwitchesTest {
  private static final LoadedScenario MAIN =
      ((ReadResult.Loaded) ShippedScenarios.read("ftx-2022")).scenario();
  private static final SortedMap<String, String> AS_IT_WAS = told(MAIN.plot());

  @ParameterizedTest
  @CsvSource({
    "no-exemption, affiliate LIQUIDATION_EXEMPT;affiliate-fiat LIQUIDATION_EXEMPT;affiliate-mm LIQUIDATION_EXEMPT",
    "no-credit-line, affiliate ALLOW_NEGATIVE;affiliate-fiat ALLOW_NEGATIVE;affiliate-mm ALLOW_NEGATIVE",
    "size-scaled-weight, weights of FTT",
    "own-token-at-zero, weights of FTT",
    "segregated-custody, affiliate-treasury;custody;fiat-customers",
    "conditional-haircuts, blockfi;celsius;genesis;others;voyager",
    "load-line-enforced, load-line-desk",
    "daily-reconciliation, reconciler",
    "kelly, affiliate-longs",
    "no-token-support, price-supporter",
    "withdrawal-gate, withdrawal-desk",
    "generalists, withdrawal-desk",
  })
  void a_switch_changes_what_its_name_says_and_nothing_else(String name, String changed) {
    assertThat(changes(name)).containsExactlyInAnyOrder(changed.split(";"));
  }

  @Test
  void two_privileges_are_taken_away_by_two_switches() {
    assertThat(changes("no-exemption", "no-credit-line"))
        .hasSize(6)
        .containsAll(changes("no-exemption"))
        .containsAll(changes("no-credit-line"));
  }

  private static List<String> changes(String... switches) {
    LoadedScenario.Changes changes =
        new LoadedScenario.Changes(List.of(switches), Map.of(), "plimsoll simulate ftx-2022");
    SortedMap<String, String> now = told(MAIN.plot(changes));
    return Stream.concat(AS_IT_WAS.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(name -> !AS_IT_WAS.getOrDefault(name, "").equals(now.getOrDefault(name, "")))
        .toList();
  }

  /// Returns what the venue is told before anything happens, and the terms of every agent.
  private static SortedMap<String, String> told(Plot plot) {
    VenueView books = Assembly.of(plot, 1, Profile.COARSE).economy().exchange().books();
    SortedMap<String, String> told = new TreeMap<>();
    for (HeldPrivilege each : books.privileges()) {
      String account = books.accounts().get(each.account()).name();
      told.put(account + " " + each.privilege(), Long.toString(each.amount()));
    }
    for (int asset = 0; asset < books.assetCount(); asset++) {
      told.put("weights of " + books.asset(asset).code(), books.collateral(asset).toString());
      told.put("caps of " + books.asset(asset).code(), books.caps(asset).toString());
    }
    told.put("custody", books.custodyPolicy().toString());
    told.put("places", books.custody().toString());
    told.put("waterfall", books.liquidationProfile().toString());
    for (AgentPlan<?> each : plot.agents()) {
      told.put(each.name(), each.terms().toString());
    }
    return told;
  }
}
