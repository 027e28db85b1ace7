package org.plimsoll.ecosystem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

/// What a run tells of its commands is all that its venue has become.
class HistoryOfARunTest {
  private final Twin twin = new Twin();

  @Test
  void theHistoryOfARunMakesTheSameVenueAgain() {
    LoadedScenario scenario = scenario("first-market");
    Assembly assembly = Assembly.of(scenario.plot(), 1, Profile.COARSE, Histories.NONE, twin);
    long startNs = Moments.ns(scenario.scenario().start());
    assembly.economy().simulation().start();
    assembly.economy().simulation().runUntil(startNs + Duration.ofDays(2).toNanos());
    assertThat(twin.venue().view().sequence())
        .isEqualTo(assembly.economy().exchange().commands())
        .isGreaterThan(1_000);
    assertThat(twin.venue().view().stateHash())
        .isEqualTo(assembly.economy().exchange().books().stateHash());
  }

  @Test
  void aBranchGoesOnWithTheHistoryOfItsTrunk() {
    LoadedScenario scenario = scenario("ftx-2022");
    Instant start = scenario.scenario().start();
    RunOptions options =
        new RunOptions(
            1,
            Profile.COARSE,
            Optional.of(start.plus(Duration.ofDays(4))),
            Optional.of(start.plus(Duration.ofDays(2))),
            Histories.NONE,
            twin,
            (_, _, _, _) -> {});
    String first = scenario.scenario().switches().keySet().iterator().next();
    Outcome outcome =
        scenario.run(options, new LoadedScenario.Changes(List.of(first), Map.of(), "x"));
    assertThat(twin.venues).isEqualTo(1);
    assertThat(twin.venue().view().sequence()).isEqualTo(outcome.commands());
    assertThat(twin.events).isEqualTo(outcome.events());
  }

  @Test
  void whatTheVenueDoesNotKnowOfItselfIsToldByTheScenario() {
    VenueFacts facts = VenueFacts.of(scenario("ftx-2022").scenario(), "(venue)");
    AssetFacts token = facts.assets().get("FTT");
    assertThat(token)
        .isEqualTo(new AssetFacts(Asset.Kind.TOKEN, Asset.Tier.ILLIQUID, Optional.of("(venue)")));
    assertThat(facts.assets().get("USD").kind()).isEqualTo(Asset.Kind.FIAT);
    assertThat(facts.related()).contains("affiliate", "buyback");
  }

  private static LoadedScenario scenario(String name) {
    return ((ReadResult.Loaded) ShippedScenarios.read(name)).scenario();
  }

  /// Another venue that is asked the same.
  private static final class Twin implements CommandListener {
    private @Nullable Venue venue;
    private int venues;
    private long events;

    @Override
    public void onVenue(Limits limits) {
      venues++;
      venue = new Venue(limits, new EventRecorder(_ -> events++));
    }

    @Override
    public void onCommand(Request request) {
      request.deliverTo(venue());
    }

    Venue venue() {
      if (venue == null) {
        throw new AssertionError("nothing was told");
      }
      return venue;
    }
  }
}
