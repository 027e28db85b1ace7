package org.plimsoll.ecosystem.run;

import java.util.List;
import org.plimsoll.ecosystem.scenario.AgentPlan;
import org.plimsoll.ecosystem.scenario.Scenario;

/// A scenario with the terms of its agents.
///
/// @param agents in the order of the file
public record Plot(Scenario scenario, List<AgentPlan<?>> agents) {
  /// Takes a copy.
  public Plot {
    agents = List.copyOf(agents);
  }
}
