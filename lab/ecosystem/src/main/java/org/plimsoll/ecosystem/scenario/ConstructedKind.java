package org.plimsoll.ecosystem.scenario;

import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;

/// A kind of agent whose class has a constructor for it.
///
/// @param maker that constructor
public record ConstructedKind<T extends Record>(
    String name, String about, Class<T> terms, Maker<T> maker) implements AgentKind<T> {
  /// Makes an agent of its terms.
  public interface Maker<T> {
    /// Returns the agent.
    Agent create(Alarm alarm, Setting setting, String agent, T terms);
  }

  @Override
  public Agent create(Alarm alarm, Setting setting, String agent, T terms) {
    return maker.create(alarm, setting, agent, terms);
  }
}
