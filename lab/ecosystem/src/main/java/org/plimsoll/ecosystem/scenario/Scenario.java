package org.plimsoll.ecosystem.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.text.Tree;
import org.plimsoll.text.bind.Defined;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.text.bind.Says;

/// What a scenario file says.
///
/// @param scenario the version of the format
/// @param assets those of the venue and others; the first is the unit of account
/// @param prices by the name of the asset whose price comes from outside
/// @param agents read by the terms of their kinds
@Says("a scenario")
public record Scenario(
    @Says("The version of this format.") int scenario,
    @Says("One line that says what the scenario is.") String title,
    @Says("What it shows, in a few sentences.") @Omissible String shows,
    @Says("Where the figures come from, a line each.") List<String> sources,
    @Says("When it begins.") Instant start,
    @Says("When it ends.") Instant until,
    @Says("No figure after this day may be used in calibration.") Optional<Instant> calibratedTo,
    @Says("What was calibrated, and on figures of which day.") List<Calibration> calibration,
    @Says("What no source gives and no figure fits, with its range.")
        List<AssumptionEntry> assumptions,
    @Says("Chooses the random numbers.") @Omissible long seed,
    @Says("How often prices move.") TickPlan ticks,
    @Says("Everything that is held or owed; the first is the unit of account.")
        List<AssetEntry> assets,
    @Says("The exchange and its rules.") VenueEntry venue,
    @Says("Prices that come from outside, by asset.") SortedMap<String, PriceEntry> prices,
    @Says("Everybody who has something.") List<PartyEntry> parties,
    @Says("Everybody who acts.") @Defined("agent") List<Tree> agents,
    @Says("What happens from outside, with its date.") List<EventEntry> events,
    @Says("Other settings under a name.") SortedMap<String, SwitchEntry> switches,
    @Says("Switches that the table of switches sets together, beside each alone.")
        List<List<String>> switchPairs,
    @Says("What is sampled over time.") List<SampleEntry> record,
    @Says(
            "Parties whose balance sheets are kept, `venue` among them; the venue's and its"
                + " affiliates' where nothing is said.")
        List<String> sheets,
    @Says("Whose money is followed: where it came from and where it went.")
        Optional<MoneyTrailEntry> sourcesAndUses,
    @Says("Quantities beside the record.") List<ScoreEntry> score,
    @Says("What the model cannot explain, a sentence each.") List<String> notExplained) {
  /// Checks what the file says by itself.
  public Scenario {
    if (!start.isBefore(until)) {
      throw new IllegalArgumentException("`until` is not after `start`");
    }
  }

  /// A figure that was calibrated.
  ///
  /// @param path in the scenario
  @Says("a calibration")
  public record Calibration(
      @Says("What was calibrated, as a path in the scenario.") String path,
      @Says("The range that was searched.") Optional<ScoreEntry.Range> searched,
      @Says("The latest day of the figures used.") Instant on,
      @Says("Where they come from.") String source) {}

  /// Returns what a seed of a score sets: each assumption as the seed draws it, by path.
  public SortedMap<String, String> drawn(long seed) {
    SortedMap<String, String> drawn = new TreeMap<>();
    for (AssumptionEntry each : assumptions) {
      String value = each.value(seed);
      each.paths().forEach(path -> drawn.put(path, value));
    }
    return drawn;
  }

  /// Other settings under a name.
  ///
  /// @param set values in the place of what the scenario says, by path
  @Says("a switch")
  public record SwitchEntry(
      @Says("What it changes, in a sentence.") String says,
      @Says("Values by path, such as `venue.custody`.") SortedMap<String, Tree> set) {}
}
