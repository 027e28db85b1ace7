package org.plimsoll.ecosystem.agent.desk;

import java.util.List;
import org.plimsoll.ecosystem.scenario.AgentKind;

/// Every kind of agent of this package.
public final class DeskAgents {
  private DeskAgents() {}

  /// Returns them in the order of their names.
  public static List<AgentKind<?>> kinds() {
    return List.of(new ProductionLines(), new Reconcilers(), new WithdrawalDesks());
  }
}
