package org.plimsoll.ecosystem.run;

import java.time.Instant;
import java.util.Optional;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// How a scenario is run.
///
/// @param until when to stop; at the end of the scenario where nothing is said
/// @param branchAt up to when the scenario runs as it stands, before settings and switches act
/// @param commands told of everything that the venue is asked
/// @param progress told now and then how far the run has come
public record RunOptions(
    long seed,
    Profile profile,
    Optional<Instant> until,
    Optional<Instant> branchAt,
    Histories histories,
    CommandListener commands,
    ProgressListener progress) {
  /// Hears how far a run has come.
  @FunctionalInterface
  public interface ProgressListener {
    /// Called after every stretch of a run.
    ///
    /// @param nowNs the simulated instant
    void onProgress(long startNs, long nowNs, long untilNs, long events);
  }

  /// Returns options that say nothing but the seed and the profile.
  public static RunOptions of(long seed, Profile profile) {
    return new RunOptions(
        seed,
        profile,
        Optional.empty(),
        Optional.empty(),
        Histories.NONE,
        CommandListener.NOBODY,
        (_, _, _, _) -> {});
  }

  /// Returns the same with another end, or that of the scenario.
  public RunOptions endingAt(Optional<Instant> end) {
    return new RunOptions(seed, profile, end, branchAt, histories, commands, progress);
  }
}
