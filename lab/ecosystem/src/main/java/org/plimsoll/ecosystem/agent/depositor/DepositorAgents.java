package org.plimsoll.ecosystem.agent.depositor;

import java.util.List;
import org.plimsoll.ecosystem.scenario.AgentKind;

/// Every kind of agent of this package.
public final class DepositorAgents {
  private DepositorAgents() {}

  /// Returns them in the order of their names.
  public static List<AgentKind<?>> kinds() {
    return List.of(new CoverageGames(), new Customers(), new DepositRuns());
  }
}
