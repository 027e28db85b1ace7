package org.plimsoll.sweep;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.scenario.RunnableScenario;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// A scenario file with its profile and switches, which can be sent to another machine: there it is
/// read again from its text, once.
public final class PortableScenario implements RunnableScenario, Serializable {
  private static final long serialVersionUID = 1;

  /// What is sent.
  private record Sent(
      String name,
      String text,
      Profile profile,
      @Nullable Instant until,
      List<String> switches,
      String simulate)
      implements Serializable {}

  private final Sent sent;
  private transient volatile @Nullable LoadedScenario loaded;

  /// Takes what a sweep runs.
  ///
  /// @param until where every run stops; at the end of the scenario if nothing is said
  /// @param switches what is set in every run
  /// @param simulate the line of one run without its seed and settings
  public PortableScenario(
      LoadedScenario loaded,
      Profile profile,
      Optional<Instant> until,
      List<String> switches,
      String simulate) {
    this.loaded = loaded;
    sent =
        new Sent(
            loaded.name(),
            loaded.text(),
            profile,
            until.orElse(null),
            List.copyOf(switches),
            simulate);
  }

  @Override
  public Outcome run(long seed, Map<String, String> settings) {
    return loaded()
        .run(
            RunOptions.of(seed, sent.profile).endingAt(Optional.ofNullable(sent.until)),
            new LoadedScenario.Changes(sent.switches, settings, sent.simulate));
  }

  private LoadedScenario loaded() {
    LoadedScenario known = loaded;
    if (known == null) {
      known =
          switch (ShippedScenarios.readText(sent.name, sent.text)) {
            case ReadResult.Loaded(LoadedScenario scenario) -> scenario;
            case ReadResult.Refused(var problems) ->
                throw new IllegalStateException("read once and then not again: " + problems);
          };
      loaded = known;
    }
    return known;
  }
}
