package org.plimsoll.ecosystem.scenario;

import java.util.Map;
import org.plimsoll.ecosystem.outcome.Outcome;

/// A scenario that was read and can be run again and again. Runs share nothing that changes, so
/// several threads may run it at once.
@FunctionalInterface
public interface RunnableScenario {
  /// Runs it from its start to its end. The same seed and settings give the same outcome, on every
  /// thread and machine.
  ///
  /// @param seed of every random stream of the run
  /// @param settings what to put in the place of what the scenario says: a path in the scenario,
  ///   such as `parties.lender.terms.haircut`, and the value in its words
  /// @throws IllegalArgumentException if a path leads nowhere or a value makes no sense there; the
  ///   message names the path
  Outcome run(long seed, Map<String, String> settings);
}
