package org.plimsoll.ecosystem.agent.betting;

import java.util.List;
import org.plimsoll.ecosystem.scenario.AgentKind;

/// Every kind of agent of this package.
public final class BettingAgents {
  private BettingAgents() {}

  /// Returns them in the order of their names.
  public static List<AgentKind<?>> kinds() {
    return List.of(new BettorsKind());
  }
}
