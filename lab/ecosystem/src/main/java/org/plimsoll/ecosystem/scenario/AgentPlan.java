package org.plimsoll.ecosystem.scenario;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;

/// An agent that a scenario names, with its terms.
///
/// @param name its own
public record AgentPlan<T extends Record>(AgentKind<T> kind, String name, T terms) {
  /// Makes the agent.
  ///
  /// @throws IllegalArgumentException if a term makes no sense or names nothing
  public Agent create(Alarm alarm, Setting setting) {
    return kind.create(alarm, setting, name, terms);
  }
}
